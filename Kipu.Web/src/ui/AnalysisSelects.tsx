import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import type { Catalog } from '@/i18n/es'
import { useWords } from '@/i18n/language'
import { analysisSettingsQuery, STANDARD, templatesQuery } from '@/session/templates'
import { Select } from './Select'

type Props = ComponentProps<'select'> & {
  hint?: string
  /** Whether it can be left to the organization's setting. */
  standard?: boolean
}

/** The kinds of meetings, or none, which is the empty value. */
export function TemplateSelect({ standard = false, ...props }: Props) {
  const t = useWords()
  const { data: templates = [] } = useQuery(templatesQuery)
  const { data: settings } = useQuery({ ...analysisSettingsQuery, enabled: standard })
  const usual = templates.find((one) => one.id === settings?.template)
  return (
    <Select label={t.templates.kind} {...props}>
      {standard && <option value={STANDARD}>{t.templates.standard(settings ? (usual?.name ?? t.templates.none) : null)}</option>}
      <option value="">{t.templates.none}</option>
      {templates.map((template) => (
        <option key={template.id} value={template.id}>
          {template.name}
        </option>
      ))}
    </Select>
  )
}

/** What an output language is called; `spoken` is the meeting's own. */
export const languageName = (t: Catalog, language: string) =>
  ({ es: t.settings.spanish, en: t.settings.english })[language] ?? t.templates.spoken

/** What summaries are written in. */
export function OutputLanguageSelect({ standard = false, ...props }: Props) {
  const t = useWords()
  const { data: settings } = useQuery({ ...analysisSettingsQuery, enabled: standard })
  return (
    <Select label={t.templates.outputLanguage} {...props}>
      {standard && <option value={STANDARD}>{t.templates.standard(settings ? languageName(t, settings.outputLanguage) : null)}</option>}
      {['es', 'en', 'spoken'].map((language) => (
        <option key={language} value={language}>
          {languageName(t, language)}
        </option>
      ))}
    </Select>
  )
}

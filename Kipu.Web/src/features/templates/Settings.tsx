import { useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { AnalysisSettings, AnalysisTemplate } from '@/api/types'
import { useWords } from '@/i18n/language'
import { analysisSettingsQuery, templatesQuery } from '@/session/templates'
import { languageName, OutputLanguageSelect, TemplateSelect } from '@/ui/AnalysisSelects'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Refusal } from '@/ui/Refusal'
import { Skeleton } from '@/ui/Skeleton'
import { useFormOf } from '@/ui/useFormOf'
import { saveSettings } from './api'

/** What summaries are written in, and what is looked for in a meeting that doesn't say which kind it is. */
export function Settings({ mayEdit }: { mayEdit: boolean }) {
  const t = useWords()
  const { data: settings, error, refetch } = useQuery(analysisSettingsQuery)
  // Without them the choice would show another than the one that is set; that they don't come is said where they would stand.
  const { data: templates } = useQuery(templatesQuery)
  return (
    <section className="grid max-w-[520px] gap-4">
      <div className="grid gap-2">
        <h2 className="text-[17px] font-[660]">{t.templates.title}</h2>
        <p className="text-ink-2">{mayEdit ? t.templates.text : t.templates.adminsOnly}</p>
      </div>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!(settings && templates) && !error && <Skeleton rows={1} height={220} />}
      {settings && templates && (mayEdit ? <SettingsForm settings={settings} /> : <Facts settings={settings} templates={templates} />)}
    </section>
  )
}

function SettingsForm({ settings }: { settings: AnalysisSettings }) {
  const t = useWords()
  const client = useQueryClient()
  const schema = z.object({ outputLanguage: z.string(), template: z.string() })
  const form = useFormOf(schema, { outputLanguage: settings.outputLanguage, template: settings.template ?? '' })
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit(async ({ outputLanguage, template }) => {
        client.setQueryData(analysisSettingsQuery.queryKey, await saveSettings({ outputLanguage, template: template || null }))
        toast.success(t.templates.settingsSaved)
        // Kipu's own come in the language that summaries are written in.
        await client.invalidateQueries({ queryKey: keys.templates })
      })}
    >
      <OutputLanguageSelect hint={t.templates.outputLanguageHint} {...form.register('outputLanguage')} />
      <TemplateSelect hint={t.templates.kindHint} {...form.register('template')} />
      <Refusal text={form.refusal ?? form.error('template')} />
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {t.templates.saveSettings}
      </Button>
    </form>
  )
}

function Facts({ settings, templates }: { settings: AnalysisSettings; templates: AnalysisTemplate[] }) {
  const t = useWords()
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 wrap-anywhere">
      <dt className="text-ink-3">{t.templates.outputLanguage}</dt>
      <dd>{languageName(t, settings.outputLanguage)}</dd>
      <dt className="text-ink-3">{t.templates.kind}</dt>
      <dd>{templates.find(({ id }) => id === settings.template)?.name ?? t.templates.none}</dd>
    </dl>
  )
}

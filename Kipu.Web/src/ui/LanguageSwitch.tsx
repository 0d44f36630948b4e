import { speak, useLanguage, useWords } from '@/i18n/language'
import { Segmented } from './Segmented'

export function LanguageSwitch() {
  const t = useWords()
  return (
    <Segmented
      label={t.settings.language}
      value={useLanguage()}
      options={[
        { value: 'es', label: t.settings.spanish },
        { value: 'en', label: t.settings.english },
      ]}
      onChange={(language) => speak(language, true)}
    />
  )
}

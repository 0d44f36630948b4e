import { useId } from 'react'
import { useWords } from '@/i18n/language'
import { chooseSingleKeys, useSingleKeys } from '@/session/singleKeys'
import { chooseTheme, type Theme, useTheme } from '@/session/theme'
import { useSession } from '@/session/useSession'
import { LanguageSwitch } from '@/ui/LanguageSwitch'
import { Segmented } from '@/ui/Segmented'

/** How the console looks to oneself, and who one is. */
export function OwnSettings() {
  const t = useWords()
  const session = useSession()
  const themes: { value: Theme; label: string }[] = [
    { value: 'system', label: t.settings.system },
    { value: 'light', label: t.settings.light },
    { value: 'dark', label: t.settings.dark },
  ]
  return (
    <>
      <section className="grid gap-4">
        <h2 className="text-[17px] font-[660]">{t.settings.look}</h2>
        <div className="grid gap-1">
          <span className="text-[14px] font-semibold">{t.settings.theme}</span>
          <Segmented label={t.settings.theme} value={useTheme()} options={themes} onChange={chooseTheme} />
        </div>
        <div className="grid gap-1">
          <span className="text-[14px] font-semibold">{t.settings.language}</span>
          <LanguageSwitch />
        </div>
        <SingleKeys />
      </section>
      {session && (
        <section className="grid gap-2">
          <h2 className="text-[17px] font-[660]">{t.settings.me}</h2>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 wrap-anywhere">
            <dt className="text-ink-3">{t.auth.name}</dt>
            <dd>{session.user.name}</dd>
            <dt className="text-ink-3">{t.auth.email}</dt>
            <dd>{session.user.email}</dd>
            <dt className="text-ink-3">{t.settings.organization}</dt>
            <dd>{session.organization.name}</dd>
            <dt className="text-ink-3">{t.settings.role}</dt>
            <dd>{t.roles[session.user.role]}</dd>
          </dl>
        </section>
      )}
    </>
  )
}

function SingleKeys() {
  const t = useWords()
  const id = useId()
  return (
    <div className="grid justify-items-start gap-1">
      <label className="flex cursor-pointer items-center gap-3 text-[14px] font-semibold">
        <input
          type="checkbox"
          className="switch"
          aria-describedby={id}
          checked={useSingleKeys()}
          onChange={(event) => chooseSingleKeys(event.target.checked)}
        />
        {t.settings.keys}
      </label>
      <p id={id} className="field-hint">
        {t.settings.keysText}
      </p>
    </div>
  )
}

import type { Me } from '@/api/types'
import { bytes, number } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Meter } from '@/ui/Meter'

/** What is used of the plan's limits; of those that nobody counts here, what they are. */
export function Usage({ me: { usage, limits } }: { me: Me }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <section className="grid max-w-[520px] gap-4">
      <h2 className="text-[17px] font-[660]">{t.plan.use}</h2>
      <Used label={t.plan.people} used={usage.users} limit={limits.maxUsers} show={(value) => number(language, value)} />
      <Used label={t.nav.storage} used={usage.storageBytes} limit={limits.maxStorageBytes} show={(value) => bytes(language, value)} />
      <p className="text-[14px] text-ink-3">
        {t.plan.alsoUpTo(t.plan.recordings(limits.maxRecordings), t.plan.voice(limits.maxVoiceSessions))}
      </p>
    </section>
  )
}

function Used({ label, used, limit, show }: { label: string; used: number; limit: number; show: (value: number) => string }) {
  const t = useWords()
  const text = t.common.of(show(used), show(limit))
  return (
    <div>
      <div className="mb-1 flex justify-between">
        <span>{label}</span>
        <span className="num">{text}</span>
      </div>
      <Meter label={label} used={used} limit={limit} text={text} />
    </div>
  )
}

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { OwnSession } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { dateAndTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Paged } from '@/ui/Paged'
import { endSession, sessionsQuery } from './api'
import { deviceOf } from './device'

/** Where the own account is signed in; each but this one can be ended from here. */
export function Sessions() {
  const t = useWords()
  return (
    <section className="grid gap-3">
      <h2 className="text-[17px] font-[660]">{t.security.sessions}</h2>
      <Paged query={useInfiniteQuery(sessionsQuery)} skeleton={{ rows: 1, height: 64 }}>
        {(sessions) => (
          <ul className="grid gap-2">
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  )
}

function SessionRow({ session }: { session: OwnSession }) {
  const t = useWords()
  const language = useLanguage()
  const text = useErrorText()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: () => toast.success(t.security.ended),
    onError: (error) => toast.error(text(error)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
  const device = deviceOf(session.userAgent) ?? t.security.unknownDevice
  return (
    <li className="card flex flex-wrap items-center gap-3 px-4 py-3" data-session={session.current ? 'current' : 'other'}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{device}</p>
        <p className="text-[13.5px] break-words text-ink-3">
          {t.security.lastUsed(dateAndTime(language, new Date(session.lastUsedAt)))}
          {session.address && ` · ${session.address}`}
        </p>
      </div>
      {session.current ? (
        <span className="text-ink-2">{t.security.thisOne}</span>
      ) : (
        <Button busy={end.isPending} aria-label={t.security.endOf(device)} onClick={() => end.mutate()}>
          {t.security.end}
        </Button>
      )}
    </li>
  )
}

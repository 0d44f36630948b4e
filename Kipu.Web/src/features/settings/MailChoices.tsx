import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Me } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { meQuery } from '@/session/me'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { chooseMail, MAILS, type Mail } from './api'

/** What one gets mail about. Each choice is saved at once, and taken back when the server refuses it. */
export function MailChoices() {
  const t = useWords()
  const { data: me, error, refetch } = useQuery(meQuery)
  const choose = useChoice()
  return (
    <section className="grid gap-3">
      <div className="grid gap-1">
        <h2 className="text-[17px] font-[660]">{t.settings.mail}</h2>
        {me && <p className="text-ink-2 wrap-anywhere">{t.settings.mailTo(me.user.email)}</p>}
      </div>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!me && !error && <Skeleton rows={1} height={210} />}
      {me && (
        <ul className="card rows">
          {MAILS.map((mail) => (
            <Choice key={mail} mail={mail} wanted={me.preferences.notifications[mail]} onChoose={(wanted) => choose({ mail, wanted })} />
          ))}
        </ul>
      )}
    </section>
  )
}

function useChoice() {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const show = ({ mail, wanted }: { mail: Mail; wanted: boolean }) =>
    client.setQueryData<Me>(keys.me, (me) => {
      if (!me) return me
      const notifications = { ...me.preferences.notifications, [mail]: wanted }
      return { ...me, preferences: { ...me.preferences, notifications } }
    })
  const { mutate } = useMutation({
    // One after the other: what was chosen last is what stays.
    scope: { id: 'mail' },
    mutationFn: ({ mail, wanted }: { mail: Mail; wanted: boolean }) => chooseMail(mail, wanted),
    onMutate: async (choice) => {
      // What is on its way was read before this choice, and would take it back.
      await client.cancelQueries({ queryKey: keys.me })
      show(choice)
    },
    onSuccess: () => toast.success(t.settings.mailSaved, { id: 'mail' }),
    onError: (error, { mail, wanted }) => {
      show({ mail, wanted: !wanted })
      toast.error(text(error), { id: 'mail' })
    },
  })
  return mutate
}

function Choice({ mail, wanted, onChoose }: { mail: Mail; wanted: boolean; onChoose: (wanted: boolean) => void }) {
  const t = useWords()
  const id = useId()
  return (
    <li>
      <label className="flex w-full cursor-pointer items-center gap-4">
        <span className="flex-1">
          <span id={id} className="block font-semibold">
            {t.settings.mails[mail]}
          </span>
          <span id={`${id}-text`} className="text-[14.5px] text-ink-2">
            {t.settings.mailTexts[mail]}
          </span>
        </span>
        <input
          type="checkbox"
          className="switch"
          aria-labelledby={id}
          aria-describedby={`${id}-text`}
          checked={wanted}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </label>
    </li>
  )
}

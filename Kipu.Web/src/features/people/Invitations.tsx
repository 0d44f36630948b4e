import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Invitation } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { dateAndTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Paged } from '@/ui/Paged'
import { invitationsQuery, resend, revoke } from './api'

/** Who was asked and has not answered yet. */
export function Invitations() {
  const t = useWords()
  return (
    <section className="grid gap-3">
      <h2 className="text-[17px] font-[660]">{t.people.invitations}</h2>
      <Paged query={useInfiniteQuery(invitationsQuery)} skeleton={{ rows: 1, height: 64 }} none={t.people.noInvitations}>
        {(invitations) => (
          <ul className="grid gap-2">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  )
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useWords()
  const language = useLanguage()
  const text = useErrorText()
  const client = useQueryClient()
  const common = {
    onError: (error: Error) => toast.error(text(error)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.invitations }),
  }
  const again = useMutation({ mutationFn: () => resend(invitation.id), onSuccess: () => toast.success(t.people.sent), ...common })
  const end = useMutation({ mutationFn: () => revoke(invitation.id), onSuccess: () => toast.success(t.people.revoked), ...common })
  const ends = new Date(invitation.expiresAt)
  const until = dateAndTime(language, ends)
  return (
    <li className="card flex flex-wrap items-center gap-3 px-4 py-3" data-invitation={invitation.email}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-words">{invitation.email}</p>
        <p className="text-[13.5px] text-ink-3">
          {t.roles[invitation.role]} · {ends > new Date() ? t.people.until(until) : t.people.over(until)}
        </p>
      </div>
      <Button busy={again.isPending} aria-label={t.people.resendTo(invitation.email)} onClick={() => again.mutate()}>
        {t.people.resend}
      </Button>
      <Button busy={end.isPending} aria-label={t.people.revokeOf(invitation.email)} onClick={() => end.mutate()}>
        {t.people.revoke}
      </Button>
    </li>
  )
}

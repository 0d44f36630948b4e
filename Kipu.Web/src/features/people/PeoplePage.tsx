import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Heading } from '@/ui/Heading'
import { Invitations } from './Invitations'
import { InviteForm } from './InviteForm'
import { Members } from './Members'

export function PeoplePage() {
  const t = useWords()
  const session = useSession()
  if (!session) return null
  const manages = session.user.role !== 'USER'
  return (
    <div className="page page-narrow grid gap-8">
      <Heading title={t.people.title}>{t.people.title}</Heading>
      {manages && <InviteForm role={session.user.role} />}
      <Members me={session.user} />
      {manages && <Invitations />}
    </div>
  )
}

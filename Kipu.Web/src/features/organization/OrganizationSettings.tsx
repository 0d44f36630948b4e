import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { SingleSignOn } from './SingleSignOn'

export function OrganizationSettings() {
  const t = useWords()
  const role = useSession()?.user.role
  if (role === 'USER') return <p className="band">{t.errors.forbidden}</p>
  return role === 'OWNER' ? <SingleSignOn /> : <p className="band">{t.organization.ownerOnly}</p>
}

import { useSession } from '@/session/useSession'
import { KnownPeople } from './KnownPeople'
import { Settings } from './Settings'
import { Templates } from './Templates'

/** How the organization's meetings are read: every member may know, owners and admins decide. */
export function AnalysisPage() {
  const role = useSession()?.user.role
  const mayEdit = role === 'OWNER' || role === 'ADMIN'
  return (
    <>
      <Settings mayEdit={mayEdit} />
      <Templates mayEdit={mayEdit} />
      <KnownPeople mayEdit={mayEdit} />
    </>
  )
}

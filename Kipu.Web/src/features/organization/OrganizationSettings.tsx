import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Profile } from './Profile'
import { RequiredFactor } from './RequiredFactor'
import { Retention } from './Retention'
import { SingleSignOn } from './SingleSignOn'
import { StorageReport } from './StorageReport'
import { VocabularyForm } from './VocabularyForm'

export function OrganizationSettings() {
  const t = useWords()
  const role = useSession()?.user.role
  if (role === 'USER') return <p className="band">{t.errors.forbidden}</p>
  const isOwner = role === 'OWNER'
  return (
    <>
      <Profile />
      <VocabularyForm />
      <Retention />
      <StorageReport />
      <RequiredFactor mayChange={isOwner} />
      {isOwner && <SingleSignOn />}
    </>
  )
}

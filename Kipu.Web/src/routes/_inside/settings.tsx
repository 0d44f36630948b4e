import { createFileRoute } from '@tanstack/react-router'
import { Passkeys } from '@/features/security/Passkeys'
import { SecuritySection } from '@/features/security/SecuritySection'
import { Sessions } from '@/features/security/Sessions'
import { SettingsPage } from '@/features/settings/SettingsPage'

export const Route = createFileRoute('/_inside/settings')({ component: Page })

function Page() {
  return (
    <SettingsPage>
      <SecuritySection />
      <Passkeys />
      <Sessions />
    </SettingsPage>
  )
}

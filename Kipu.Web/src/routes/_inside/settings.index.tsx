import { createFileRoute } from '@tanstack/react-router'
import { Passkeys } from '@/features/security/Passkeys'
import { SecuritySection } from '@/features/security/SecuritySection'
import { Sessions } from '@/features/security/Sessions'
import { MailChoices } from '@/features/settings/MailChoices'
import { OwnSettings } from '@/features/settings/OwnSettings'
import { SettingsFrame } from '@/features/settings/SettingsFrame'

export const Route = createFileRoute('/_inside/settings/')({ component: Page })

function Page() {
  return (
    <SettingsFrame>
      <OwnSettings />
      <MailChoices />
      <SecuritySection />
      <Passkeys />
      <Sessions />
    </SettingsFrame>
  )
}

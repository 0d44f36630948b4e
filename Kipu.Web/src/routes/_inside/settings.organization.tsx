import { createFileRoute } from '@tanstack/react-router'
import { OrganizationSettings } from '@/features/organization/OrganizationSettings'
import { SettingsFrame } from '@/features/settings/SettingsFrame'

export const Route = createFileRoute('/_inside/settings/organization')({ component: Page })

function Page() {
  return (
    <SettingsFrame>
      <OrganizationSettings />
    </SettingsFrame>
  )
}

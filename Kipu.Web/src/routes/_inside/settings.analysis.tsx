import { createFileRoute } from '@tanstack/react-router'
import { SettingsFrame } from '@/features/settings/SettingsFrame'
import { AnalysisPage } from '@/features/templates/AnalysisPage'

export const Route = createFileRoute('/_inside/settings/analysis')({ component: Page })

function Page() {
  return (
    <SettingsFrame>
      <AnalysisPage />
    </SettingsFrame>
  )
}

import { createFileRoute } from '@tanstack/react-router'
import { SecuritySection } from '@/features/security/SecuritySection'
import { SettingsPage } from '@/features/settings/SettingsPage'

export const Route = createFileRoute('/_inside/settings')({ component: () => <SettingsPage security={<SecuritySection />} /> })

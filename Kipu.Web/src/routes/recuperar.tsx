import { createFileRoute, useLocation } from '@tanstack/react-router'
import { ForgotPassword } from '@/features/auth/ForgotPassword'
import { ResetPassword } from '@/features/auth/ResetPassword'

export const Route = createFileRoute('/recuperar')({ component: Page })

function Page() {
  const token = useLocation({ select: ({ hash }) => hash })
  return token ? <ResetPassword token={token} /> : <ForgotPassword />
}

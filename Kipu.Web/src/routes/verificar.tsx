import { createFileRoute, useLocation } from '@tanstack/react-router'
import { ConfirmAddress } from '@/features/auth/ConfirmAddress'

export const Route = createFileRoute('/verificar')({
  component: () => <ConfirmAddress token={useLocation({ select: ({ hash }) => hash })} />,
})

import { createFileRoute, useLocation } from '@tanstack/react-router'
import { AcceptInvitation } from '@/features/auth/AcceptInvitation'
import { ready } from '@/session/session'

export const Route = createFileRoute('/invitacion')({
  // Who is signed in is told that this makes another account.
  beforeLoad: () => ready().catch(() => false),
  component: () => <AcceptInvitation token={useLocation({ select: ({ hash }) => hash })} />,
})

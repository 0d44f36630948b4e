import { createFileRoute, useLocation } from '@tanstack/react-router'
import { SharedPage } from '@/features/recording/SharedPage'

export const Route = createFileRoute('/compartido')({
  component: () => <SharedPage token={useLocation({ select: ({ hash }) => hash })} />,
})

import { createFileRoute } from '@tanstack/react-router'
import { SignUp } from '@/features/auth/SignUp'

export const Route = createFileRoute('/crear-cuenta')({ component: SignUp })

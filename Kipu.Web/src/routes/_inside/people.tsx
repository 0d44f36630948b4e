import { createFileRoute } from '@tanstack/react-router'
import { PeoplePage } from '@/features/people/PeoplePage'

export const Route = createFileRoute('/_inside/people')({ component: PeoplePage })

import { createFileRoute } from '@tanstack/react-router'
import { ApiKeysPage } from '@/features/developers/ApiKeysPage'

export const Route = createFileRoute('/_inside/api-keys')({ component: ApiKeysPage })

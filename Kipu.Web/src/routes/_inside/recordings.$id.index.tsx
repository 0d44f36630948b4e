import { createFileRoute } from '@tanstack/react-router'
import { RecordingPage } from '@/features/recording/RecordingPage'

export const Route = createFileRoute('/_inside/recordings/$id/')({
  validateSearch: (search: Record<string, unknown>): { t?: number } => {
    const at = Number(search.t)
    return search.t !== undefined && Number.isFinite(at) && at >= 0 ? { t: at } : {}
  },
  component: Page,
})

function Page() {
  const { id } = Route.useParams()
  const { t } = Route.useSearch()
  return <RecordingPage key={id} id={id} at={t ?? null} />
}

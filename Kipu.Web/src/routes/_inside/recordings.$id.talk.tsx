import { createFileRoute } from '@tanstack/react-router'
import { Talk } from '@/features/voice/Talk'

export const Route = createFileRoute('/_inside/recordings/$id/talk')({
  validateSearch: (search: Record<string, unknown>): { q?: string } => (typeof search.q === 'string' ? { q: search.q } : {}),
  component: Page,
})

function Page() {
  const { id } = Route.useParams()
  const { q } = Route.useSearch()
  return <Talk key={id} recordingId={id} question={q ?? null} />
}

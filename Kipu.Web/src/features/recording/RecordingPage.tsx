import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ApiError } from '@/api/problem'
import { useWords } from '@/i18n/language'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { NotFound } from '@/ui/NotFound'
import { Skeleton } from '@/ui/Skeleton'
import { recordingQuery } from './api'
import { RecordingView } from './RecordingView'

export function RecordingPage({ id, at }: { id: string; at: number | null }) {
  const t = useWords()
  const { data, error, refetch } = useQuery(recordingQuery(id))
  if (error instanceof ApiError && error.status === 404) return <NotFound />
  if (data) return <RecordingView recording={data} at={at} />
  return (
    <div className="page no-tabbar">
      <Link to="/recordings" className="crumb mb-3">
        {t.recording.back}
      </Link>
      {error ? <ErrorPanel error={error} onRetry={refetch} /> : <Skeleton rows={3} height={140} />}
    </div>
  )
}

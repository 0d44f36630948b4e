import { useLocation, useMatch, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toast } from 'sonner'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { isActive } from './machine'
import { RecorderBar } from './RecorderBar'
import { useRecorder } from './recorder'
import { useRecordedTime } from './useRecordedTime'

/** What has to be seen of a recording wherever one is, also once the session has ended. */
export function RecorderWatch() {
  useTabTitle()
  useAlert()
  const state = useRecorder()
  const session = useSession()
  const inside = useMatch({ from: '/_inside', shouldThrow: false })
  return isActive(state) && !(session && inside) ? <RecorderBar /> : null
}

function useTabTitle() {
  const t = useWords()
  const { phase } = useRecorder()
  const seconds = useRecordedTime()
  useEffect(() => {
    if (phase !== 'recording') return
    const before = document.title.replace(/^● \S+ /, '')
    document.title = `${t.record.tabTitle(clock(seconds))} ${before}`
    return () => {
      document.title = document.title.replace(/^● \S+ /, '')
    }
  }, [phase, seconds, t])
}

/** That it stopped by itself is told on every page; the recorder's own has a notice. */
function useAlert() {
  const t = useWords()
  const navigate = useNavigate()
  const elsewhere = useLocation({ select: ({ pathname }) => pathname !== '/record' })
  const { notice } = useRecorder()
  useEffect(() => {
    if (!elsewhere || (notice !== 'lost' && notice !== 'broken')) return
    const action = { label: t.record.show, onClick: () => navigate({ to: '/record' }) }
    const id = toast.error(t.record[notice], { duration: Number.POSITIVE_INFINITY, action })
    return () => {
      toast.dismiss(id)
    }
  }, [notice, elsewhere, t, navigate])
}

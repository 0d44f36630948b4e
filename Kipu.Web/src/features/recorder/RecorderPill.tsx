import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { useRecorder } from './recorder'
import { useRecordedTime } from './useRecordedTime'

/** What is being recorded, in the rail and in the tab's title, so that one can work elsewhere meanwhile. */
export function RecorderPill() {
  const t = useWords()
  const { phase, title } = useRecorder()
  const seconds = useRecordedTime()
  const isOn = phase === 'recording' || phase === 'paused' || phase === 'finishing'

  useEffect(() => {
    if (phase !== 'recording') return
    const before = document.title.replace(/^● \S+ /, '')
    document.title = `${t.record.tabTitle(clock(seconds))} ${before}`
    return () => {
      document.title = document.title.replace(/^● \S+ /, '')
    }
  }, [phase, seconds, t])

  if (!isOn) return null
  return (
    <Link to="/record" className="pill">
      <b>
        <span className={phase === 'recording' ? 'dot pulse' : 'dot opacity-40'} aria-hidden="true" />
        <span className="wide">{phase === 'finishing' ? t.record.finishing : t.record[phase]}</span>
        <span className="num ml-auto">{clock(seconds)}</span>
      </b>
      <span className="wide truncate text-ink-3">{title}</span>
    </Link>
  )
}

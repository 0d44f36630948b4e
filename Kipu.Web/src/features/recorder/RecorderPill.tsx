import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { KnotIcon } from '@/ui/icons'
import { isActive, isUnderway } from './machine'
import { mark, useRecorder } from './recorder'
import { useRecordedTime } from './useRecordedTime'

/** What is being recorded, in the rail or above a phone's bar, so that one can work elsewhere meanwhile. */
export function RecorderPill() {
  const t = useWords()
  const state = useRecorder()
  const { phase, title } = state
  const seconds = useRecordedTime()
  // The recorder's own page has a button that also takes a note.
  const elsewhere = useLocation({ select: ({ pathname }) => pathname !== '/record' })
  if (!isUnderway(state)) return null
  return (
    <div className="pill">
      <Link to="/record" className="pill-link">
        <b>
          <span className={phase === 'recording' ? 'dot pulse' : 'dot opacity-40'} aria-hidden="true" />
          <span className="wide">
            {phase === 'recording' ? t.record.recording : phase === 'paused' ? t.record.paused : t.record.finishing}
          </span>
          <span className="num ml-auto">{clock(seconds)}</span>
        </b>
        <span className="wide truncate text-ink-3">{title}</span>
      </Link>
      {isActive(state) && elsewhere && <MarkButton />}
    </div>
  )
}

function MarkButton() {
  const t = useWords()
  const [said, setSaid] = useState('')
  const markNow = () => {
    const made = mark()
    setSaid(made ? t.markers.marked(clock(made.atSeconds)) : t.markers.full)
  }
  return (
    <>
      <button type="button" className="pill-mark" aria-label={t.markers.mark} title={t.markers.mark} onClick={markNow}>
        <KnotIcon kind="marker" />
        <span className="wide">{t.markers.mark}</span>
      </button>
      <p className="pill-said" role="status">
        {said}
      </p>
    </>
  )
}

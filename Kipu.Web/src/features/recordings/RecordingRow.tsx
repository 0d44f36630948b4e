import { Link } from '@tanstack/react-router'
import type { RecordingSummary } from '@/api/types'
import { duration, percent, rowTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Avatars, speakerColour } from '@/ui/Avatars'
import { KnotIcon } from '@/ui/icons'
import { Progress } from '@/ui/Progress'
import { Cordlet } from './Cordlet'

export function RecordingRow({ recording }: { recording: RecordingSummary }) {
  const t = useWords()
  const language = useLanguage()
  const created = new Date(recording.createdAt)
  const people = recording.speakers.map((speaker, index) => ({ name: speaker.name ?? t.voiceOf(index + 1), colour: speakerColour(index) }))
  return (
    <li className="row" data-status={recording.status} data-recording={recording.id}>
      <Cordlet recording={recording} />
      <div className="min-w-0">
        <h3>
          <Link to="/recordings/$id" params={{ id: recording.id }} lang={recording.language ?? undefined}>
            {recording.title}
          </Link>
        </h3>
        <RowBody recording={recording} />
      </div>
      <div className="when">
        <span>
          <time dateTime={recording.createdAt}>{rowTime(language, created)}</time>
          {recording.durationSeconds !== null && ` · ${duration(recording.durationSeconds)}`}
        </span>
        <Avatars people={people} label={t.recordings.speakers(people.map((person) => person.name))} />
      </div>
    </li>
  )
}

function RowBody({ recording }: { recording: RecordingSummary }) {
  const t = useWords()
  const language = useLanguage()
  const { status, stage, progress } = recording
  if (status === 'ERROR') {
    const code = recording.error?.code ?? 'other'
    const why = code in t.recording.failures ? t.recording.failures[code as keyof typeof t.recording.failures] : t.recording.failures.other
    return (
      <div className="state" data-tone="rec">
        {why}
        <Link to="/recordings/$id" params={{ id: recording.id }} className="link">
          {t.recordings.seeWhat}
        </Link>
      </div>
    )
  }
  if (status !== 'COMPLETED') {
    return (
      <div className="state">
        <span>{status === 'PROCESSING' && stage ? t.stages[stage] : t.status[status]}</span>
        {status === 'PROCESSING' && (
          <>
            <Progress label={t.recordings.processingLabel(recording.title)} value={progress} pulse />
            <span className="num">{percent(language, progress)}</span>
          </>
        )}
      </div>
    )
  }
  return (
    <>
      <p lang={recording.language ?? undefined}>{recording.executiveSummary ?? t.recordings.noSummary}</p>
      <div className="facts">
        {recording.decisions > 0 && (
          <span className="fact">
            <KnotIcon kind="decision" />
            {t.recordings.decisions(recording.decisions)}
          </span>
        )}
        {recording.openActionItems > 0 && (
          <span className="fact">
            <KnotIcon kind="task" />
            {t.recordings.openTasks(recording.openActionItems)}
          </span>
        )}
        {recording.tags.slice(0, 4).map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </div>
    </>
  )
}

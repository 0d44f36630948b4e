import type { EngineInfo, RecordingSummary } from '@/api/types'
import { percent } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { useMayChange } from '@/session/useMayChange'
import { Progress } from '@/ui/Progress'
import { FinishAsIs } from './FinishAsIs'
import { type Gap, limitsOf } from './model'
import { Repair } from './Repair'

/** While there is no analysis yet, or never will be: what is going on, what is safe, what to do. */
export function StatusNotice({ recording }: { recording: RecordingSummary }) {
  const t = useWords()
  const language = useLanguage()
  const mayChange = useMayChange()
  const { status, stage, progress, error } = recording
  if (status === 'ERROR') {
    const code = error?.code ?? 'other'
    const why = code in t.recording.failures ? t.recording.failures[code as keyof typeof t.recording.failures] : t.recording.failures.other
    return (
      <section className="sec">
        <h2>{t.recording.failedTitle}</h2>
        <div className="band" data-tone="rec" role="alert">
          <p>
            {why} {t.recording.failedSafe} {error?.retryable ? t.recording.failedRetry : t.recording.failedFinal}
          </p>
          {error?.retryable && <Repair id={recording.id} />}
        </div>
      </section>
    )
  }
  const waiting = status === 'RECORDING' || status === 'PAUSED'
  // The progress bar moves; a screen reader is told at each quarter.
  const quarter = Math.floor(progress / 25) * 25
  return (
    <section className="sec">
      <h2>{waiting ? t.status[status] : t.recording.processingTitle}</h2>
      <div className="card grid gap-3 p-5" data-processing={status}>
        {status === 'PROCESSING' && (
          <div className="state m-0">
            <span>{stage ? t.stages[stage] : t.status[status]}</span>
            <Progress label={t.recordings.processingLabel(recording.title)} value={progress} pulse />
            <span className="num">{percent(language, progress)}</span>
          </div>
        )}
        {status === 'QUEUED' && <p className="pulse">{t.status.QUEUED}</p>}
        <p className="text-ink-2">{waiting ? t.recording.recordingText : t.recording.processingText}</p>
        {waiting && mayChange && <FinishAsIs id={recording.id} />}
        <p className="sr-only" role="status">
          {status === 'PROCESSING' && percent(language, quarter)}
        </p>
      </div>
    </section>
  )
}

/** What the engine says of itself: a model for samples only, or one that often errs. */
export function EngineNotice({ engine }: { engine: EngineInfo }) {
  const t = useWords()
  if (!engine.demo && engine.confidence !== 'low') return null
  return (
    <div className="band only-summary mb-6" data-tone="warn" data-demo={engine.demo}>
      <b className="font-[640]">{engine.demo ? t.recording.demo : t.recording.lowConfidence}</b>
      <p className="flex-1 basis-60">{engine.demo ? t.recording.demoText : t.recording.lowConfidenceText}</p>
    </div>
  )
}

/** What was wished for and this engine can't do: why there are no sections, or why the summary is in another language. */
export function LimitsNotice({ engine }: { engine: EngineInfo }) {
  const t = useWords()
  const limits = limitsOf(engine.reasons)
  if (limits.length === 0) return null
  return (
    <div className="band only-summary mb-6" data-limits={limits.join(' ')}>
      {limits.map((limit) => (
        <p key={limit}>{t.recording.limits[limit]}</p>
      ))}
    </div>
  )
}

/** What of the analysis failed and can be done again, without touching the rest. */
export function FailedParts({ id, gaps, engine }: { id: string; gaps: Gap[]; engine: EngineInfo }) {
  const t = useWords()
  const parts = gaps.filter(({ state }) => state === 'failed')
  if (parts.length === 0 && !engine.reasons.includes('reading_failed')) return null
  return (
    <div className="band only-summary mb-6" data-tone="warn" data-failed={parts.length}>
      <p className="flex-1 basis-60">{parts.length > 0 ? t.recording.failedParts(parts.length) : t.recording.failedReading}</p>
      <Repair id={id} />
    </div>
  )
}

/** A recording without words: why, and what can be done. */
export function NoWords({ engine }: { engine: EngineInfo }) {
  const t = useWords()
  const reason = engine.reasons.find((one) => one in t.recording.noWords) ?? 'other'
  return (
    <>
      <div className="talk-head">
        <h2>{t.recording.noWordsTitle}</h2>
      </div>
      <div className="grid gap-3 px-6 pb-6 text-ink-2" data-no-words={reason}>
        <p>{t.recording.noWords[reason as keyof typeof t.recording.noWords]}</p>
        {reason !== 'no_speech' && <p>{t.recording.noWordsFix}</p>}
      </div>
    </>
  )
}

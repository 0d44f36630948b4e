import { useQuery } from '@tanstack/react-query'
import { Fragment, useMemo, useRef } from 'react'
import type { SharedRecording } from '@/api/types'
import { dateAndTime, duration } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Skeleton } from '@/ui/Skeleton'
import { sharedQuery } from './api'
import { Findings } from './Findings'
import { Moment } from './Moment'
import { gapsBefore, gapsOf, voicesOf, writtenIn } from './model'
import { EngineNotice, LimitsNotice } from './Notices'
import { GapLines } from './Segment'

/** What the holder of a link reads: one recording, and nothing that leads further into the organization. */
export function SharedPage({ token }: { token: string }) {
  const t = useWords()
  const { data, error, refetch } = useQuery(sharedQuery(token))
  return (
    <Front>
      <div className="page grid gap-6">
        {!data && <Heading title={t.recording.sharedTitle}>{t.recording.sharedTitle}</Heading>}
        {error && <ErrorPanel error={error} onRetry={refetch} />}
        {!data && !error && <Skeleton rows={3} height={140} />}
        {data && <Shared recording={data} />}
      </div>
    </Front>
  )
}

function Shared({ recording }: { recording: SharedRecording }) {
  const t = useWords()
  const language = useLanguage()
  const { analysis } = recording
  const audio = useRef<HTMLAudioElement>(null)
  const turns = analysis.transcript ?? []
  const voices = useMemo(() => voicesOf(analysis, t.voiceOf), [analysis, t])
  const gaps = gapsBefore(turns, gapsOf(analysis.coverage))
  const nameOf = new Map(voices.map((voice) => [voice.id, voice.name]))
  const words = useRef<HTMLElement>(null)
  /** Plays a moment, or shows its words where the link is without the audio. */
  const play = (seconds: number) => {
    if (audio.current) {
      audio.current.currentTime = seconds
      audio.current.play()
    } else {
      const turn = turns.findLastIndex(({ startSeconds }) => startSeconds <= seconds)
      words.current?.querySelectorAll('[data-turn]')[turn]?.scrollIntoView({ block: 'center' })
    }
  }
  return (
    <>
      <header className="grid gap-1">
        <Heading title={recording.title}>
          <span lang={analysis.language ?? undefined}>{recording.title}</span>
        </Heading>
        <p className="text-ink-2">
          <time dateTime={recording.createdAt}>{dateAndTime(language, new Date(recording.createdAt))}</time>
          {recording.durationSeconds !== null && ` · ${duration(recording.durationSeconds)}`}
        </p>
      </header>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands below, word for word. */}
      {recording.audio && <audio ref={audio} className="w-full" controls preload="metadata" src={recording.audio.url} />}
      <div>
        <EngineNotice engine={analysis.engine} />
        <LimitsNotice engine={analysis.engine} />
        <Findings analysis={analysis} lang={writtenIn(analysis)} turns={turns} voices={voices} onPlay={play} />
      </div>
      {turns.length > 0 && (
        <section className="grid gap-3" lang={analysis.language ?? undefined} ref={words}>
          <h2 className="text-[17px] font-[660]" lang={document.documentElement.lang}>
            {t.recording.transcript}
          </h2>
          {turns.map((turn, index) => (
            <Fragment key={turn.segmentId}>
              <GapLines gaps={gaps.get(index) ?? []} />
              <p data-turn={turn.segmentId}>
                <Moment at={turn.startSeconds} onPlay={play} /> <b>{nameOf.get(turn.speakerId) ?? turn.speaker}</b> {turn.text}
              </p>
            </Fragment>
          ))}
          <GapLines gaps={gaps.get(turns.length) ?? []} />
        </section>
      )}
    </>
  )
}

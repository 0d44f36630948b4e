import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Analysis, Marker, RecordingSummary } from '@/api/types'
import { useWords } from '@/i18n/language'
import { analysisSettingsQuery } from '@/session/templates'
import { useMayChange } from '@/session/useMayChange'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { AskBar } from './AskBar'
import { analysisQuery, waveformQuery } from './api'
import { Findings } from './Findings'
import { Head } from './Head'
import { KeysDialog } from './KeysDialog'
import { Markers } from './Markers'
import { gapsOf, knotsBySegment, knotsOf, voicesOf, writtenIn } from './model'
import { EngineNotice, FailedParts, LimitsNotice, NoWords, StatusNotice } from './Notices'
import { PlayerBar } from './PlayerBar'
import { usePlayer } from './player'
import { SpeakerDialog } from './SpeakerDialog'
import { Transcript } from './Transcript'
import { useAudio } from './useAudio'
import { useMarkers } from './useMarkers'
import { useRecordingKeys } from './useRecordingKeys'
import { useTick } from './useTick'
import { type View, ViewTabs } from './ViewTabs'
import { Waveform } from './Waveform'

const NO_TURNS: NonNullable<Analysis['transcript']> = []
const NO_MARKERS: Marker[] = []

/** A recording: the sound always in sight, what was found in it on the left, what was said on the right. */
export function RecordingView({ recording, at }: { recording: RecordingSummary; at: number | null }) {
  const t = useWords()
  const completed = recording.status === 'COMPLETED'
  const { data: analysis, error, refetch } = useQuery({ ...analysisQuery(recording.id), enabled: completed })
  const { data: settings } = useQuery({ ...analysisSettingsQuery, enabled: completed && !recording.outputLanguage })
  const { data: peaks } = useQuery({ ...waveformQuery(recording.id), enabled: completed || recording.status === 'ERROR' })
  const { player, ...sound } = useAudio(recording, peaks?.seconds ?? analysis?.durationSeconds ?? recording.durationSeconds ?? 0, at)
  const turns = analysis?.transcript ?? NO_TURNS
  const voices = useMemo(() => (analysis ? voicesOf(analysis, t.voiceOf) : []), [analysis, t])
  const stored = recording.markers ?? NO_MARKERS
  const knots = useMemo(() => knotsOf(analysis, stored), [analysis, stored])
  const bySegment = useMemo(() => (analysis ? knotsBySegment(analysis) : new Map()), [analysis])
  const gaps = useMemo(() => gapsOf(analysis?.coverage ?? []), [analysis])
  const column = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [view, setView] = useState<View>('summary')
  const tick = useTick(recording.id)
  const mayChange = useMayChange()
  const [speaking, setSpeaking] = useState<string | null>(null)
  const asked = voices.find((voice) => voice.id === speaking)
  const [helping, setHelping] = useState(false)
  const markers = useMarkers(recording.id, stored)
  // Before the sound is there, there is no moment to mark.
  const ready = usePlayer(player, (it) => it.ready)
  const mark = mayChange && ready ? () => markers.add(player.seconds) : null
  useRecordingKeys({ player, turns, knots, search, onMark: mark, onHelp: () => setHelping(true) })
  const play = (seconds: number) => {
    player.seek(seconds)
    if (!player.playing) player.toggle()
  }
  const marked = <Markers markers={markers} mayChange={mayChange} onMark={mark} onPlay={play} />
  return (
    <div className="rec-page no-tabbar" data-view={view} data-status={recording.status}>
      <Head recording={recording} onHelp={() => setHelping(true)} />
      <PlayerBar player={player} hasKnots={knots.length > 0}>
        <Waveform player={player} peaks={peaks ?? null} turns={turns} voices={voices} coverage={analysis?.coverage ?? []} knots={knots} />
      </PlayerBar>
      {sound.error && <ErrorPanel error={sound.error} onRetry={sound.retry} />}
      <ViewTabs value={view} onChange={setView} />
      <div className="cols">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard. */}
        <section className="col doc" tabIndex={0} aria-label={t.recording.summary}>
          {!completed && <StatusNotice recording={recording} />}
          {error && <ErrorPanel error={error} onRetry={refetch} />}
          {completed && !analysis && !error && <Skeleton rows={4} height={90} />}
          {analysis && (
            <>
              <EngineNotice engine={analysis.engine} />
              <LimitsNotice engine={analysis.engine} />
              <FailedParts id={recording.id} gaps={gaps} engine={analysis.engine} />
              <Findings
                analysis={analysis}
                lang={writtenIn(analysis, recording.outputLanguage ?? settings?.outputLanguage)}
                turns={turns}
                voices={voices}
                onPlay={play}
                onTick={tick}
                onSpeaker={mayChange ? setSpeaking : undefined}
                markers={marked}
              />
              <p className="only-summary mb-6 text-[13.5px] text-ink-3">{t.recording.engine(analysis.engine.transcriber)}</p>
            </>
          )}
          {!analysis && marked}
          {analysis && <AskBar id={recording.id} />}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above. */}
        <section className="col talk-col" tabIndex={0} aria-label={t.recording.transcript} ref={column}>
          {analysis?.transcript && (
            <Transcript
              player={player}
              recordingId={mayChange ? recording.id : null}
              onSpeaker={setSpeaking}
              turns={turns}
              voices={voices}
              gaps={gaps}
              knots={bySegment}
              language={analysis.language}
              column={column}
              search={search}
            />
          )}
          {analysis && !analysis.transcript && <NoWords engine={analysis.engine} />}
          {!analysis && <p className="p-6 text-ink-3">{t.recording.transcriptWait}</p>}
        </section>
      </div>
      <KeysDialog open={helping} onClose={() => setHelping(false)} />
      {asked && <SpeakerDialog recordingId={recording.id} voice={asked} voices={voices} onClose={() => setSpeaking(null)} />}
    </div>
  )
}

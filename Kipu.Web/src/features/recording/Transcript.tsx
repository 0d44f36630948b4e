import { ArrowDown } from 'lucide-react'
import { type RefObject, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Turn } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { FindHere } from './FindHere'
import { hitsIn } from './find'
import { LongList } from './LongList'
import { type Gap, gapsBefore, turnAt, type Voice, withOpened } from './model'
import { type Player, usePlayer } from './player'
import { type Corrections, GapLines, Segment } from './Segment'
import { useFollow } from './useFollow'

type Props = {
  player: Player
  /** Whose words may be corrected here; null where one only reads. */
  recordingId: string | null
  onSpeaker: (speakerId: string) => void
  turns: Turn[]
  voices: Voice[]
  gaps: Gap[]
  knots: Map<string, ('decision' | 'task')[]>
  language: string | null
  column: RefObject<HTMLElement | null>
  search: RefObject<HTMLInputElement | null>
}

const NO_HITS: [number, number][] = []
const NO_KNOTS: ('decision' | 'task')[] = []
const NO_GAPS: Gap[] = []

/** From here on only what is in sight is drawn; below, all of it, so that the browser's own search finds it. */
const LONG = 300

export function Transcript({ player, recordingId, onSpeaker, turns: analysed, voices, gaps, knots, language, column, search }: Props) {
  const t = useWords()
  const [edited, setEdited] = useState<Turn[]>([])
  const turns = useMemo(() => withOpened(analysed, edited), [analysed, edited])
  const now = usePlayer(player, (it) => turnAt(turns, it.seconds))
  const reveal = useRef<((turn: number) => void) | null>(null)
  const { following, follow, stop, show } = useFollow(column, reveal, now)
  const [words, setWords] = useState('')
  // What one types shows at once; the hits of a long transcript follow.
  const sought = useDeferredValue(words)
  const found = useMemo(() => turns.map((turn) => hitsIn(turn.text, sought)), [turns, sought])
  const voice = useMemo(() => new Map(voices.map((one) => [one.id, one])), [voices])
  const gapBefore = useMemo(() => gapsBefore(turns, gaps), [turns, gaps])
  const play = useCallback(
    (seconds: number) => {
      player.seek(seconds)
      if (!player.playing) player.toggle()
    },
    [player],
  )
  const corrections = useMemo<Corrections | null>(() => {
    if (recordingId === null) return null
    const onEditing = (turn: Turn, open: boolean) => {
      // What sounds goes on, but doesn't pull away what one writes in.
      stop()
      setEdited((all) => (open ? [...all, turn] : all.filter(({ segmentId }) => segmentId !== turn.segmentId)))
    }
    return { recordingId, onSpeaker, onEditing }
  }, [recordingId, onSpeaker, stop])
  const segment = (index: number) => {
    const turn = turns[index]
    if (!turn) return null
    return (
      <Segment
        turn={turn}
        name={turns[index - 1]?.speakerId === turn.speakerId ? null : (voice.get(turn.speakerId)?.name ?? turn.speaker)}
        colour={voice.get(turn.speakerId)?.colour ?? 'var(--color-ink-2)'}
        hits={found[index] ?? NO_HITS}
        knots={knots.get(turn.segmentId) ?? NO_KNOTS}
        gaps={gapBefore.get(index) ?? NO_GAPS}
        corrections={corrections}
        onPlay={play}
      />
    )
  }
  const keyOf = useCallback((index: number) => turns[index]?.segmentId ?? '', [turns])
  return (
    <>
      <div className="talk-head">
        <h2>{t.recording.transcript}</h2>
        <FindHere words={words} sought={sought} onChange={setWords} found={found} input={search} onShow={show} />
      </div>
      <div className="segs" lang={language ?? undefined}>
        {turns.length > LONG ? (
          <LongList
            count={turns.length}
            keyOf={keyOf}
            now={now}
            kept={edited.map(({ segmentId }) => turns.findIndex((turn) => turn.segmentId === segmentId))}
            column={column}
            reveal={reveal}
            render={segment}
          />
        ) : (
          <ol>
            {turns.map((turn, index) => (
              <li key={turn.segmentId} data-segment={index} data-now={index === now} aria-current={index === now || undefined}>
                {segment(index)}
              </li>
            ))}
          </ol>
        )}
        <GapLines gaps={gapBefore.get(turns.length) ?? NO_GAPS} />
      </div>
      {!following && edited.length === 0 && (
        <div className="follow">
          <Button onClick={follow}>
            <ArrowDown className="icon" strokeWidth={1.5} aria-hidden />
            {t.recording.follow}
          </Button>
        </div>
      )}
    </>
  )
}

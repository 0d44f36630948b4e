import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CoverageSpan, Waveform as Peaks, Turn } from '@/api/types'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { onThemeChange } from '@/session/theme'
import { barHeights } from './bars'
import { barsIn, drawWave } from './drawWave'
import { Knots } from './Knots'
import { type Knot, turnAt, type Voice } from './model'
import { type Player, usePlayer } from './player'

type Props = { player: Player; peaks: Peaks | null; turns: Turn[]; voices: Voice[]; coverage: CoverageSpan[]; knots: Knot[] }

const STEPS: Record<string, number> = { ArrowLeft: -5, ArrowRight: 5, ArrowDown: -5, ArrowUp: 5, PageDown: -60, PageUp: 60 }
const NOBODY = '--color-line-2'

/** The recording at a glance, and a slider over it. */
export function Waveform({ player, peaks, turns, voices, coverage, knots }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, setWidth] = useState(0)
  const seconds = usePlayer(player, (it) => it.duration)
  const bars = barsIn(width)
  const heights = useMemo(() => barHeights(peaks?.peaks ?? [], bars), [peaks, bars])
  const colours = useMemo(() => {
    // One voice needs no colours of its own: the accent.
    const colour = new Map(voices.map((voice) => [voice.id, voice.colour.slice(4, -1)]))
    return Array.from({ length: bars }, (_, bar) => {
      const turn = turns[turnAt(turns, ((bar + 0.5) / bars) * seconds)]
      return (turn && colour.get(turn.speakerId)) ?? (turns.length === 0 ? '--color-accent' : NOBODY)
    })
  }, [turns, voices, bars, seconds])

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const draw = () => drawWave(element, { heights, colours, seconds, at: player.seconds, coverage })
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth)
      draw()
    })
    observer.observe(element)
    draw()
    const ends = [player.subscribe(draw), onThemeChange(draw), () => observer.disconnect()]
    return () => {
      for (const end of ends) end()
    }
  }, [player, heights, colours, seconds, coverage])

  return (
    <div className="wave-holder">
      <Slider player={player} turns={turns} voices={voices}>
        <canvas ref={canvas} aria-hidden="true" />
      </Slider>
      <Knots knots={knots} seconds={seconds} width={width} onSeek={player.seek} />
    </div>
  )
}

function Slider({ player, turns, voices, children }: Pick<Props, 'player' | 'turns' | 'voices'> & { children: React.ReactNode }) {
  const t = useWords()
  const at = usePlayer(player, (it) => Math.floor(it.seconds))
  const seconds = usePlayer(player, (it) => it.duration)
  const turn = turns[turnAt(turns, at)]
  const speaker = turn ? (voices.find((voice) => voice.id === turn.speakerId)?.name ?? turn.speaker) : null
  const toPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    player.seek(((event.clientX - box.left) / box.width) * seconds)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step !== undefined) player.by(step)
    else if (event.key === 'Home') player.seek(0)
    else if (event.key === 'End') player.seek(seconds)
    else return
    event.preventDefault()
  }
  return (
    <div
      className="wave"
      role="slider"
      tabIndex={0}
      aria-label={t.recording.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={at}
      aria-valuetext={t.recording.positionText(clock(at), clock(seconds), speaker)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        toPointer(event)
      }}
      onPointerMove={(event) => event.buttons > 0 && toPointer(event)}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  )
}

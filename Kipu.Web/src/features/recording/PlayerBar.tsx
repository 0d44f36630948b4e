import { RotateCcw, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { clock, number } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { KnotIcon, PauseIcon, PlayIcon } from '@/ui/icons'
import { type Player, usePlayer } from './player'

const RATES = [1, 1.2, 1.5, 2]

export function PlayerBar({ player, hasKnots, children }: { player: Player; hasKnots: boolean; children: ReactNode }) {
  const t = useWords()
  return (
    <section className="card player" aria-label={t.recording.player}>
      <Transport player={player} />
      {children}
      <Times player={player} hasKnots={hasKnots} />
    </section>
  )
}

function Transport({ player }: { player: Player }) {
  const t = useWords()
  const language = useLanguage()
  const playing = usePlayer(player, (it) => it.playing)
  const ready = usePlayer(player, (it) => it.ready)
  const rate = usePlayer(player, (it) => it.rate)
  const shown = `${number(language, rate, 1)}×`
  const faster = () => player.setRate(RATES[(RATES.indexOf(rate) + 1) % RATES.length] ?? 1)
  return (
    <div className="transport">
      <button type="button" className="tool" aria-label={t.recording.backward} disabled={!ready} onClick={() => player.by(-10)}>
        <RotateCcw className="icon" strokeWidth={1.5} aria-hidden />
      </button>
      <button
        type="button"
        className="play"
        aria-label={playing ? t.recording.pause : t.recording.play}
        disabled={!ready}
        onClick={player.toggle}
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
      </button>
      <button type="button" className="tool" aria-label={t.recording.forward} disabled={!ready} onClick={() => player.by(10)}>
        <RotateCw className="icon" strokeWidth={1.5} aria-hidden />
      </button>
      <button type="button" className="tool rate" aria-label={t.recording.speed(shown)} onClick={faster}>
        {shown}
      </button>
    </div>
  )
}

function Times({ player, hasKnots }: { player: Player; hasKnots: boolean }) {
  const t = useWords()
  const at = usePlayer(player, (it) => Math.floor(it.seconds))
  const seconds = usePlayer(player, (it) => it.duration)
  return (
    <div className="times">
      <b data-clock={at}>{clock(at)}</b>
      {hasKnots && (
        <span className="legend">
          <span>
            <KnotIcon kind="decision" />
            {t.recording.decision}
          </span>
          <span>
            <KnotIcon kind="task" />
            {t.recording.task}
          </span>
          <span>
            <KnotIcon kind="marker" />
            {t.recording.marker}
          </span>
        </span>
      )}
      <span>{clock(seconds)}</span>
    </div>
  )
}

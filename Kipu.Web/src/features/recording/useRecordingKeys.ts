import type { RefObject } from 'react'
import type { Turn } from '@/api/types'
import { useKeys } from '@/ui/useKeys'
import type { Knot } from './model'
import type { Player } from './player'

type Parts = {
  player: Player
  turns: Turn[]
  knots: Knot[]
  search: RefObject<HTMLInputElement | null>
  /** Null where nobody may mark. */
  onMark: (() => void) | null
  onHelp: () => void
}

/** Space or K play, J and L ten seconds, comma and full stop a turn, N the next knot, M a marker, / search here, ? all of these. */
export function useRecordingKeys({ player, turns, knots, search, onMark, onHelp }: Parts) {
  const toTurn = (step: 1 | -1) => {
    const at = player.seconds
    const starts = turns.map((turn) => turn.startSeconds)
    // A little slack, so that going back from just after a start reaches the turn before.
    const to = step > 0 ? starts.find((start) => start > at + 0.05) : starts.findLast((start) => start < at - 1)
    if (to !== undefined) player.seek(to)
  }
  useKeys({
    ' ': player.toggle,
    k: player.toggle,
    j: () => player.by(-10),
    l: () => player.by(10),
    ',': () => toTurn(-1),
    '.': () => toTurn(1),
    n: () => player.seek((knots.find((knot) => knot.at > player.seconds + 0.05) ?? knots[0])?.at ?? player.seconds),
    ...(onMark && { m: onMark }),
    '/': () => search.current?.focus(),
    '?': onHelp,
  })
}

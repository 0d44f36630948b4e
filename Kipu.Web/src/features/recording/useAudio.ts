import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RecordingSummary } from '@/api/types'
import { audioQuery } from './api'
import { Player } from './player'

/** The page's player, with its source as soon as the recording's sound can be had. */
export function useAudio(recording: RecordingSummary, seconds: number, at: number | null): Player {
  const [player] = useState(() => new Player(seconds))
  const { data: ticket, refetch } = useQuery({
    ...audioQuery(recording.id),
    enabled: recording.status === 'COMPLETED' || recording.status === 'ERROR',
  })

  useEffect(() => player.setLength(seconds), [player, seconds])

  useEffect(() => {
    if (ticket) player.setSource(ticket.url)
  }, [player, ticket])

  // Another moment in the URL (a search hit) of the same recording.
  useEffect(() => {
    if (at !== null) player.seek(at)
  }, [player, at])

  useEffect(() => {
    // A ticket lasts only so long; a player that meets its end asks for the next.
    const renew = () => {
      if (ticket && Date.parse(ticket.expiresAt) < Date.now()) refetch()
    }
    player.audio.addEventListener('error', renew)
    return () => player.audio.removeEventListener('error', renew)
  }, [player, ticket, refetch])

  useEffect(() => () => player.pause(), [player])
  return player
}

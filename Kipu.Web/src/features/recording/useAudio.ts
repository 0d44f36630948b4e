import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/api/problem'
import type { RecordingSummary } from '@/api/types'
import { audioQuery } from './api'
import { Player } from './player'

/** The page's player, with its source as soon as the recording's sound can be had, or why it can't. */
export function useAudio(recording: RecordingSummary, seconds: number, at: number | null) {
  const [player] = useState(() => new Player(seconds))
  const [broken, setBroken] = useState(false)
  const renewed = useRef(false)
  const {
    data: ticket,
    error,
    refetch,
  } = useQuery({
    ...audioQuery(recording.id),
    enabled: recording.status === 'COMPLETED' || recording.status === 'ERROR',
  })

  const renew = useCallback(async () => {
    const { data } = await refetch()
    // Also when it is the address that failed.
    if (data) player.setSource(data.url)
  }, [player, refetch])

  useEffect(() => player.setLength(seconds), [player, seconds])

  useEffect(() => {
    if (ticket) player.setSource(ticket.url)
  }, [player, ticket])

  // Another moment in the URL (a search hit) of the same recording.
  useEffect(() => {
    if (at !== null) player.seek(at)
  }, [player, at])

  useEffect(() => {
    // A ticket lasts only so long; a player that meets its end asks for the next. Otherwise another one may help, but only once.
    const onError = () => {
      const isOver = ticket && Date.parse(ticket.expiresAt) < Date.now()
      if (renewed.current && !isOver) return setBroken(true)
      renewed.current = true
      renew()
    }
    player.audio.addEventListener('error', onError)
    return () => player.audio.removeEventListener('error', onError)
  }, [player, ticket, renew])

  useEffect(() => () => player.pause(), [player])

  const retry = () => {
    setBroken(false)
    renew()
  }
  // What was refused for good stays so.
  const isFinal = error instanceof ApiError && !error.isTransient
  return { player, error: error ?? (broken ? new ApiError('audio_unplayable', 0) : null), retry: isFinal ? undefined : retry }
}

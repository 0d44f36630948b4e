import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import { MOST_MARKERS, noteOf, putMarker, removeMarker, roundedSeconds } from '@/api/markers'
import type { Marker, RecordingSummary } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { withMarker, without } from './markers'

/** One that was removed and is put back asks for no note. */
type NewMarker = Pick<Marker, 'id' | 'atSeconds' | 'text'> & { isBack: boolean }

export type MarkersOf = ReturnType<typeof useMarkers>

/** A recording's markers and what one does with them, each by itself: others mark too. */
export function useMarkers(id: string, markers: Marker[]) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const [fresh, setFresh] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const show = (change: (markers: Marker[]) => Marker[]) =>
    client.setQueryData<RecordingSummary>(keys.recording(id), (known) => known && { ...known, markers: change(known.markers ?? []) })
  const shown = (marker: Marker) => show((known) => withMarker(known, marker))
  const put = async ({ id: markerId, atSeconds, text }: Pick<Marker, 'id' | 'atSeconds' | 'text'>) =>
    shown(await putMarker(id, markerId, { atSeconds, text }))

  const addition = useMutation({
    mutationFn: put,
    onSuccess: (_, { id: markerId, atSeconds, isBack }: NewMarker) => {
      if (!isBack) setFresh(markerId)
      setSaid(t.markers.marked(clock(atSeconds)))
    },
    onError: (error, marker) => toast.error(text(error), { action: { label: t.common.retry, onClick: () => addition.mutate(marker) } }),
  })
  const removal = useMutation({
    mutationFn: (marker: Marker) => removeMarker(id, marker.id),
    onMutate: (marker) => show((known) => without(known, marker.id)),
    onSuccess: (_, marker) =>
      toast(t.markers.removed, { action: { label: t.recording.undo, onClick: () => addition.mutate({ ...marker, isBack: true }) } }),
    onError: (error, marker) => {
      shown(marker)
      toast.error(text(error))
    },
  })

  return {
    all: markers,
    /** The one just set, whose note may be written at once. */
    fresh,
    said,
    add: (atSeconds: number) => {
      if (markers.length >= MOST_MARKERS) return setSaid(t.markers.full)
      addition.mutate({ id: crypto.randomUUID(), atSeconds: roundedSeconds(atSeconds), text: null, isBack: false })
    },
    write: (marker: Marker, words: string) => put({ ...marker, text: noteOf(words) }),
    remove: removal.mutate,
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import { addMarker, MOST_MARKERS, markersOf, noteOf, replaceMarkers } from '@/api/markers'
import type { Marker, RecordingSummary } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { byMoment, withNote, without } from './markers'

/** One that was removed and is put back asks for no note. */
type NewMarker = { atSeconds: number; text: string | null; isBack: boolean }

export type MarkersOf = ReturnType<typeof useMarkers>

/** A recording's markers and what one does with them. Changes are made to what Kipu has by then: others mark too. */
export function useMarkers(id: string, markers: Marker[]) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const [fresh, setFresh] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const show = (change: (markers: Marker[]) => Marker[]) =>
    client.setQueryData<RecordingSummary>(keys.recording(id), (known) => known && { ...known, markers: change(known.markers ?? []) })
  const shown = (marker: Marker) => show((known) => byMoment([...without(known, marker.id), marker]))
  const change = async (apply: (markers: Marker[]) => Marker[]) => {
    const changed = await replaceMarkers(id, apply(await markersOf(id)))
    show(() => changed)
  }

  const addition = useMutation({
    mutationFn: ({ atSeconds, text }: NewMarker) => addMarker(id, { atSeconds, text }),
    onSuccess: (marker, { isBack }) => {
      shown(marker)
      if (!isBack) setFresh(marker.id)
      setSaid(t.markers.marked(clock(marker.atSeconds)))
    },
    onError: (error, marker) => toast.error(text(error), { action: { label: t.common.retry, onClick: () => addition.mutate(marker) } }),
  })
  const removal = useMutation({
    mutationFn: (marker: Marker) => change((known) => without(known, marker.id)),
    onMutate: (marker) => show((known) => without(known, marker.id)),
    onSuccess: (_, { atSeconds, text: words }) =>
      toast(t.markers.removed, {
        action: { label: t.recording.undo, onClick: () => addition.mutate({ atSeconds, text: words, isBack: true }) },
      }),
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
      addition.mutate({ atSeconds: Math.round(atSeconds * 1000) / 1000, text: null, isBack: false })
    },
    write: (marker: Marker, words: string) => change((known) => withNote(known, marker.id, noteOf(words))),
    remove: removal.mutate,
  }
}

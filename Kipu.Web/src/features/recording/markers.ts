import type { Marker } from '@/api/types'

export const without = (markers: Marker[], id: string): Marker[] => markers.filter((marker) => marker.id !== id)

/** The markers with this one among them, in their order; in the place of the one of its id. */
export const withMarker = (markers: Marker[], marker: Marker): Marker[] =>
  [...without(markers, marker.id), marker].sort((a, b) => a.atSeconds - b.atSeconds)

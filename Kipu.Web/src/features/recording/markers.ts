import type { Marker, MarkerRequest } from '@/api/types'

export const byMoment = (markers: Marker[]) => [...markers].sort((a, b) => a.atSeconds - b.atSeconds)

/** The same markers, one with another note. */
export const withNote = <T extends MarkerRequest>(markers: T[], id: string, text: string | null): T[] =>
  markers.map((marker) => (marker.id === id ? { ...marker, text } : marker))

export const without = <T extends MarkerRequest>(markers: T[], id: string): T[] => markers.filter((marker) => marker.id !== id)

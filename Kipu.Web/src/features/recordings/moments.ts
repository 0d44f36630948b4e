import type { RecordingSummary, SearchHit } from '@/api/types'

export type Moment = { hit: SearchHit & { startSeconds: number }; recording: RecordingSummary }

/** The hits that can be heard; a hit in a title or summary has no moment and shows as its recording. */
export const momentsOf = (recordings: RecordingSummary[]): Moment[] =>
  recordings.flatMap((recording) =>
    (recording.hits ?? []).flatMap((hit) =>
      hit.startSeconds === null ? [] : [{ hit: { ...hit, startSeconds: hit.startSeconds }, recording }],
    ),
  )

export type Piece = { text: string; hit: boolean; at: number }

/** A snippet cut at its hits. Ranges are offset and length; those that overlap or point outside are left out. */
export function pieces(snippet: string, ranges: number[][]): Piece[] {
  const parts: Piece[] = []
  let done = 0
  for (const [start = 0, length = 0] of [...ranges].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))) {
    if (start < done || length <= 0 || start + length > snippet.length) continue
    if (start > done) parts.push({ text: snippet.slice(done, start), hit: false, at: done })
    parts.push({ text: snippet.slice(start, start + length), hit: true, at: start })
    done = start + length
  }
  if (done < snippet.length) parts.push({ text: snippet.slice(done), hit: false, at: done })
  return parts
}

import { fold } from '@/i18n/format'

/** Where the words occur in a text, without regard to accents and case: offset and length in the text itself. */
export function hitsIn(text: string, words: string): [number, number][] {
  const sought = fold(words.trim())
  // Most turns have no hit: one fold tells, and the letters are gone through only where there is one.
  if (sought.length < 2 || !fold(text).includes(sought)) return []
  // Folding changes lengths (decomposed letters lose a mark), so each folded letter remembers where it came from.
  const origin: number[] = []
  let folded = ''
  let at = 0
  for (const letter of text) {
    const plain = fold(letter)
    for (let index = 0; index < plain.length; index++) origin.push(at)
    folded += plain
    at += letter.length
  }
  origin.push(at)
  const hits: [number, number][] = []
  for (let found = folded.indexOf(sought); found >= 0; found = folded.indexOf(sought, found + sought.length)) {
    const start = origin[found] ?? 0
    const end = origin[found + sought.length] ?? text.length
    hits.push([start, end - start])
  }
  return hits
}

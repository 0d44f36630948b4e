import { expect, it } from 'vitest'
import { mediaType, titleOf } from './media'
import { covered } from './send'

it('knows audio and video by their type, and by their name where the browser gives none', () => {
  expect(mediaType('a.bin', 'audio/flac')).toBe('audio/flac')
  expect(mediaType('Reunión.OPUS', '')).toBe('audio/ogg')
  expect(mediaType('acta.pdf', 'application/pdf')).toBeNull()
})

it('names a recording after its file', () => {
  expect(titleOf('comité 24.11.m4a')).toBe('comité 24.11')
  expect(titleOf('.mp3')).toBe('.mp3')
})

it('reads ranges with both ends', () => {
  expect([
    ...covered([
      [0, 2],
      [5, 5],
    ]),
  ]).toEqual([0, 1, 2, 5])
})

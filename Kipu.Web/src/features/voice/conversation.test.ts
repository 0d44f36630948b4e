import { describe, expect, it } from 'vitest'
import { type Event, next, silent } from './conversation'
import type { ServerMessage } from './protocol'

const server = (message: ServerMessage): Event => ({ type: 'server', message })
const ready: Event[] = [{ type: 'connect' }, server({ type: 'ready' })]
const after = (...events: Event[]) => events.reduce(next, silent)

describe('a conversation', () => {
  it('listens once the agent is there', () => {
    expect(after(...ready).phase).toBe('listening')
  })

  it('writes what the agent says into one line as it grows', () => {
    const state = after(
      ...ready,
      server({ type: 'transcript', role: 'agent', text: 'Salimos el', final: false }),
      server({ type: 'transcript', role: 'agent', text: 'Salimos el lunes.', final: true }),
    )
    expect(state.lines).toEqual([{ id: 0, role: 'agent', text: 'Salimos el lunes.', final: true }])
  })

  it('does not write a question twice that the server repeats', () => {
    const state = after(
      ...ready,
      { type: 'said', text: '¿Qué se decidió?' },
      server({ type: 'transcript', role: 'user', text: '¿Qué se decidió?', final: true }),
    )
    expect(state.lines).toHaveLength(1)
    expect(state.lines).toMatchObject([{ text: '¿Qué se decidió?' }])
  })

  it('does not write a question twice that is repeated behind a search and its answer', () => {
    const state = after(
      ...ready,
      { type: 'said', text: '¿Qué se decidió?' },
      server({ type: 'tool', name: 'search', status: 'running' }),
      server({ type: 'tool', name: 'search', status: 'done' }),
      server({ type: 'transcript', role: 'agent', text: 'De acuerdo.', final: false }),
      server({ type: 'transcript', role: 'user', text: '¿Qué se decidió?', final: true }),
      server({ type: 'transcript', role: 'agent', text: 'De acuerdo.', final: true }),
    )
    expect(state.lines.map((line) => line.role)).toEqual(['user', 'tool', 'agent'])
  })

  it('does not write a question twice that was cut short by the next one', () => {
    const state = after(
      ...ready,
      { type: 'said', text: '¿Qué se decidió?' },
      server({ type: 'transcript', role: 'agent', text: 'Se', final: false }),
      { type: 'said', text: '¿Y el precio?' },
      server({ type: 'interrupted' }),
      server({ type: 'transcript', role: 'user', text: '¿Qué se decidió?', final: true }),
      server({ type: 'transcript', role: 'agent', text: 'Se decidió', final: true }),
      server({ type: 'transcript', role: 'user', text: '¿Y el precio?', final: false }),
    )
    expect(state.lines).toMatchObject([{ text: '¿Qué se decidió?' }, { text: 'Se decidió' }, { text: '¿Y el precio?' }])
  })

  it.each([
    ['written', { type: 'said', text: '¿Precio?' } as Event],
    ['spoken', server({ type: 'transcript', role: 'user', text: '¿Precio?', final: false })],
  ])('writes a %s question again that is asked again', (_, asked) => {
    const answer = server({ type: 'transcript', role: 'agent', text: 'Diez.', final: true })
    const state = after(...ready, asked, answer, server({ type: 'turn_complete' }), asked)
    expect(state.lines.map((line) => line.role)).toEqual(['user', 'agent', 'user'])
  })

  it('speaks while there is sound, and listens when it has been played', () => {
    const speaking = after(...ready, { type: 'sound' }, server({ type: 'turn_complete' }))
    expect(speaking.phase).toBe('speaking')
    expect(next(speaking, { type: 'drained' }).phase).toBe('listening')
  })

  it('listens at once when it is interrupted', () => {
    expect(after(...ready, { type: 'sound' }, server({ type: 'interrupted' })).phase).toBe('listening')
  })

  it('thinks after a question, and says when it searches', () => {
    const state = after(...ready, { type: 'said', text: '¿Precio?' }, server({ type: 'tool', name: 'search', status: 'running' }))
    expect(state.phase).toBe('thinking')
    expect(state.lines.map((line) => line.role)).toEqual(['user', 'tool'])
  })

  it.each(['done', 'failed', 'cancelled'] as const)('says that a search is %s, and not that it goes on', (status) => {
    const searching = after(...ready, server({ type: 'tool', name: 'search', status: 'running' }))
    const ended = next(searching, server({ type: 'tool', name: 'search', status }))
    expect(ended.lines).toEqual([{ id: 0, role: 'tool', status }])
    expect(next(ended, server({ type: 'tool', name: 'search', status: 'running' })).lines).toMatchObject([
      { status },
      { status: 'running' },
    ])
  })

  it('leaves no search running when it is cut or ends', () => {
    const searching = after(...ready, server({ type: 'tool', name: 'search', status: 'running' }))
    expect(next(searching, { type: 'end', code: null }).lines).toMatchObject([{ status: 'cancelled' }])
    expect(next(searching, { type: 'cut' }).lines).toMatchObject([{ status: 'cancelled' }])
  })

  it('keeps what was said when the connection is cut and when it ends', () => {
    const said = after(...ready, { type: 'said', text: 'Hola' })
    expect(next(said, { type: 'cut' })).toMatchObject({ phase: 'reconnecting', lines: [{ text: 'Hola' }] })
    expect(next(said, { type: 'end', code: 4000 })).toMatchObject({ phase: 'ended', endedBy: 4000, lines: [{ text: 'Hola' }] })
  })
})

import { describe, expect, it } from 'vitest'
import { idle, next, type RecorderEvent } from './machine'

const after = (...events: RecorderEvent[]) => events.reduce(next, idle)
const started: RecorderEvent[] = [
  { type: 'start', title: 'Comité' },
  { type: 'started', recordingId: 'r1', savedMs: 0, sentMs: 0 },
]

describe('the recorder', () => {
  it('records once the recording is reserved', () => {
    expect(after(...started)).toMatchObject({ phase: 'recording', recordingId: 'r1', title: 'Comité' })
  })

  it('counts what is saved and what is sent, and never more sent than saved', () => {
    const state = after(...started, { type: 'slice', ms: 1000 }, { type: 'slice', ms: 1000 }, { type: 'sent', ms: 5000 })
    expect(state).toMatchObject({ savedMs: 2000, sentMs: 2000 })
  })

  it('goes on recording while it is offline, and knows it is back when something was sent', () => {
    const offline = after(...started, { type: 'slice', ms: 1000 }, { type: 'offline', is: true })
    expect(offline).toMatchObject({ phase: 'recording', offline: true })
    expect(next(offline, { type: 'sent', ms: 1000 }).offline).toBe(false)
  })

  it('pauses and says so when the microphone is gone or the disk is full', () => {
    expect(after(...started, { type: 'lost' })).toMatchObject({ phase: 'paused', notice: 'lost' })
    expect(after(...started, { type: 'broken' })).toMatchObject({ phase: 'paused', notice: 'broken' })
  })

  it('does not cover a worse notice with silence', () => {
    const state = after(...started, { type: 'switched' }, { type: 'level', silent: true })
    expect(state.notice).toBe('switched')
  })

  it('takes silence back as soon as somebody is heard', () => {
    expect(after(...started, { type: 'level', silent: true }, { type: 'level', silent: false }).notice).toBeNull()
  })

  it('ignores what makes no sense in its phase', () => {
    expect(after({ type: 'pause' }, { type: 'finish' }, { type: 'finished' })).toBe(idle)
    expect(after(...started, { type: 'start', title: 'other' }).title).toBe('Comité')
  })

  it('keeps the recording in sight when finishing failed, so that its sound can be downloaded', () => {
    const state = after(...started, { type: 'finish' }, { type: 'fail', failure: 'denied' })
    expect(state).toMatchObject({ phase: 'failed', recordingId: 'r1', failure: 'denied' })
    expect(next(state, { type: 'reset' })).toBe(idle)
  })
})

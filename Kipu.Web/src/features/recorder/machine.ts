import type { Failure } from './failure'

/** What a person sees of a recording. All changes go through `next`, which ignores what makes no sense in a phase. */
export type RecorderState = {
  phase: 'idle' | 'starting' | 'recording' | 'paused' | 'finishing' | 'failed'
  recordingId: string | null
  title: string
  /** Milliseconds in slices on this device, and of those in chunks that the server has. */
  savedMs: number
  sentMs: number
  /** No connection to Kipu; recording goes on. */
  offline: boolean
  notice: 'silence' | 'switched' | 'lost' | 'broken' | null
  /** What Kipu takes no sound for at present; recording goes on. */
  refusal: Failure | null
  failure: Failure | null
}

export type RecorderEvent =
  | { type: 'start'; title: string }
  | { type: 'started'; recordingId: string; savedMs: number; sentMs: number }
  | { type: 'slice'; ms: number }
  | { type: 'sent'; ms: number }
  | { type: 'offline'; is: boolean }
  | { type: 'refused'; refusal: Failure }
  | { type: 'level'; silent: boolean }
  | { type: 'switched' }
  | { type: 'lost' }
  | { type: 'broken' }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'finish' }
  | { type: 'finished' }
  | { type: 'fail'; failure: Failure }
  | { type: 'reset' }

export const idle: RecorderState = {
  phase: 'idle',
  recordingId: null,
  title: '',
  savedMs: 0,
  sentMs: 0,
  offline: false,
  notice: null,
  refusal: null,
  failure: null,
}

export const isActive = (state: RecorderState) => state.phase === 'recording' || state.phase === 'paused'

/** Something of it is in this tab alone. */
export const isUnderway = (state: RecorderState) => isActive(state) || state.phase === 'finishing'

export function next(state: RecorderState, event: RecorderEvent): RecorderState {
  switch (event.type) {
    case 'start':
      return state.phase === 'idle' || state.phase === 'failed' ? { ...idle, phase: 'starting', title: event.title } : state
    case 'started':
      if (state.phase !== 'starting') return state
      return { ...state, phase: 'recording', recordingId: event.recordingId, savedMs: event.savedMs, sentMs: event.sentMs }
    case 'slice':
      return state.recordingId ? { ...state, savedMs: state.savedMs + event.ms } : state
    case 'sent':
      if (!state.recordingId) return state
      return { ...state, sentMs: Math.min(state.savedMs, state.sentMs + event.ms), offline: false, refusal: null }
    case 'offline':
      return { ...state, offline: event.is }
    case 'refused':
      return isActive(state) ? { ...state, refusal: event.refusal } : state
    case 'level':
      if (state.phase !== 'recording') return state
      if (event.silent) return state.notice ? state : { ...state, notice: 'silence' }
      return state.notice === 'silence' || state.notice === 'switched' ? { ...state, notice: null } : state
    case 'switched':
      return isActive(state) ? { ...state, notice: 'switched' } : state
    case 'lost':
      return isActive(state) ? { ...state, phase: 'paused', notice: 'lost' } : state
    case 'broken':
      return isUnderway(state) ? { ...state, phase: 'paused', notice: 'broken' } : state
    case 'pause':
      return state.phase === 'recording' ? { ...state, phase: 'paused', notice: null } : state
    case 'resume':
      return state.phase === 'paused' ? { ...state, phase: 'recording', notice: null } : state
    case 'finish':
      return isActive(state) || state.phase === 'starting' ? { ...state, phase: 'finishing', notice: null } : state
    case 'finished':
      return state.phase === 'finishing' ? idle : state
    case 'fail':
      return state.phase === 'idle' ? state : { ...state, phase: 'failed', failure: event.failure }
    case 'reset':
      return state.phase === 'failed' ? idle : state
  }
}

import type { ServerMessage } from './protocol'

export type Line = { id: number; role: 'user' | 'agent' | 'tool'; text: string; final: boolean }

export type Conversation = {
  phase: 'idle' | 'connecting' | 'listening' | 'thinking' | 'speaking' | 'reconnecting' | 'ended'
  lines: Line[]
  /** Why it ended: a close code, or null for the person's own wish. */
  endedBy: number | null
}

export type Event =
  | { type: 'connect' }
  | { type: 'server'; message: ServerMessage }
  | { type: 'sound' }
  | { type: 'drained' }
  | { type: 'said'; text: string }
  | { type: 'cut' }
  | { type: 'end'; code: number | null }

export const silent: Conversation = { phase: 'idle', lines: [], endedBy: null }

/** All of a conversation's changes, pure: what the server says, what is heard, what the person does. */
export function next(state: Conversation, event: Event): Conversation {
  switch (event.type) {
    case 'connect':
      return { ...state, phase: state.phase === 'reconnecting' ? 'reconnecting' : 'connecting', endedBy: null }
    case 'sound':
      return alive(state) ? { ...state, phase: 'speaking' } : state
    case 'drained':
      return state.phase === 'speaking' ? { ...state, phase: 'listening' } : state
    case 'said':
      return alive(state) ? { ...write(state, 'user', event.text, true), phase: 'thinking' } : state
    case 'cut':
      return { ...state, phase: 'reconnecting' }
    case 'end':
      return { ...state, phase: 'ended', endedBy: event.code, lines: state.lines.map((line) => ({ ...line, final: true })) }
    case 'server':
      return heard(state, event.message)
  }
}

const alive = ({ phase }: Conversation) => phase === 'listening' || phase === 'thinking' || phase === 'speaking'

function heard(state: Conversation, message: ServerMessage): Conversation {
  switch (message.type) {
    case 'ready':
      return { ...state, phase: 'listening' }
    case 'interrupted':
      return { ...state, phase: 'listening', lines: state.lines.map((line) => ({ ...line, final: true })) }
    case 'transcript': {
      const written = write(state, message.role, message.text, message.final)
      return message.role === 'user' && message.final && state.phase === 'listening' ? { ...written, phase: 'thinking' } : written
    }
    case 'tool':
      return message.status === 'started' || message.status === 'running'
        ? { ...write(state, 'tool', message.name, true), phase: 'thinking' }
        : state
    case 'turn_complete':
      // While its sound is still playing it goes on speaking; the player's `drained` ends that.
      return {
        ...state,
        phase: state.phase === 'thinking' ? 'listening' : state.phase,
        lines: state.lines.map((line) => ({ ...line, final: true })),
      }
    default:
      return state
  }
}

/** Words arrive in pieces: they join the line that the same side has open. */
function write(state: Conversation, role: Line['role'], text: string, final: boolean): Conversation {
  const { lines } = state
  const open = lines.findLastIndex((line) => line.role === role && !line.final)
  if (open < 0) return text ? { ...state, lines: [...lines, { id: lines.length, role, text, final }] } : state
  return { ...state, lines: lines.map((line, index) => (index === open ? { ...line, text: joined(line.text, text), final } : line)) }
}

/** A piece is a continuation, or the whole line anew when it begins with what is already there. */
const joined = (before: string, piece: string) => (piece.startsWith(before) ? piece : before + piece)

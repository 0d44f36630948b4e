import type { ServerMessage, ToolStatus } from './protocol'

/** What somebody said, or what the agent looks up and how that ended. */
export type Line = { id: number; role: 'user' | 'agent'; text: string; final: boolean } | { id: number; role: 'tool'; status: ToolStatus }

export type Conversation = {
  phase: 'idle' | 'connecting' | 'listening' | 'thinking' | 'speaking' | 'reconnecting' | 'ended'
  lines: Line[]
  /** How many lines belong to turns that are over: no word that comes now is one of theirs. */
  settled: number
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

export const silent: Conversation = { phase: 'idle', lines: [], settled: 0, endedBy: null }

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
      return alive(state) ? { ...add(state, 'user', event.text, true), phase: 'thinking' } : state
    case 'cut':
      return { ...state, phase: 'reconnecting', lines: lookedUp(state.lines, 'cancelled') }
    case 'end':
      return { ...state, phase: 'ended', endedBy: event.code, lines: lookedUp(finished(state.lines), 'cancelled') }
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
      return { ...state, phase: 'listening', lines: finished(state.lines) }
    case 'transcript': {
      const written = write(state, message.role, message.text, message.final)
      return message.role === 'user' && message.final && state.phase === 'listening' ? { ...written, phase: 'thinking' } : written
    }
    case 'tool':
      return message.status === 'running'
        ? { ...state, phase: 'thinking', lines: [...state.lines, { id: state.lines.length, role: 'tool', status: 'running' }] }
        : { ...state, lines: lookedUp(state.lines, message.status) }
    case 'turn_complete':
      // While its sound is still playing it goes on speaking; the player's `drained` ends that.
      return {
        ...state,
        phase: state.phase === 'thinking' ? 'listening' : state.phase,
        lines: finished(state.lines),
        settled: state.lines.length,
      }
    default:
      return state
  }
}

const finished = (lines: Line[]): Line[] => lines.map((line) => (line.role === 'tool' ? line : { ...line, final: true }))

/** How the searches that run have ended: they are short, and hardly ever more than one. */
const lookedUp = (lines: Line[], status: ToolStatus): Line[] =>
  lines.map((line) => (line.role === 'tool' && line.status === 'running' ? { ...line, status } : line))

const add = (state: Conversation, role: 'user' | 'agent', text: string, final: boolean): Conversation => ({
  ...state,
  lines: [...state.lines, { id: state.lines.length, role, text, final }],
})

/** A turn's words arrive as they stand so far: they replace its line, and a turn that is told again, whatever came between, adds none. */
function write(state: Conversation, role: 'user' | 'agent', text: string, final: boolean): Conversation {
  const { lines, settled } = state
  const told = lines.findLastIndex(
    (line, index) => index >= settled && line.role !== 'tool' && line.role === role && (!line.final || text.startsWith(line.text)),
  )
  const line = lines[told]
  if (!line || line.role === 'tool') return text ? add(state, role, text, final) : state
  return { ...state, lines: lines.with(told, { ...line, text: text || line.text, final: final || line.final }) }
}

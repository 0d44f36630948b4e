/** The dialect `kipu.voice.v1`: sound as binary frames, the rest as JSON text. */
export const SUBPROTOCOL = 'kipu.voice.v1'

export type ClientMessage = { type: 'text'; text: string } | { type: 'interrupt' } | { type: 'ping'; t: number } | { type: 'close' }

export type ToolStatus = 'running' | 'done' | 'failed' | 'cancelled'

export type ServerMessage =
  | { type: 'ready'; resumeToken?: string }
  | { type: 'transcript'; role: 'user' | 'agent'; text: string; final: boolean }
  | { type: 'interrupted' }
  | { type: 'turn_complete' }
  | { type: 'tool'; name: string; status: ToolStatus }
  | { type: 'usage' }
  | { type: 'error'; code: string; message: string; retryable: boolean }
  | { type: 'pong'; t: number }
  | { type: 'closing'; reason: string; resumeWithin?: number }

const TYPES: ReadonlySet<string> = new Set<ServerMessage['type']>([
  'ready',
  'transcript',
  'interrupted',
  'turn_complete',
  'tool',
  'usage',
  'error',
  'pong',
  'closing',
])

export const encode = (message: ClientMessage) => JSON.stringify(message)

/** Null for what this client doesn't know: a newer server may say more. */
export function decode(text: string): ServerMessage | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return null
  return TYPES.has(value.type) ? (value as ServerMessage) : null
}

/** Closed by the network, a failure upstream or a restart: the conversation can be taken up again. Others are ends. */
const RESUMABLE: ReadonlySet<number> = new Set([1001, 1006, 1011, 1012, 1013])

export const mayReconnect = (closeCode: number) => RESUMABLE.has(closeCode)

/** The same socket's address with the resume token in the place of the ticket, which was good for one use. */
export function resumeUrl(url: URL, resumeToken: string) {
  const resumed = new URL(url)
  resumed.searchParams.set('ticket', resumeToken)
  return resumed
}

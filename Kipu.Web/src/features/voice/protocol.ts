/** The dialect `kipu.voice.v1`: sound as binary frames, the rest as JSON text. */
export const SUBPROTOCOL = 'kipu.voice.v1'

export type ClientMessage = { type: 'text'; text: string } | { type: 'interrupt' } | { type: 'ping'; t: number } | { type: 'close' }

export type ServerMessage =
  | { type: 'ready'; resumeToken?: string }
  | { type: 'transcript'; role: 'user' | 'agent'; text: string; final: boolean }
  | { type: 'interrupted' }
  | { type: 'turn_complete' }
  | { type: 'tool'; name: string; status: string }
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

/** Whether a closed socket is worth coming back to: cut off, or asked to try again; not ended by either side. */
export const mayReconnect = (closeCode: number) => closeCode === 1006 || closeCode === 1001 || closeCode === 1012 || closeCode === 1013

import { send } from './client'
import { ApiError, problemFrom } from './problem'

export type ServerEvent = { id: string | null; event: string; data: string }

/** Splits a stream of server-sent events (HTML standard, 9.2.6) as its text arrives in any pieces. */
export function eventParser(onEvent: (event: ServerEvent) => void) {
  let rest = ''
  let id: string | null = null
  let event = 'message'
  let data: string[] = []
  const line = (text: string) => {
    if (text === '') {
      if (data.length > 0) onEvent({ id, event, data: data.join('\n') })
      event = 'message'
      data = []
      return
    }
    const colon = text.indexOf(':')
    if (colon === 0) return
    const name = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (name === 'id') id = value
    else if (name === 'event') event = value
    else if (name === 'data') data.push(value)
  }
  return (chunk: string) => {
    rest += chunk
    for (;;) {
      const end = rest.search(/\r\n|\n|\r/)
      // A lone CR at the end may be half of CR LF.
      if (end < 0 || (rest[end] === '\r' && end === rest.length - 1)) return
      const text = rest.slice(0, end)
      rest = rest.slice(end + (rest.startsWith('\r\n', end) ? 2 : 1))
      line(text)
    }
  }
}

async function read(body: ReadableStream<Uint8Array<ArrayBuffer>>, feed: (text: string) => void) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) feed(part.value)
}

/** Sends a body and hears what is answered, event by event, to its end. Nothing is sent twice. */
export async function postForEvents(path: string, body: object, signal: AbortSignal, onEvent: (event: ServerEvent) => void) {
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json' }
  const response = await send(new Request(new URL(path, location.origin), { method: 'POST', headers, body: JSON.stringify(body), signal }))
  if (!response.ok || !response.body) throw problemFrom(response.status, await response.json().catch(() => null))
  await read(response.body, eventParser(onEvent))
}

/**
 * Listens until the signal ends it. EventSource can't send our headers, so this is fetch with its rules by hand:
 * it comes back after 1 to 15 s and names the last event it saw.
 */
export async function listen(path: string, signal: AbortSignal, onEvent: (event: ServerEvent) => void, onOpen: () => void = () => {}) {
  let lastId: string | null = null
  let failures = 0
  while (!signal.aborted) {
    try {
      const headers: Record<string, string> = { accept: 'text/event-stream' }
      if (lastId !== null) headers['last-event-id'] = lastId
      const response = await send(new Request(new URL(path, location.origin), { headers, signal }))
      if (!response.ok || !response.body) throw problemFrom(response.status, null)
      failures = 0
      onOpen()
      const parse = eventParser((event) => {
        lastId = event.id ?? lastId
        onEvent(event)
      })
      await read(response.body, parse)
    } catch (error) {
      if (signal.aborted) return
      // Refused for good (signed out, no longer there): asking again would change nothing.
      if (error instanceof ApiError && !error.isTransient) return
    }
    await pause(Math.min(15_000, 1_000 * 2 ** failures++), signal)
  }
}

export const pause = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

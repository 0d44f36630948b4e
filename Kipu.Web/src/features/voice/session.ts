import { api, unwrap } from '@/api/client'
import { pause } from '@/api/events'
import { ApiError } from '@/api/problem'
import { type Conversation, type Event, next, silent } from './conversation'
import { bargeInGate } from './gate'
import { decode, encode, mayReconnect, resumeUrl, SUBPROTOCOL } from './protocol'
import { Microphone, Speaker } from './sound'

export type Levels = { mine: number; agent: number }

const RETRIES_MS = [500, 1_000, 2_000, 4_000]
/** Sound that the network can't take is dropped rather than piled up: old speech is of no use to a conversation. */
const MOST_BUFFERED = 64_000

/** A conversation about one recording: the socket, the two ways of sound, and what is shown of them. */
export class VoiceSession {
  private state: Conversation = silent
  private microphone: Microphone | null = null
  private speaker: Speaker | null = null
  private socket: WebSocket | null = null
  private url: URL | null = null
  private resumeToken: string | null = null
  private readonly sessionId = crypto.randomUUID()
  private readonly listeners = new Set<() => void>()
  private readonly isBargeIn = bargeInGate()
  private pending: string | null = null
  private closed = false
  readonly levels: Levels = { mine: 0, agent: 0 }
  muted = false
  hasMicrophone = true

  constructor(private readonly recordingId: string) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  snapshot = () => this.state

  /** Connects; a question is asked as soon as the agent is there. Throws what the API refuses. */
  async start(question: string | null) {
    this.pending = question
    this.dispatch({ type: 'connect' })
    try {
      this.speaker = await Speaker.open(
        (level) => {
          this.levels.agent = level
        },
        () => {
          this.levels.agent = 0
          this.dispatch({ type: 'drained' })
        },
      )
      await this.connect()
    } catch (error) {
      this.end(null)
      throw error
    }
    await this.openMicrophone()
  }

  say(text: string) {
    this.hush()
    this.dispatch({ type: 'said', text })
    this.socket?.send(encode({ type: 'text', text }))
  }

  toggleMute = () => {
    this.muted = !this.muted
    this.levels.mine = 0
    this.state = { ...this.state }
    this.tell()
  }

  /** The person ends it. */
  end = (code: number | null) => {
    if (this.closed) return
    this.closed = true
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(encode({ type: 'close' }))
    this.socket?.close(1000)
    this.microphone?.close()
    this.speaker?.close()
    this.levels.mine = 0
    this.levels.agent = 0
    this.dispatch({ type: 'end', code })
  }

  private async connect() {
    const url = this.url && this.resumeToken ? resumeUrl(this.url, this.resumeToken) : await this.init()
    if (this.closed) return
    this.url = url
    await new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(url, SUBPROTOCOL)
      socket.binaryType = 'arraybuffer'
      socket.onopen = () => resolve()
      socket.onerror = () => reject(new ApiError('unreachable', 0))
      socket.onmessage = ({ data }) => (typeof data === 'string' ? this.onText(data) : this.onSound(data as ArrayBuffer))
      socket.onclose = ({ code }) => this.onClose(socket, code)
      this.socket = socket
    })
  }

  private async init() {
    const parameters = { path: { sessionId: this.sessionId }, query: { recordingId: this.recordingId } }
    const { wsUrl } = await unwrap(api.POST('/api/voice/init/{sessionId}', { params: parameters }))
    const url = new URL(wsUrl, location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    return url
  }

  private async openMicrophone() {
    try {
      const microphone = await Microphone.open((frame, level) => this.onFrame(frame, level))
      if (this.closed) microphone.close()
      else this.microphone = microphone
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      // None there or none allowed: writing works all the same.
      this.hasMicrophone = false
      this.state = { ...this.state }
      this.tell()
    }
  }

  private onFrame(frame: ArrayBuffer, level: number) {
    if (this.muted) return
    this.levels.mine = level
    if (this.isBargeIn(level, this.state.phase === 'speaking')) {
      this.hush()
      if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(encode({ type: 'interrupt' }))
      this.dispatch({ type: 'server', message: { type: 'interrupted' } })
    }
    if (this.socket?.readyState === WebSocket.OPEN && this.socket.bufferedAmount < MOST_BUFFERED) this.socket.send(frame)
  }

  private onText(text: string) {
    const message = decode(text)
    if (!message) return
    if (message.type === 'interrupted') this.hush()
    if (message.type === 'ready') this.resumeToken = message.resumeToken ?? this.resumeToken
    this.dispatch({ type: 'server', message })
    if (message.type === 'ready' && this.pending) {
      const question = this.pending
      this.pending = null
      this.say(question)
    }
  }

  private onSound(frame: ArrayBuffer) {
    this.speaker?.play(frame)
    this.dispatch({ type: 'sound' })
  }

  private hush() {
    this.speaker?.flush()
    this.levels.agent = 0
  }

  private async onClose(socket: WebSocket, code: number) {
    if (this.closed || socket !== this.socket) return
    this.hush()
    if (!mayReconnect(code)) return this.end(code)
    this.dispatch({ type: 'cut' })
    for (const wait of RETRIES_MS) {
      await pause(wait)
      if (this.closed) return
      try {
        return await this.connect()
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        if (!error.isTransient) break
      }
    }
    this.end(code)
  }

  private dispatch(event: Event) {
    const changed = next(this.state, event)
    if (changed === this.state) return
    this.state = changed
    this.tell()
  }

  private tell() {
    for (const listener of this.listeners) listener()
  }
}

/** In this order: Opus in WebM (Chromium, Firefox), then MP4 (Safari). */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4', 'audio/webm']

/** Mono speech: 15.5 MB an hour. */
const BITS_PER_SECOND = 32_000
const SLICE_MS = 1_000

export const recordableType = () =>
  typeof MediaRecorder === 'undefined' ? null : (TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null)

export type CaptureEvents = {
  onSlice: (blob: Blob, ms: number) => void
  /** The microphone is gone and another was taken, or there was none. */
  onSwitched: () => void
  onLost: () => void
}

/** One microphone and what records it. When the microphone goes away, the default one takes over in a new recorder. */
export class Capture {
  private recorder: MediaRecorder | null = null
  private ended: Promise<void> = Promise.resolve()
  private replacing: Promise<void> | null = null
  /** Since when it isn't to record: until it is again, no microphone that comes or goes makes it. */
  private offSince: number | null = null
  private sliceStart = 0
  private context: AudioContext | null = null
  private analyser: AnalyserNode | null = null
  private samples: Float32Array<ArrayBuffer> = new Float32Array(1024)

  private constructor(
    private stream: MediaStream,
    private readonly mimeType: string,
    private readonly events: CaptureEvents,
  ) {}

  static async open(deviceId: string | null, mimeType: string, events: CaptureEvents) {
    const capture = new Capture(await microphone(deviceId), mimeType, events)
    capture.record()
    return capture
  }

  /** Milliseconds of sound since the last slice. */
  get pendingMs() {
    return this.recorder?.state === 'recording' ? performance.now() - this.sliceStart : 0
  }

  /** How loud it is now, 0 to 1. */
  level(): number {
    if (!this.analyser) return 0
    this.analyser.getFloatTimeDomainData(this.samples)
    let sum = 0
    for (const sample of this.samples) sum += sample * sample
    return Math.min(1, Math.sqrt(sum / this.samples.length) * 4)
  }

  pause() {
    this.offSince ??= performance.now()
    if (this.recorder?.state !== 'recording') return
    this.recorder.requestData()
    this.recorder.pause()
  }

  async resume() {
    this.offSince = null
    if (this.recorder?.state === 'paused') {
      this.sliceStart = performance.now()
      this.recorder.resume()
    } else if (this.recorder?.state !== 'recording') {
      await this.replace()
    }
  }

  /** Hands over the last slice, then lets the microphone go. It can still be resumed, with a new one. */
  async stop() {
    this.offSince ??= performance.now()
    await this.stopRecorder()
    this.release()
  }

  private record() {
    try {
      this.listen()
      this.begin()
    } catch (error) {
      this.release()
      throw error
    }
  }

  private begin() {
    const recorder = new MediaRecorder(this.stream, { mimeType: this.mimeType, audioBitsPerSecond: BITS_PER_SECOND })
    recorder.ondataavailable = ({ data }) => {
      const now = this.offSince ?? performance.now()
      const ms = now - this.sliceStart
      this.sliceStart = now
      if (data.size > 0) this.events.onSlice(data, ms)
    }
    recorder.start(SLICE_MS)
    this.recorder = recorder
    this.sliceStart = performance.now()
    this.ended = new Promise((resolve) => {
      recorder.onstop = () => resolve()
    })
  }

  /** One whose microphone ended stops by itself, and has its last slice on the way. */
  private async stopRecorder() {
    if (this.recorder && this.recorder.state !== 'inactive') this.recorder.stop()
    await this.ended
  }

  private listen() {
    this.context = new AudioContext()
    this.analyser = this.context.createAnalyser()
    this.analyser.fftSize = 1024
    this.context.createMediaStreamSource(this.stream).connect(this.analyser)
    for (const track of this.stream.getAudioTracks()) track.onended = () => this.onEnded()
  }

  private async onEnded() {
    await this.stopRecorder()
    // Paused: whoever resumes gets another microphone then, and nobody is recorded before.
    if (this.offSince !== null) return this.release()
    try {
      await this.replace()
      if (this.recorder?.state === 'recording') this.events.onSwitched()
    } catch {
      // No other microphone, or none allowed: what is recorded stays, and the person is told.
      if (this.offSince !== null) return
      this.offSince = performance.now()
      this.events.onLost()
    }
  }

  /** The system's microphone takes over. */
  private replace() {
    this.replacing ??= this.takeOver().finally(() => {
      this.replacing = null
    })
    return this.replacing
  }

  private async takeOver() {
    this.release()
    this.stream = await microphone(null)
    // Meanwhile it may have been paused or stopped.
    if (this.offSince === null) this.record()
    else this.release()
  }

  private release() {
    for (const track of this.stream.getTracks()) {
      track.onended = null
      track.stop()
    }
    this.context?.close()
    this.context = null
    this.analyser = null
  }
}

const microphone = (deviceId: string | null) =>
  navigator.mediaDevices.getUserMedia({
    audio: {
      deviceId: deviceId ? { exact: deviceId } : undefined,
      channelCount: 1,
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    },
  })

/** Names are empty until the person has allowed a microphone once. */
export const microphones = async () =>
  (await navigator.mediaDevices.enumerateDevices()).filter((device) => device.kind === 'audioinput' && device.deviceId && device.label)

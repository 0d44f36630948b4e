import { vi } from 'vitest'

class Track {
  onended: (() => void) | null = null
  live = true
  stop() {
    this.live = false
  }
}

class Stream {
  readonly track = new Track()
  getTracks = () => [this.track]
  getAudioTracks = () => [this.track]
}

/** As a browser's: what it holds comes after the call, and the last of it before it says that it has stopped. */
class Recorder {
  static made: Recorder[] = []
  static isTypeSupported = () => true
  state: 'inactive' | 'recording' | 'paused' = 'inactive'
  ondataavailable: (event: { data: Blob }) => void = () => {}
  onstop: () => void = () => {}

  constructor(readonly stream: Stream) {
    Recorder.made.push(this)
  }

  start() {
    this.state = 'recording'
  }
  pause() {
    this.state = 'paused'
  }
  resume() {
    this.state = 'recording'
  }
  requestData() {}
  stop() {
    this.state = 'inactive'
    queueMicrotask(() => {
      this.say('end; ')
      this.onstop()
    })
  }
  say(text: string) {
    this.ondataavailable({ data: new Blob([text]) })
  }
}

class Context {
  createAnalyser = () => ({ getFloatTimeDomainData: () => {} })
  createMediaStreamSource = () => ({ connect: () => {} })
  close = async () => {}
}

/** A microphone in the test's hands. */
export function fakeMicrophone() {
  const streams: Stream[] = []
  const microphone = {
    /** What the browser answers when it is asked for a microphone. */
    answer: async () => {},
    live: () => streams.filter(({ track }) => track.live).length,
    recorder: () => {
      const last = Recorder.made.at(-1)
      if (!last) throw new Error('Nothing records.')
      return last
    },
    say: (text: string) => microphone.recorder().say(text),
    /** The device is gone. */
    unplug: () => {
      const { stream } = microphone.recorder()
      stream.track.live = false
      stream.track.onended?.()
    },
  }
  Recorder.made = []
  vi.stubGlobal('MediaRecorder', Recorder)
  vi.stubGlobal('AudioContext', Context)
  const getUserMedia = async () => {
    await microphone.answer()
    const stream = new Stream()
    streams.push(stream)
    return stream
  }
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } })
  return microphone
}

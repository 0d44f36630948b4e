import captureUrl from './capture.worklet.js?url&no-inline'
import playUrl from './play.worklet.js?url&no-inline'

type CaptureMessage = { frame: ArrayBuffer; level: number }

/** The microphone as 16 kHz frames of 40 ms. It never reaches the speakers: the worklet has no output. */
export class Microphone {
  private constructor(
    private readonly context: AudioContext,
    private readonly stream: MediaStream,
  ) {}

  static async open(onFrame: (frame: ArrayBuffer, level: number) => void) {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    })
    const context = new AudioContext({ sampleRate: 16_000 })
    await context.audioWorklet.addModule(captureUrl)
    const worklet = new AudioWorkletNode(context, 'kipu-capture', { numberOfOutputs: 0 })
    worklet.port.onmessage = ({ data }: MessageEvent<CaptureMessage>) => onFrame(data.frame, data.level)
    context.createMediaStreamSource(stream).connect(worklet)
    return new Microphone(context, stream)
  }

  close() {
    for (const track of this.stream.getTracks()) track.stop()
    this.context.close()
  }
}

/** What the agent says, 24 kHz. */
export class Speaker {
  private constructor(
    private readonly context: AudioContext,
    private readonly worklet: AudioWorkletNode,
  ) {}

  static async open(onLevel: (level: number) => void, onDrained: () => void) {
    const context = new AudioContext({ sampleRate: 24_000 })
    await context.audioWorklet.addModule(playUrl)
    const worklet = new AudioWorkletNode(context, 'kipu-play', { numberOfInputs: 0, outputChannelCount: [1] })
    worklet.port.onmessage = ({ data }: MessageEvent<'drained' | { level: number }>) =>
      data === 'drained' ? onDrained() : onLevel(data.level)
    worklet.connect(context.destination)
    await context.resume()
    return new Speaker(context, worklet)
  }

  play(frame: ArrayBuffer) {
    this.worklet.port.postMessage(frame, [frame])
  }

  flush() {
    this.worklet.port.postMessage('flush')
  }

  close() {
    this.context.close()
  }
}

// 16 kHz microphone -> PCM16 frames of 40 ms, and how loud each is.
const FRAME = 640

class Capture extends AudioWorkletProcessor {
  constructor() {
    super()
    this.frame = new Int16Array(FRAME)
    this.filled = 0
    this.power = 0
  }

  process([input]) {
    const samples = input[0]
    if (!samples) return true
    for (const sample of samples) {
      const clipped = Math.max(-1, Math.min(1, sample))
      this.frame[this.filled++] = clipped * 32767
      this.power += clipped * clipped
      if (this.filled < FRAME) continue
      this.port.postMessage({ frame: this.frame.buffer, level: Math.sqrt(this.power / FRAME) }, [this.frame.buffer])
      this.frame = new Int16Array(FRAME)
      this.filled = 0
      this.power = 0
    }
    return true
  }
}

registerProcessor('kipu-capture', Capture)

// A queue of PCM16 blocks -> sound. 'flush' empties it at once: that is what makes interrupting feel immediate.
class Play extends AudioWorkletProcessor {
  constructor() {
    super()
    this.queue = []
    this.offset = 0
    this.playing = false
    this.port.onmessage = ({ data }) => {
      if (data === 'flush') {
        this.queue = []
        this.offset = 0
      } else {
        this.queue.push(new Int16Array(data))
        this.playing = true
      }
    }
  }

  process(_, [output]) {
    const out = output[0]
    let power = 0
    for (let index = 0; index < out.length; index++) {
      const block = this.queue[0]
      if (!block) break
      out[index] = block[this.offset++] / 32768
      power += out[index] * out[index]
      if (this.offset < block.length) continue
      this.queue.shift()
      this.offset = 0
    }
    if (this.playing) this.port.postMessage({ level: Math.sqrt(power / out.length) })
    if (this.playing && this.queue.length === 0) {
      this.playing = false
      this.port.postMessage('drained')
    }
    return true
  }
}

registerProcessor('kipu-play', Play)

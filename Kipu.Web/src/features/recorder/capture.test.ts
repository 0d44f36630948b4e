import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest'
import { fakeMicrophone } from '@/test/microphone'
import { Capture, type CaptureEvents } from './capture'

let microphone: ReturnType<typeof fakeMicrophone>
let events: { [name in keyof CaptureEvents]: Mock<CaptureEvents[name]> }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  microphone = fakeMicrophone()
  events = { onSlice: vi.fn(), onSwitched: vi.fn(), onLost: vi.fn() }
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const open = () => Capture.open(null, 'audio/webm', events)
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** The browser asks the person first: resolves the question. */
function asked() {
  let allow = () => {}
  microphone.answer = () =>
    new Promise((resolve) => {
      allow = resolve
    })
  return () => allow()
}

describe('the microphone', () => {
  it('that goes away is followed by the next one', async () => {
    await open()
    microphone.unplug()
    await settled()
    expect(microphone.recorder().state).toBe('recording')
    expect(microphone.live()).toBe(1)
    expect(events.onSwitched).toHaveBeenCalledOnce()
  })

  it('that goes away during a pause is followed by none before somebody resumes', async () => {
    const capture = await open()
    capture.pause()
    microphone.unplug()
    await settled()
    expect(microphone.live()).toBe(0)
    expect(events.onSwitched).not.toHaveBeenCalled()
    await capture.resume()
    expect(microphone.recorder().state).toBe('recording')
    expect(microphone.live()).toBe(1)
  })

  it('that comes after the end is let go', async () => {
    const capture = await open()
    const allow = asked()
    microphone.unplug()
    await settled()
    await capture.stop()
    allow()
    await settled()
    expect(microphone.live()).toBe(0)
    expect(microphone.recorder().state).toBe('inactive')
    expect(events.onSwitched).not.toHaveBeenCalled()
  })

  it('that comes during a pause is let go too', async () => {
    const capture = await open()
    const allow = asked()
    microphone.unplug()
    await settled()
    capture.pause()
    allow()
    await settled()
    expect(microphone.live()).toBe(0)
  })

  it('that is refused after the end is no longer missed', async () => {
    const capture = await open()
    microphone.answer = () => Promise.reject(new DOMException('', 'NotFoundError'))
    microphone.unplug()
    await capture.stop()
    await settled()
    expect(events.onLost).not.toHaveBeenCalled()
  })

  it('that can not be recorded is let go', async () => {
    vi.stubGlobal(
      'AudioContext',
      class {
        constructor() {
          throw new DOMException('', 'NotSupportedError')
        }
      },
    )
    await expect(open()).rejects.toThrow()
    expect(microphone.live()).toBe(0)
  })

  it('hands over what it still holds at the end, without the time of a pause', async () => {
    const capture = await open()
    vi.advanceTimersByTime(400)
    capture.pause()
    vi.advanceTimersByTime(60_000)
    await capture.stop()
    expect(events.onSlice.mock.calls.map(([, ms]) => ms)).toEqual([400])
    expect(microphone.live()).toBe(0)
  })
})

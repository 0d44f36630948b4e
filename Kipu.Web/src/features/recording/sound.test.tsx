import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { keys } from '@/api/keys'
import type { RecordingSummary } from '@/api/types'
import { newClient, serve, show } from '@/test/show'
import { audioQuery } from './api'
import { useAudio } from './useAudio'

const recording = { id: 'r1', title: 'Comité', language: 'es', status: 'COMPLETED' } as RecordingSummary

describe('the sound', () => {
  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
  const ticket = (url: string) => ({ status: 200, body: { url, expiresAt: inAnHour() } })
  let sound: ReturnType<typeof useAudio>
  const Page = () => {
    sound = useAudio(recording, 60, null)
    return <p>{sound.error ? (sound.error as { code?: string }).code : 'no error'}</p>
  }
  const fails = () => act(async () => void sound.player.audio.dispatchEvent(new Event('error')))
  const said = (code: string) => screen.findByText(code)

  it('asks for another address once when it fails, and then says so until one tries again', async () => {
    const calls = serve(() => ticket(`https://kipu.example/${calls.length}`))
    await show(<Page />)
    await waitFor(() => expect(sound.player.ready).toBe(true))
    await fails()
    await waitFor(() => expect(sound.player.audio.src).toContain('/2'))
    await said('no error')
    await fails()
    await said('audio_unplayable')
    await act(async () => sound.retry?.())
    await said('no error')
    expect(sound.player.audio.src).toContain('/3')
  })

  it('that can not be had says why, and offers to try again what may pass', async () => {
    const answers = [503, 404, 200]
    serve(() => ({ ...ticket('https://kipu.example/a'), status: answers.shift() ?? 200 }))
    await show(<Page />)
    await said('http_503')
    expect(sound.retry).toBeDefined()
    await act(async () => sound.retry?.())
    await said('http_404')
    expect(sound.retry).toBeUndefined()
  })

  it('stays as it is when the recordings load anew, and keeps its speed when it does not', async () => {
    const calls = serve(() => ticket('https://kipu.example/a'))
    const client = newClient()
    await show(<Page />, client)
    await waitFor(() => expect(sound.player.ready).toBe(true))
    await act(() => client.invalidateQueries({ queryKey: keys.recordings }))
    expect(calls).toHaveLength(1)
    expect(audioQuery('r1').queryKey).toEqual(['audio', 'r1'])

    sound.player.setRate(1.5)
    expect(sound.player.audio.defaultPlaybackRate).toBe(1.5)
  })
})

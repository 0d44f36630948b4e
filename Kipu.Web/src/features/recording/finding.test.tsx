import { createRef } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { show } from '@/test/show'
import { FindHere } from './FindHere'

describe('finding in a transcript', () => {
  it('goes to the first hit when the hits have come, which is after the words were typed', async () => {
    const shown = vi.fn()
    const find = (sought: string, found: [number, number][][]) => (
      <FindHere words="sede" sought={sought} onChange={() => {}} found={found} input={createRef()} onShow={shown} />
    )
    const again = await show(find('', [[], []]))
    again(find('sede', [[], [[3, 4]]]))
    expect(shown).toHaveBeenCalledExactlyOnceWith(1)
  })
})

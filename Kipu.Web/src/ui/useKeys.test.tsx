import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { OwnSettings } from '@/features/settings/OwnSettings'
import { hasSingleKeys } from '@/session/singleKeys'
import { show } from '@/test/show'
import { useKeys } from './useKeys'

it('single keys are turned off in the settings, and on again', async () => {
  const record = vi.fn()
  const Page = () => {
    useKeys({ g: record })
    return <OwnSettings />
  }
  await show(<Page />)
  const press = () => fireEvent.keyDown(document.body, { key: 'g' })
  const choose = () => fireEvent.click(screen.getByRole('checkbox', { name: 'Atajos de una tecla' }))

  press()
  expect(record).toHaveBeenCalledTimes(1)
  choose()
  press()
  expect(record).toHaveBeenCalledTimes(1)
  expect(hasSingleKeys()).toBe(false)
  expect(document.documentElement.hasAttribute('data-no-keys')).toBe(true)
  choose()
  press()
  expect(record).toHaveBeenCalledTimes(2)
})

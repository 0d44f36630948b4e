import { useSyncExternalStore } from 'react'

const STORED = 'kipu.keys'
const listeners = new Set<() => void>()

/** Whether single keys do something (WCAG 2.1.4): who dictates, or hits keys by mistake, turns them off. */
export const hasSingleKeys = () => localStorage.getItem(STORED) !== 'off'

/** Puts it on the document, where the hints beside buttons go by it. */
export const showSingleKeys = () => document.documentElement.toggleAttribute('data-no-keys', !hasSingleKeys())

export function chooseSingleKeys(on: boolean) {
  if (on) localStorage.removeItem(STORED)
  else localStorage.setItem(STORED, 'off')
  showSingleKeys()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useSingleKeys = () => useSyncExternalStore(subscribe, hasSingleKeys)

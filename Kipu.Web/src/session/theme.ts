import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const STORED = 'kipu.theme'
const system = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

export const currentTheme = (): Theme => {
  const stored = localStorage.getItem(STORED)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

const apply = () => {
  const theme = currentTheme()
  const dark = theme === 'dark' || (theme === 'system' && system.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

/** Follows the system while nobody chose. */
export const watchSystemTheme = () => system.addEventListener('change', apply)

export function chooseTheme(theme: Theme) {
  if (theme === 'system') localStorage.removeItem(STORED)
  else localStorage.setItem(STORED, theme)
  apply()
}

/** Calls back when the colours change: a canvas has to be drawn again. */
export const onThemeChange = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useTheme = () => useSyncExternalStore(onThemeChange, currentTheme)

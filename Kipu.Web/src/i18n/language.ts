import { useSyncExternalStore } from 'react'
import type { Catalog } from './es'

export type Language = 'es' | 'en'

const STORED = 'kipu.language'
const load: Record<Language, () => Promise<Catalog>> = {
  es: async () => (await import('./es')).es,
  en: async () => (await import('./en')).en,
}

let language: Language = 'es'
let catalog: Catalog | null = null
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The person's choice, else the browser's: public/theme.js has already put it on the document. */
export const preferredLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'es')

/** Loads a language's words and shows them from then on. Only the one in use is ever downloaded. */
export async function speak(next: Language, remember = false) {
  const loaded = await load[next]()
  language = next
  catalog = loaded
  document.documentElement.lang = next
  if (remember) localStorage.setItem(STORED, next)
  for (const listener of listeners) listener()
}

/** The words of the language in use, for what is said outside of a component. */
export const words = (): Catalog => {
  if (!catalog) throw new Error('A language has to be loaded before anything is shown.')
  return catalog
}

/** The words of the language in use. */
export const useWords = (): Catalog => useSyncExternalStore(subscribe, words)

export const useLanguage = (): Language => useSyncExternalStore(subscribe, () => language)

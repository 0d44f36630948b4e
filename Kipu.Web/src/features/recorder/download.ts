import { localStore } from './store'

/** Saves the sound that this device keeps as a file: the way out when nothing else works. */
export async function download({ id, title }: { id: string; title: string }) {
  const store = await localStore()
  const kept = await store.recording(id)
  if (!kept) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await store.sound(id, kept.mimeType))
  link.download = `${title}.${kept.mimeType.startsWith('audio/mp4') ? 'm4a' : 'webm'}`
  link.click()
  URL.revokeObjectURL(link.href)
}

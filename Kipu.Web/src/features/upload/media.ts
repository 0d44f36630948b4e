/** Types that browsers leave empty or get wrong, by how the file's name ends. */
const BY_ENDING: Record<string, string> = {
  aac: 'audio/aac',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  mka: 'audio/x-matroska',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  webm: 'video/webm',
  wma: 'audio/x-ms-wma',
}

/** The file's media type when it can be audio or video, else null. */
export function mediaType(name: string, type: string): string | null {
  if (/^(audio|video)\//.test(type)) return type
  return BY_ENDING[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null
}

/** "acta-2026.final.mp3" is "acta-2026.final". */
export const titleOf = (name: string) =>
  name
    .replace(/\.[^.]{1,5}$/, '')
    .trim()
    .slice(0, 200) || name.slice(0, 200)

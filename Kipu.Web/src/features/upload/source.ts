import { ApiError } from '@/api/problem'

/** By what a file is known again: browsers give no path. */
export type Source = Pick<File, 'name' | 'size' | 'lastModified'>

export const isSame = (one: Source, other: Source) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

/** A part's bytes, read once: what is digested is what is sent. Fails when the file was changed or moved, or its drive is gone. */
export async function read(part: Blob): Promise<Blob> {
  try {
    return new Blob([await part.arrayBuffer()])
  } catch {
    throw new ApiError('file_unreadable', 422)
  }
}

export const isReadable = (file: File) =>
  read(file.slice(0, 1)).then(
    () => true,
    () => false,
  )

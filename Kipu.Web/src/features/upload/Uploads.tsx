import { useEffect } from 'react'
import { useWords } from '@/i18n/language'
import { UploadRow } from './UploadRow'
import { showInterrupted, useUploads } from './uploads'

export function Uploads() {
  const t = useWords()
  const uploads = useUploads()
  useEffect(() => {
    showInterrupted()
  }, [])
  if (uploads.length === 0) return null
  return (
    <section aria-label={t.upload.region} className="mb-3 grid gap-2">
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} />
      ))}
    </section>
  )
}

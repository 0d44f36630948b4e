import { clsx } from 'clsx'
import { Upload } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { useWords } from '@/i18n/language'
import { buttonClass } from '@/ui/Button'
import { addUploads } from './uploads'
import { useRoom } from './useRoom'

/** Opens the system's file dialog. Its looks can be given, for the larger choice on the recording page. */
export function UploadButton({ className, children }: { className?: string; children?: ReactNode }) {
  const t = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const room = useRoom()
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        accept="audio/*,video/*"
        multiple
        className="hidden"
        aria-label={t.upload.pick}
        data-upload
        onChange={(event) => {
          addUploads(event.target.files ?? [], room)
          event.target.value = ''
        }}
      />
      <button type="button" className={clsx(className ?? buttonClass('ghost'))} onClick={() => input.current?.click()}>
        {children ?? (
          <>
            <Upload className="icon" strokeWidth={1.5} aria-hidden />
            {t.recordings.upload}
          </>
        )}
      </button>
    </>
  )
}

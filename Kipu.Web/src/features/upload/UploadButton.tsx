import { clsx } from 'clsx'
import { Upload } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { useWords } from '@/i18n/language'
import { buttonClass } from '@/ui/Button'
import { UploadAs } from './UploadAs'
import { addUploads } from './uploads'
import { useRoom } from './useRoom'

/**
 * Opens the system's file dialog; beside it one may say first what kind of meeting the files are. Its looks can be given, for the larger
 * choice on the recording page.
 */
export function UploadButton({ className, children }: { className?: string; children?: ReactNode }) {
  const t = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const kind = useRef<string | undefined>(undefined)
  const room = useRoom()
  const pick = (template?: string) => {
    kind.current = template
    input.current?.click()
  }
  return (
    <div className="upload">
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
          addUploads(event.target.files ?? [], room, kind.current)
          event.target.value = ''
        }}
      />
      <button type="button" className={clsx(className ?? buttonClass('ghost'))} onClick={() => pick()}>
        {children ?? (
          <>
            <Upload className="icon" strokeWidth={1.5} aria-hidden />
            {t.recordings.upload}
          </>
        )}
      </button>
      <UploadAs onPick={pick} />
    </div>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { keys } from '@/api/keys'
import { useErrorText } from '@/i18n/errorText'
import { bytes } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Progress } from '@/ui/Progress'
import { canResume, discardUpload, dismissUpload, isUnderway, resumeUpload, resumeWith, stopUpload, type Upload } from './uploads'

/** A file on its way, and what one does with it: stop it, go on with it, take it back. */
export function UploadRow({ upload }: { upload: Upload }) {
  const t = useWords()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [picking, setPicking] = useState(false)
  const { key, state, recordingId } = upload
  const goOn = async () => {
    const found = await resumeUpload(key)
    setPicking(!found)
    if (!found) input.current?.click()
  }
  const discard = useMutation({
    mutationFn: () => discardUpload(key),
    networkMode: 'always',
    onSuccess: () => client.invalidateQueries({ queryKey: keys.recordings }),
  })
  return (
    <div className="card leftover mb-0" data-upload-state={state}>
      <div className="min-w-0 flex-1 basis-64">
        <Told upload={upload} />
        {!isUnderway(upload) && <Trouble upload={upload} error={discard.error ?? upload.error} picking={picking} />}
      </div>
      {canResume(upload) && (
        <>
          <input
            ref={input}
            type="file"
            className="hidden"
            aria-label={t.upload.pickAgain(upload.name)}
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) resumeWith(key, file)
            }}
          />
          <Button onClick={goOn}>{t.upload.retry}</Button>
        </>
      )}
      {state === 'done' && recordingId && (
        <Link to="/recordings/$id" params={{ id: recordingId }} className="link">
          {t.upload.open}
        </Link>
      )}
      {isUnderway(upload) ? (
        <Button look="quiet" onClick={() => stopUpload(key)}>
          {t.upload.stop}
        </Button>
      ) : state !== 'done' && recordingId ? (
        <Button look="quiet" busy={discard.isPending} onClick={() => discard.mutate()}>
          {t.upload.discard}
        </Button>
      ) : (
        <Button look="quiet" icon aria-label={t.common.close} onClick={() => dismissUpload(key)}>
          <X className="icon" strokeWidth={1.5} aria-hidden />
        </Button>
      )}
    </div>
  )
}

function Told({ upload }: { upload: Upload }) {
  const t = useWords()
  const language = useLanguage()
  const { state, name, size, sent, bytesPerSecond } = upload
  if (state === 'done') return <p role="status">{t.upload.done(name)}</p>
  if (state === 'failed') return <p className="truncate font-[620]">{name}</p>
  if (state === 'interrupted') return <p>{t.upload.interrupted(name, bytes(language, size))}</p>
  const left = bytesPerSecond > 0 ? (size - sent) / bytesPerSecond : null
  return (
    <>
      <p className="truncate">{state === 'stopped' ? `${t.upload.stopped}: ${name}` : t.upload.sending(name)}</p>
      <div className="state">
        <Progress label={t.upload.sending(name)} value={(sent / size) * 100} />
        <span className="num">{t.common.of(bytes(language, sent), bytes(language, size))}</span>
        {state === 'waiting' && <span role="status">{t.upload.waiting}</span>}
        {state === 'sending' && left !== null && <span className="num">{t.upload.left(left)}</span>}
      </div>
    </>
  )
}

/** Why it stands still, and what is asked of the person. */
function Trouble({ upload, error, picking }: { upload: Upload; error: unknown; picking: boolean }) {
  const t = useWords()
  const text = useErrorText()
  if (error) {
    return (
      <p className="text-rec" role="alert">
        {upload.size === 0 ? t.upload.empty(upload.name) : text(error)}
      </p>
    )
  }
  return picking && <p role="status">{t.upload.pickAgain(upload.name)}</p>
}

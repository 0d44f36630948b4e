import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useErrorText } from '@/i18n/errorText'
import { bytes } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Progress } from '@/ui/Progress'
import { canResume, dismissUpload, resumeUpload, stopUpload, type Upload, useUploads } from './uploads'

export function Uploads() {
  const t = useWords()
  const uploads = useUploads()
  if (uploads.length === 0) return null
  return (
    <section aria-label={t.upload.region} className="mb-3 grid gap-2">
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} />
      ))}
    </section>
  )
}

function UploadRow({ upload }: { upload: Upload }) {
  const t = useWords()
  const isOver = upload.state === 'done' || upload.state === 'failed' || upload.state === 'stopped'
  return (
    <div className="card leftover mb-0" data-upload-state={upload.state}>
      <div className="min-w-0 flex-1 basis-64">
        <Told upload={upload} />
      </div>
      {(upload.state === 'stopped' || upload.state === 'failed') && canResume(upload.key) && (
        <Button onClick={() => resumeUpload(upload.key)}>{t.upload.retry}</Button>
      )}
      {upload.state === 'done' && upload.recordingId && (
        <Link to="/recordings/$id" params={{ id: upload.recordingId }} className="link">
          {t.upload.open}
        </Link>
      )}
      {isOver ? (
        <Button look="quiet" icon aria-label={t.common.close} onClick={() => dismissUpload(upload.key)}>
          <X className="icon" strokeWidth={1.5} aria-hidden />
        </Button>
      ) : (
        <Button look="quiet" onClick={() => stopUpload(upload.key)}>
          {t.upload.stop}
        </Button>
      )}
    </div>
  )
}

function Told({ upload }: { upload: Upload }) {
  const t = useWords()
  const language = useLanguage()
  const text = useErrorText()
  if (upload.state === 'done') return <p role="status">{t.upload.done(upload.name)}</p>
  if (upload.state === 'failed') {
    return (
      <p role="alert">
        <b className="font-[620]">{upload.name}</b>{' '}
        <span className="text-rec">{upload.size === 0 ? t.upload.empty(upload.name) : text(upload.error)}</span>
      </p>
    )
  }
  const left = upload.bytesPerSecond > 0 ? (upload.size - upload.sent) / upload.bytesPerSecond : null
  return (
    <>
      <p className="truncate">{upload.state === 'stopped' ? `${t.upload.stopped}: ${upload.name}` : t.upload.sending(upload.name)}</p>
      <div className="state">
        <Progress label={t.upload.sending(upload.name)} value={(upload.sent / upload.size) * 100} />
        <span className="num">{t.common.of(bytes(language, upload.sent), bytes(language, upload.size))}</span>
        {upload.state === 'waiting' && <span role="status">{t.upload.waiting}</span>}
        {upload.state === 'sending' && left !== null && <span className="num">{t.upload.left(left)}</span>}
      </div>
    </>
  )
}

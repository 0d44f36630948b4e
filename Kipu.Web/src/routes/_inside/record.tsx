import { createFileRoute, Link } from '@tanstack/react-router'
import { Upload } from 'lucide-react'
import { RecordPage } from '@/features/recorder/RecordPage'
import { UploadButton } from '@/features/upload/UploadButton'
import { Uploads } from '@/features/upload/Uploads'
import { useWords } from '@/i18n/language'

export const Route = createFileRoute('/_inside/record')({ component: Page })

function Page() {
  return <RecordPage upload={<UploadChoice />} />
}

function UploadChoice() {
  const t = useWords()
  return (
    <>
      <UploadButton className="card choice">
        <Upload className="icon" strokeWidth={1.5} aria-hidden />
        <b>{t.record.file}</b>
        <span>{t.record.fileText}</span>
      </UploadButton>
      <Uploads />
      <p className="text-ink-3">
        <Link to="/recordings" className="link">
          {t.checkout.toRecordings}
        </Link>
      </p>
    </>
  )
}

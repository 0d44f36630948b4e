import { Link } from '@tanstack/react-router'
import { percent } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Progress } from '@/ui/Progress'
import { isUnderway, useUploads } from './uploads'

/** The uploads under way, in the rail: one sees them from every page. */
export function UploadPill() {
  const t = useWords()
  const language = useLanguage()
  const underway = useUploads().filter(isUnderway)
  if (underway.length === 0) return null
  const size = underway.reduce((sum, upload) => sum + upload.size, 0)
  const share = (underway.reduce((sum, upload) => sum + upload.sent, 0) / size) * 100
  return (
    <Link to="/recordings" className="pill">
      <b>
        <span className="wide">{t.recordings.uploading}</span>
        <span className="num ml-auto">{percent(language, share)}</span>
      </b>
      <Progress label={t.recordings.uploading} value={share} />
    </Link>
  )
}

import { Link } from '@tanstack/react-router'
import { ChevronLeft, Tag } from 'lucide-react'
import { useState } from 'react'
import type { RecordingSummary } from '@/api/types'
import { dateAndTime, duration } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { useMayChange } from '@/session/useMayChange'
import { Avatars, speakerColour } from '@/ui/Avatars'
import { Actions } from './Actions'
import { TagsDialog } from './TagsDialog'
import { Title } from './Title'

export function Head({ recording, onHelp }: { recording: RecordingSummary; onHelp: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const mayChange = useMayChange()
  const [tagging, setTagging] = useState(false)
  const people = recording.speakers.map((speaker, index) => ({ name: speaker.name ?? t.voiceOf(index + 1), colour: speakerColour(index) }))
  return (
    <header className="top">
      <Link to="/recordings" className="crumb">
        <ChevronLeft className="icon" strokeWidth={1.5} aria-hidden />
        {t.recording.back}
      </Link>
      <div className="min-w-0">
        <Title recording={recording} />
        <div className="meta">
          <time dateTime={recording.createdAt}>{dateAndTime(language, new Date(recording.createdAt))}</time>
          {recording.durationSeconds !== null && <span>{duration(recording.durationSeconds)}</span>}
          <Avatars people={people} label={t.recordings.speakers(people.map((person) => person.name))} />
          {recording.language && <span className="tag">{t.recording.languageOf[recording.language] ?? recording.language}</span>}
          {recording.tags.slice(0, 3).map((tag) => (
            <span key={tag} className="tag only-wide">
              {tag}
            </span>
          ))}
          {mayChange && (
            <button type="button" className="tag-edit" onClick={() => setTagging(true)}>
              <Tag className="icon" strokeWidth={1.5} aria-hidden />
              {t.recording.tags}
            </button>
          )}
        </div>
      </div>
      <Actions recording={recording} onTags={mayChange ? () => setTagging(true) : null} onHelp={onHelp} />
      <TagsDialog recording={recording} open={tagging} onClose={() => setTagging(false)} />
    </header>
  )
}

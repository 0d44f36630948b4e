import { Pencil, X } from 'lucide-react'
import type { RefObject } from 'react'
import { toast } from 'sonner'
import { LONGEST_NOTE } from '@/api/markers'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { KnotIcon } from '@/ui/icons'
import type { Mark } from './marks'
import { focusMark, putBackMark, removeMark, writeMark } from './recorder'

type Props = {
  marks: Mark[]
  /** The mark that shows its note's field. */
  noted: string | null
  /** While the rest is sent, they are only to be read. */
  fixed: boolean
  field: RefObject<HTMLInputElement | null>
  /** Where the focus goes when a field or a mark is gone. */
  back: RefObject<HTMLButtonElement | null>
  onNote: (id: string) => void
  onClose: () => void
}

/** What was marked so far, the latest first. */
export function Marks({ marks, noted, fixed, field, back, onNote, onClose }: Props) {
  const t = useWords()
  if (marks.length === 0) return null
  const remove = (mark: Mark) => {
    removeMark(mark.id)
    back.current?.focus()
    toast(t.markers.removed, { action: { label: t.recording.undo, onClick: () => putBackMark(mark) } })
  }
  const close = () => {
    onClose()
    back.current?.focus()
  }
  return (
    <section className="marks" aria-label={t.markers.title}>
      <ol>
        {marks.toReversed().map((mark) => {
          const at = clock(mark.atSeconds)
          const open = mark.id === noted && !fixed
          return (
            <li key={mark.id} className="mark" data-mark={mark.atSeconds}>
              <KnotIcon kind="marker" />
              <span className="num">{at}</span>
              {open ? <NoteField mark={mark} field={field} onClose={close} /> : <Note mark={mark} />}
              {!fixed && !open && (
                <button
                  type="button"
                  className="tool"
                  aria-label={t.markers.editNote(at)}
                  title={t.markers.editNote(at)}
                  onClick={() => onNote(mark.id)}
                >
                  <Pencil className="icon size-4" strokeWidth={1.5} aria-hidden />
                </button>
              )}
              {!fixed && (
                <button
                  type="button"
                  className="tool mark-remove"
                  aria-label={t.markers.remove(at)}
                  title={t.markers.remove(at)}
                  onClick={() => remove(mark)}
                >
                  <X className="icon size-4" strokeWidth={1.5} aria-hidden />
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Note({ mark }: { mark: Mark }) {
  const t = useWords()
  return (
    <p>
      {mark.text || <span className="text-ink-3">{t.markers.noNote}</span>}
      {mark.refused ? <small> {t.markers.refused}</small> : !mark.known && <small> {t.markers.unsent}</small>}
    </p>
  )
}

/** What is typed is kept with each key: closing the field, the tab or the recording loses none of it. */
function NoteField({ mark, field, onClose }: { mark: Mark; field: RefObject<HTMLInputElement | null>; onClose: () => void }) {
  const t = useWords()
  return (
    <div className="mark-note">
      <input
        ref={field}
        className="input"
        aria-label={t.markers.note(clock(mark.atSeconds))}
        placeholder={t.markers.notePlaceholder}
        maxLength={LONGEST_NOTE}
        value={mark.text}
        onChange={(event) => writeMark(mark.id, event.target.value)}
        onFocus={() => focusMark(mark.id)}
        onBlur={() => focusMark(null)}
        onKeyDown={(event) => {
          if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return
          event.preventDefault()
          onClose()
        }}
      />
      <kbd className="key" aria-hidden="true">
        N
      </kbd>
    </div>
  )
}

import { useMutation } from '@tanstack/react-query'
import { Pencil, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { toast } from 'sonner'
import { LONGEST_NOTE, noteOf } from '@/api/markers'
import type { Marker } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { KnotIcon } from '@/ui/icons'
import { Refusal } from '@/ui/Refusal'
import { Moment } from './Moment'
import type { MarkersOf } from './useMarkers'

type Props = {
  markers: MarkersOf
  mayChange: boolean
  /** Null while there is nothing to mark in. */
  onMark: (() => void) | null
  onPlay: (seconds: number) => void
}

/** The moments that people wanted to find again. */
export function Markers({ markers, mayChange, onMark, onPlay }: Props) {
  const t = useWords()
  const marking = useRef<HTMLButtonElement>(null)
  if (markers.all.length === 0 && !onMark) return null
  return (
    <section className="sec only-summary" aria-label={t.markers.title}>
      <div className="sec-head">
        <h2>{t.markers.title}</h2>
        {onMark && (
          <Button ref={marking} look="quiet" title={`${t.markers.mark} (M)`} onClick={onMark}>
            {t.markers.mark}
          </Button>
        )}
      </div>
      <p className="sr-only" role="status">
        {markers.said}
      </p>
      {markers.all.length === 0 ? (
        <p className="text-ink-2">{t.markers.none}</p>
      ) : (
        <ul>
          {markers.all.map((marker) => (
            <Row
              key={marker.id}
              marker={marker}
              opened={marker.id === markers.fresh}
              onWrite={mayChange ? markers.write : null}
              onRemove={() => {
                markers.remove(marker)
                marking.current?.focus()
              }}
              onPlay={onPlay}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

type RowProps = {
  marker: Marker
  opened: boolean
  /** Null where one only reads. */
  onWrite: MarkersOf['write'] | null
  onRemove: () => void
  onPlay: (seconds: number) => void
}

function Row({ marker, opened, onWrite, onRemove, onPlay }: RowProps) {
  const t = useWords()
  const [editing, setEditing] = useState(opened)
  const pencil = useRef<HTMLButtonElement>(null)
  const at = clock(marker.atSeconds)
  const close = () => {
    // The pencil is back before it gets the focus.
    flushSync(() => setEditing(false))
    pencil.current?.focus()
  }
  return (
    <li className="marker" data-marker={marker.atSeconds}>
      <KnotIcon kind="marker" />
      {onWrite && editing ? (
        <NoteEditor marker={marker} onWrite={onWrite} onClose={close} />
      ) : (
        <p>{marker.text ?? <span className="text-ink-3">{t.markers.noNote}</span>}</p>
      )}
      <Moment at={marker.atSeconds} onPlay={onPlay} />
      {onWrite && (
        <span className="marker-tools">
          {!editing && (
            <button
              ref={pencil}
              type="button"
              className="tool"
              aria-label={t.markers.editNote(at)}
              title={t.markers.editNote(at)}
              onClick={() => setEditing(true)}
            >
              <Pencil className="icon size-4" strokeWidth={1.5} aria-hidden />
            </button>
          )}
          <button type="button" className="tool" aria-label={t.markers.remove(at)} title={t.markers.remove(at)} onClick={onRemove}>
            <X className="icon size-4" strokeWidth={1.5} aria-hidden />
          </button>
        </span>
      )}
    </li>
  )
}

type EditorProps = { marker: Marker; onWrite: MarkersOf['write']; onClose: () => void }

/** It stays as typed until Kipu has it: a refusal loses no word. */
function NoteEditor({ marker, onWrite, onClose }: EditorProps) {
  const t = useWords()
  const text = useErrorText()
  const [words, setWords] = useState(marker.text ?? '')
  const writing = useMutation({
    mutationFn: () => onWrite(marker, words),
    onSuccess: () => {
      toast.success(t.markers.noteSaved)
      onClose()
    },
  })
  const save = () => {
    if (noteOf(words) === marker.text) onClose()
    else if (!writing.isPending) writing.mutate()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  return (
    <form
      className="marker-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <input
        className="input"
        aria-label={t.markers.note(clock(marker.atSeconds))}
        placeholder={t.markers.notePlaceholder}
        maxLength={LONGEST_NOTE}
        value={words}
        // biome-ignore lint/a11y/noAutofocus: the person has just marked this, or asked to edit it.
        autoFocus
        onFocus={(event) => event.target.form?.scrollIntoView({ block: 'nearest' })}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Refusal text={writing.error ? text(writing.error) : undefined} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={writing.isPending}>
          {t.markers.saveNote}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </div>
    </form>
  )
}

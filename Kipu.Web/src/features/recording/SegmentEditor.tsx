import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Analysis, Turn } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Refusal } from '@/ui/Refusal'
import { correctSegment } from './api'

const LONGEST = 10_000

/**
 * What was said, corrected in place. It stays as typed until the server has it: a refusal loses no word. Ids of segments count them, so after
 * another analysis the same id may be another turn's: what was typed for one must not be saved over the other.
 */
export function SegmentEditor({ recordingId, turn, onClose }: { recordingId: string; turn: Turn; onClose: () => void }) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const id = useId()
  const [opened] = useState(turn)
  const [words, setWords] = useState(turn.text)
  const isOther = turn.startSeconds !== opened.startSeconds || turn.text !== opened.text
  const correction = useMutation({
    mutationFn: (said: string) => correctSegment(recordingId, turn.segmentId, said),
    onSuccess: (corrected) => {
      client.setQueryData<Analysis>(
        keys.analysis(recordingId),
        (known) =>
          known && { ...known, transcript: known.transcript?.map((one) => (one.segmentId === turn.segmentId ? corrected : one)) ?? null },
      )
      toast.success(t.recording.segmentSaved)
      onClose()
      return client.invalidateQueries({ queryKey: [...keys.recordings, 'list'] })
    },
  })
  const said = words.trim()
  const save = () => {
    if (isOther) return
    if (said === turn.text) onClose()
    else if (said && !correction.isPending) correction.mutate(said)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  return (
    <form
      className="seg-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <textarea
        aria-label={t.recording.segmentText(clock(turn.startSeconds))}
        aria-describedby={id}
        maxLength={LONGEST}
        rows={2}
        value={words}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this.
        autoFocus
        onFocus={(event) => {
          event.target.setSelectionRange(words.length, words.length)
          event.target.form?.scrollIntoView({ block: 'nearest' })
        }}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Refusal text={isOther ? t.recording.segmentChanged : correction.error ? text(correction.error) : undefined} />
      <div className="flex flex-wrap items-center gap-2" lang={document.documentElement.lang}>
        <Button type="submit" look="primary" busy={correction.isPending} disabled={!said || isOther}>
          {t.recording.saveSegment}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <p id={id} className="field-hint">
          {turn.edit?.original ? t.recording.heardAs(turn.edit.original) : t.recording.segmentKeys}
        </p>
      </div>
    </form>
  )
}

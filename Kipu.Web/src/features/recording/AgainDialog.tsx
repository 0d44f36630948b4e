import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { RecordingSummary } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { OutputLanguageSelect, TemplateSelect } from '@/ui/AnalysisSelects'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Refusal } from '@/ui/Refusal'
import { choiceOf, wishesOf } from './again'
import { analysisQuery, reprocess } from './api'

type Props = { recording: RecordingSummary; onClose: () => void }

/** Has a recording analysed again, as another kind of meeting or in another language. */
export function AgainDialog({ recording, open, onClose }: Props & { open: boolean }) {
  const t = useWords()
  return (
    <Dialog open={open} onOpenChange={onClose} title={t.recording.again} text={t.recording.againText}>
      <AgainForm recording={recording} onClose={onClose} />
    </Dialog>
  )
}

function AgainForm({ recording, onClose }: Props) {
  const t = useWords()
  const text = useErrorText()
  const id = useId()
  const client = useQueryClient()
  const { data: analysis } = useQuery(analysisQuery(recording.id))
  const hasWords = (analysis?.transcript ?? null) !== null
  const [choice, setChoice] = useState(choiceOf(recording, hasWords))
  const again = useMutation({
    mutationFn: () => reprocess(recording.id, wishesOf(recording, choice)),
    onSuccess: () => {
      toast.success(t.recording.againBegun)
      onClose()
      return client.invalidateQueries({ queryKey: keys.recording(recording.id) })
    },
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!again.isPending) again.mutate()
  }
  return (
    <form className="grid gap-4" onSubmit={onSubmit}>
      <TemplateSelect standard value={choice.template} onChange={(event) => setChoice({ ...choice, template: event.target.value })} />
      <OutputLanguageSelect
        standard
        value={choice.outputLanguage}
        onChange={(event) => setChoice({ ...choice, outputLanguage: event.target.value })}
      />
      <div className="grid gap-1">
        {hasWords && (
          <label className="flex cursor-pointer items-center gap-3 font-semibold">
            <input
              type="checkbox"
              className="switch"
              aria-describedby={id}
              checked={choice.keepWords}
              onChange={(event) => setChoice({ ...choice, keepWords: event.target.checked })}
            />
            {t.recording.keepWords}
          </label>
        )}
        <p id={id} className="field-hint">
          {choice.keepWords ? t.recording.keepWordsText : t.recording.hearAgainText}
        </p>
      </div>
      <Refusal text={again.error ? text(again.error) : undefined} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button type="submit" look="primary" busy={again.isPending}>
          {t.recording.again}
        </Button>
      </div>
    </form>
  )
}

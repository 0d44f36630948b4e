import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { AnalysisTemplate } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Area } from '@/ui/Area'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { saveTemplate } from './api'
import { draftOf, problemsOf, requestOf, templateId } from './draft'
import { Sections } from './Sections'

type Props = {
  /** Null for a new one. */
  template: AnalysisTemplate | null
  /** The ids that others have; needed for a new one only. */
  taken?: ReadonlySet<string>
  onClose: () => void
}

/** What a kind of meeting is called, what to mind in it, and what is filled in. What is typed stays until the server has it. */
export function TemplateEditor({ template, taken = new Set(), onClose }: Props) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(template))
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: () => saveTemplate(template?.id ?? templateId(draft.name, taken), requestOf(draft)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.templates })
      toast.success(t.templates.saved)
      onClose()
    },
  })
  const problems = problemsOf(draft)
  const wrong = (field: string) => {
    const problem = tried ? problems[field] : undefined
    return problem && t.auth[problem]
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    // The words at the fields are there before the first of them gets the focus.
    flushSync(() => setTried(true))
    if (Object.keys(problems).length === 0) {
      if (!save.isPending) save.mutate()
    } else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }
  return (
    <form
      ref={form}
      noValidate
      className="grid w-full gap-4"
      aria-label={template ? t.templates.editWhich(template.name) : t.templates.create}
      onSubmit={onSubmit}
    >
      <Field
        label={t.templates.name}
        autoComplete="off"
        autoFocus
        error={wrong('name')}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <Area
        label={t.templates.instructions}
        hint={t.templates.instructionsHint}
        optional
        rows={3}
        error={wrong('instructions')}
        value={draft.instructions}
        onChange={(event) => setDraft({ ...draft, instructions: event.target.value })}
      />
      <Sections draft={draft} wrong={wrong} onChange={setDraft} />
      <Refusal text={save.error ? text(save.error) : undefined} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={save.isPending}>
          {t.templates.save}
        </Button>
        <Button onClick={onClose}>{t.common.cancel}</Button>
      </div>
    </form>
  )
}

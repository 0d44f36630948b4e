import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { RecordingSummary } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Heading } from '@/ui/Heading'
import { useKeys } from '@/ui/useKeys'
import { rename } from './api'

/** The title, changed in place: at once on the screen, taken back when the server refuses it. */
export function Title({ recording }: { recording: RecordingSummary }) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const [editing, setEditing] = useState(false)
  const show = (title: string) => client.setQueryData<RecordingSummary>(keys.recording(recording.id), (old) => old && { ...old, title })
  const change = useMutation({
    mutationFn: (title: string) => rename(recording.id, title),
    onMutate: (title) => {
      show(title)
      return recording.title
    },
    onSuccess: () => toast.success(t.recording.titleSaved),
    onError: (error, _, before) => {
      if (before !== undefined) show(before)
      toast.error(text(error))
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.recordings }),
  })
  useKeys({ e: () => setEditing(true) })
  if (!editing) {
    return (
      <div className="flex items-start gap-1">
        <Heading title={recording.title}>
          <span lang={recording.language ?? undefined}>{recording.title}</span>
        </Heading>
        <button
          type="button"
          className="tool"
          aria-label={t.recording.editTitle}
          title={`${t.recording.editTitle} (E)`}
          onClick={() => setEditing(true)}
        >
          <Pencil className="icon size-4" strokeWidth={1.5} aria-hidden />
        </button>
      </div>
    )
  }
  const save = (title: string) => {
    setEditing(false)
    if (title && title !== recording.title) change.mutate(title)
  }
  return (
    <input
      className="title-edit"
      aria-label={t.recording.editTitle}
      defaultValue={recording.title}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this.
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => save(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save(event.currentTarget.value.trim())
        if (event.key === 'Escape') setEditing(false)
      }}
    />
  )
}

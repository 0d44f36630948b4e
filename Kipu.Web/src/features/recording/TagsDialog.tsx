import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { RecordingSummary } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { retag, tagsQuery } from './api'
import { refresh } from './refresh'
import { LONGEST_TAG, MOST_TAGS, suggested, withTags } from './tags'

const SUGGESTIONS = 8

export function TagsDialog({ recording, open, onClose }: { recording: RecordingSummary; open: boolean; onClose: () => void }) {
  const t = useWords()
  return (
    <Dialog open={open} onOpenChange={onClose} title={t.recording.tags} text={t.recording.tagsText}>
      <Tags recording={recording} onClose={onClose} />
    </Dialog>
  )
}

function Tags({ recording, onClose }: { recording: RecordingSummary; onClose: () => void }) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [tags, setTags] = useState(recording.tags)
  const [typed, setTyped] = useState('')
  const { data: known = [] } = useQuery(tagsQuery)
  const save = useMutation({
    mutationFn: () => retag(recording.id, withTags(tags, typed)),
    onSuccess: async (saved) => {
      client.setQueryData<RecordingSummary>(keys.recording(recording.id), (old) => old && { ...old, tags: saved.tags })
      toast.success(t.recording.tagsSaved)
      onClose()
      await Promise.all([refresh(client, recording.id), client.invalidateQueries({ queryKey: keys.tags })])
    },
  })
  const full = tags.length >= MOST_TAGS
  const change = (next: string[]) => {
    setTags(next)
    input.current?.focus()
  }
  const add = (words: string) => {
    change(withTags(tags, words))
    setTyped('')
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        add(typed)
      }}
    >
      <TagList tags={tags} onRemove={(tag) => change(tags.filter((one) => one !== tag))} />
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <Field
            ref={input}
            label={t.recording.newTag}
            hint={full ? t.recording.tagsFull : undefined}
            autoComplete="off"
            maxLength={LONGEST_TAG}
            value={typed}
            readOnly={full}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {!full && (
          <Button type="submit" className="min-h-11">
            {t.recording.addTag}
          </Button>
        )}
      </div>
      {!full && <Suggestions tags={suggested(known, tags, typed).slice(0, SUGGESTIONS)} onAdd={add} />}
      <Refusal text={save.error ? text(save.error) : undefined} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button look="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {t.recording.saveTags}
        </Button>
      </div>
    </form>
  )
}

function TagList({ tags, onRemove }: { tags: string[]; onRemove: (tag: string) => void }) {
  const t = useWords()
  if (tags.length === 0) return <p className="text-ink-3">{t.recording.noTags}</p>
  return (
    <ul className="flex flex-wrap gap-2" aria-label={t.recording.tags}>
      {tags.map((tag) => (
        <li key={tag} className="tag tag-own" data-tag={tag}>
          {tag}
          <button type="button" aria-label={t.recording.removeTag(tag)} onClick={() => onRemove(tag)}>
            <X className="icon" strokeWidth={1.5} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Suggestions({ tags, onAdd }: { tags: string[]; onAdd: (tag: string) => void }) {
  const t = useWords()
  if (tags.length === 0) return null
  return (
    <div className="grid gap-2">
      <p className="field-hint">{t.recording.otherTags}</p>
      <ul className="flex flex-wrap gap-2">
        {tags.map((tag) => (
          <li key={tag}>
            <button type="button" className="chip" aria-label={t.recording.addThisTag(tag)} onClick={() => onAdd(tag)}>
              <Plus className="icon size-4" strokeWidth={1.5} aria-hidden />
              {tag}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

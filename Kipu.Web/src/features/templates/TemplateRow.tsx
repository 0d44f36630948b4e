import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { AnalysisTemplate } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { removeTemplate } from './api'
import { TemplateEditor } from './TemplateEditor'

export function TemplateRow({ template, mayEdit }: { template: AnalysisTemplate; mayEdit: boolean }) {
  const t = useWords()
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    // The button is back before it gets the focus.
    flushSync(() => setOpen(null))
    opener.current?.focus()
  }
  const { name, isBuiltIn } = template
  const edited = template.updatedAt !== null
  if (open === 'edit') {
    return (
      <li data-template={template.id}>
        <TemplateEditor template={template} onClose={close} />
      </li>
    )
  }
  return (
    <li data-template={template.id}>
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold wrap-anywhere">
          {name}
          {isBuiltIn && edited && <span className="tag">{t.templates.edited}</span>}
          {!isBuiltIn && <span className="tag">{t.templates.own}</span>}
        </p>
        <Content template={template} />
      </div>
      {mayEdit && (
        <div className="flex flex-wrap gap-2 self-start">
          <Button ref={opener} aria-label={t.templates.editWhich(name)} onClick={() => setOpen('edit')}>
            {t.templates.edit}
          </Button>
          {(!isBuiltIn || edited) && (
            <Button
              look="quiet"
              aria-label={isBuiltIn ? t.templates.restoreWhich(name) : t.templates.removeWhich(name)}
              onClick={() => setOpen('remove')}
            >
              {isBuiltIn ? t.templates.restore : t.templates.remove}
            </Button>
          )}
        </div>
      )}
      <RemoveDialog template={template} open={open === 'remove'} onClose={() => setOpen(null)} />
    </li>
  )
}

/** Its sections in a line, which opens what belongs into each. */
function Content({ template: { instructions, sections } }: { template: AnalysisTemplate }) {
  const t = useWords()
  if (sections.length === 0 && !instructions) return <p className="text-[14.5px] text-ink-3">{t.templates.noSections}</p>
  return (
    <details className="text-[14.5px] text-ink-2">
      <summary className="cursor-pointer">{sections.map(({ title }) => title).join(' · ') || t.templates.noSections}</summary>
      <div className="grid gap-2 py-2">
        {instructions && <p className="whitespace-pre-line">{instructions}</p>}
        <dl className="grid gap-2">
          {sections.map(({ id, title, content }) => (
            <div key={id}>
              <dt className="font-semibold text-ink">{title}</dt>
              <dd>{content}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}

function RemoveDialog({
  template: { id, name, isBuiltIn },
  open,
  onClose,
}: {
  template: AnalysisTemplate
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: () => removeTemplate(id),
    onSuccess: async () => {
      onClose()
      toast.success(isBuiltIn ? t.templates.restored : t.templates.removed)
      await client.invalidateQueries({ queryKey: keys.templates })
    },
  })
  return (
    <ConfirmDialog
      open={open}
      title={isBuiltIn ? t.templates.restoreWhich(name) : t.templates.removeWhich(name)}
      text={isBuiltIn ? t.templates.restoreText : t.templates.removeText}
      label={isBuiltIn ? t.templates.restore : t.templates.remove}
      work={removal}
      onConfirm={() => removal.mutate()}
      onClose={onClose}
    />
  )
}

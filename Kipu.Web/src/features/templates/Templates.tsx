import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '@/i18n/language'
import { templatesQuery } from '@/session/templates'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { MOST_TEMPLATES } from './draft'
import { TemplateEditor } from './TemplateEditor'
import { TemplateRow } from './TemplateRow'

/** The kinds of meetings: Kipu's, in the organization's wording, and its own. */
export function Templates({ mayEdit }: { mayEdit: boolean }) {
  const t = useWords()
  const { data, error, refetch } = useQuery(templatesQuery)
  const [creating, setCreating] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    // The button is back before it gets the focus.
    flushSync(() => setCreating(false))
    opener.current?.focus()
  }
  const full = data && data.filter((template) => template.updatedAt !== null).length >= MOST_TEMPLATES
  const taken = new Set(data?.map(({ id }) => id))
  return (
    <section className="grid gap-4">
      <div className="grid gap-2">
        <h2 className="text-[17px] font-[660]">{t.templates.kinds}</h2>
        <p className="text-ink-2">{t.templates.kindsText}</p>
      </div>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={5} height={72} />}
      {data && (
        <ul className="card rows">
          {data.map((template) => (
            <TemplateRow key={template.id} template={template} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {data && mayEdit && creating && (
        <div className="card p-5">
          <TemplateEditor template={null} taken={taken} onClose={close} />
        </div>
      )}
      {data && mayEdit && !creating && full && <p className="text-ink-3">{t.templates.full}</p>}
      {data && mayEdit && !creating && !full && (
        <Button ref={opener} className="justify-self-start" onClick={() => setCreating(true)}>
          {t.templates.create}
        </Button>
      )}
    </section>
  )
}

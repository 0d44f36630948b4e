import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { Button } from './Button'
import { useLeaveWarning } from './useLeaveWarning'

type Props = { title: string; text: string; value: string; copyLabel: string; onKept: () => void }

/** A secret that is shown this once: it stays until one says that it is kept. */
export function NewSecret({ title, text, value, copyLabel, onKept }: Props) {
  const t = useWords()
  useLeaveWarning(true)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    toast.success(t.common.copied)
  }
  return (
    <section className="card grid justify-items-start gap-4 p-5" aria-live="polite">
      <h2 className="text-[17px] font-[660]">{title}</h2>
      <p className="text-ink-2">{text}</p>
      <code className="max-w-full select-all font-semibold break-all" data-new-secret={value}>
        {value}
      </code>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>{copyLabel}</Button>
        <Button look="primary" onClick={onKept}>
          {t.developers.kept}
        </Button>
      </div>
    </section>
  )
}

import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { Button } from './Button'

/** A value that goes elsewhere, with a button that copies it. */
export function CopyLine({ label, hint, value }: { label: string; hint?: string; value: string }) {
  const t = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    toast.success(t.common.copied)
  }
  return (
    <div className="grid gap-1">
      <span className="text-[14px] font-semibold">{label}</span>
      <div className="flex items-center gap-3">
        <code className="min-w-0 flex-1 text-[13.5px] break-all select-all">{value}</code>
        <Button aria-label={t.common.copyWhat(label)} onClick={copy}>
          {t.common.copy}
        </Button>
      </div>
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  )
}

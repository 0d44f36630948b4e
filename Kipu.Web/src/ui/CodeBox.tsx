import { useState } from 'react'
import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { Button } from './Button'
import { saveFile } from './saveFile'
import { useLeaveWarning } from './useLeaveWarning'

type Props = { code: string; onContinue?: () => void }

/** A code that is shown once: grouped for the eye, copied without the space; leaving before it is saved warns. */
export function CodeBox({ code, onContinue }: Props) {
  const t = useWords()
  const [saved, setSaved] = useState(false)

  useLeaveWarning(!saved)

  const copy = async () => {
    await navigator.clipboard.writeText(code)
    toast.success(t.code.copied)
  }
  const download = () => saveFile(t.code.file, `${code}\n`)
  return (
    <div className="card grid justify-items-start gap-4 p-5">
      <div>
        <p className="text-[13.5px] text-ink-3">{t.code.label}</p>
        <output className="code select-all" data-code={code} aria-label={t.code.label}>
          {code.slice(0, 5)} {code.slice(5)}
        </output>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>{t.code.copy}</Button>
        <Button onClick={download}>{t.code.download}</Button>
      </div>
      <label className="flex cursor-pointer items-center gap-3">
        <input type="checkbox" className="check" checked={saved} onChange={(event) => setSaved(event.target.checked)} />
        {t.code.saved}
      </label>
      {onContinue && (
        <Button look="primary" disabled={!saved} onClick={onContinue}>
          {t.common.continue}
        </Button>
      )}
    </div>
  )
}

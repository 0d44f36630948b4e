import { useState } from 'react'
import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { saveFile } from '@/ui/saveFile'
import { useLeaveWarning } from '@/ui/useLeaveWarning'

/** The codes for the day without the app. They are shown here and never again. */
export function RecoveryCodes({ codes, onContinue }: { codes: string[]; onContinue: () => void }) {
  const t = useWords()
  const [saved, setSaved] = useState(false)
  useLeaveWarning(!saved)
  const text = `${codes.join('\n')}\n`
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast.success(t.security.codesCopied)
  }
  return (
    <div className="card grid justify-items-start gap-4 p-5">
      <ul className="grid grid-cols-[auto_auto] gap-x-8 gap-y-1 font-semibold num" aria-label={t.security.codes} data-recovery-codes>
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>{t.security.copyCodes}</Button>
        <Button onClick={() => saveFile(t.security.file, text)}>{t.code.download}</Button>
      </div>
      <label className="flex cursor-pointer items-center gap-3">
        <input type="checkbox" className="check" checked={saved} onChange={(event) => setSaved(event.target.checked)} />
        {t.security.codesSaved}
      </label>
      <Button look="primary" disabled={!saved} onClick={onContinue}>
        {t.common.continue}
      </Button>
    </div>
  )
}

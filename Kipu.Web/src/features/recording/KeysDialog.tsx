import { Link } from '@tanstack/react-router'
import { useWords } from '@/i18n/language'
import { useSingleKeys } from '@/session/singleKeys'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'

const KEYS = [
  ['play', ['K', '␣']],
  ['skip', ['J', 'L']],
  ['step', ['←', '→']],
  ['turn', [',', '.']],
  ['knot', ['N']],
  ['mark', ['M']],
  ['title', ['E']],
  ['find', ['/']],
  ['talk', ['C']],
  ['keys', ['?']],
] as const

/** The single keys of a recording's page. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords()
  const on = useSingleKeys()
  return (
    <Dialog open={open} onOpenChange={(is) => !is && onClose()} title={t.recording.keys}>
      <dl className="keys">
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t.recording.keyNames[name]}</dd>
          </div>
        ))}
      </dl>
      <Link to="/settings" className="link">
        {on ? t.recording.keysOn : t.recording.keysOff}
      </Link>
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{t.common.close}</Button>
      </div>
    </Dialog>
  )
}

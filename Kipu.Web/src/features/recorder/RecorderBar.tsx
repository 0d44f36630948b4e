import { toast } from 'sonner'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { halt, toggle, useRecorder } from './recorder'
import { useRecordedTime } from './useRecordedTime'

/** Before the door, where there is no rail: the microphone is never on without its controls. */
export function RecorderBar() {
  const t = useWords()
  const { phase } = useRecorder()
  const seconds = useRecordedTime()
  const on = phase === 'recording'
  const stop = async () => {
    if (await halt()) toast(t.record.stopped)
  }
  return (
    <section className="recorder-bar" aria-label={t.record.title}>
      <b>
        <span className={on ? 'dot pulse' : 'dot opacity-40'} aria-hidden="true" />
        {on ? t.record.recording : t.record.paused}
        <span className="num">{clock(seconds)}</span>
      </b>
      <p>{t.record.outside}</p>
      <div className="flex gap-2">
        <Button onClick={toggle}>{on ? t.record.pause : t.record.resume}</Button>
        <Button look="primary" onClick={stop}>
          {t.record.stop}
        </Button>
      </div>
    </section>
  )
}

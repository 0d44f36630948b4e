import { useWords } from '@/i18n/language'

export type View = 'summary' | 'tasks' | 'transcript'

const VIEWS: View[] = ['summary', 'tasks', 'transcript']

/** On a phone one thing at a time; on a wide screen all of it stands side by side and these aren't there. */
export function ViewTabs({ value, onChange }: { value: View; onChange: (view: View) => void }) {
  const t = useWords()
  const choose = (view: View) => {
    onChange(view)
    scrollTo({ top: 0 })
  }
  return (
    <div className="view-tabs" role="tablist" aria-label={t.recording.views}>
      {VIEWS.map((view, index) => (
        <button
          key={view}
          type="button"
          role="tab"
          aria-selected={view === value}
          tabIndex={view === value ? 0 : -1}
          onClick={() => choose(view)}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
            const to = step && VIEWS[(index + step + VIEWS.length) % VIEWS.length]
            if (!to) return
            choose(to)
            const tabs = event.currentTarget.parentElement?.children
            ;(tabs?.[VIEWS.indexOf(to)] as HTMLElement | undefined)?.focus()
          }}
        >
          {t.recording[view]}
        </button>
      ))}
    </div>
  )
}

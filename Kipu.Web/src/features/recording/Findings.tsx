import { clsx } from 'clsx'
import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Analysis, Turn } from '@/api/types'
import { percent } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Avatar } from '@/ui/Avatars'
import { KnotIcon } from '@/ui/icons'
import { Doubt } from './Doubt'
import { Moment } from './Moment'
import { momentOf, type Voice } from './model'
import { Sections } from './Sections'
import { Sentence } from './Sentence'

type Props = {
  analysis: Analysis
  /** What it is written in, which need not be what was spoken. */
  lang: string | undefined
  turns: Turn[]
  voices: Voice[]
  onPlay: (seconds: number) => void
  /** Absent where one only reads. */
  onTick?: (itemId: string, done: boolean) => void
  /** Opens who somebody is; absent where one only reads. */
  onSpeaker?: (speakerId: string) => void
  /** What people marked in it. */
  markers?: ReactNode
}

/** What was found in a recording. Everything that can be heard leads to its moment. */
export function Findings({ analysis, lang, turns, voices, onPlay, onTick, onSpeaker, markers }: Props) {
  return (
    <>
      <Summary analysis={analysis} lang={lang} turns={turns} onPlay={onPlay} />
      <Decisions analysis={analysis} lang={lang} turns={turns} onPlay={onPlay} />
      <Tasks analysis={analysis} lang={lang} turns={turns} onPlay={onPlay} onTick={onTick} />
      {markers}
      <Sections analysis={analysis} turns={turns} lang={lang} onPlay={onPlay} />
      <Topics topics={analysis.keyTopics} lang={lang} />
      <Voices voices={voices} onSpeaker={onSpeaker} />
    </>
  )
}

type Part = Omit<Props, 'voices' | 'onSpeaker' | 'markers'>

function Summary({ analysis, lang, turns, onPlay }: Part) {
  const t = useWords()
  const { summary, executiveSummary } = analysis
  if (summary.length === 0 && !executiveSummary) {
    return (
      <section className="sec only-summary">
        <h2>{t.recording.summary}</h2>
        <p className="text-ink-2">{t.recording.noSummary}</p>
      </section>
    )
  }
  return (
    <section className="sec only-summary" lang={lang}>
      <h2 lang={document.documentElement.lang}>{t.recording.summary}</h2>
      <p className="lead">
        {summary.length === 0
          ? executiveSummary
          : summary.map((sentence) => (
              <span key={sentence.text}>
                <Sentence sentence={sentence} at={momentOf(sentence.evidence, turns)} onPlay={onPlay} /> <Doubt
                  state={sentence.state}
                />{' '}
              </span>
            ))}
      </p>
    </section>
  )
}

function Decisions({ analysis, lang, turns, onPlay }: Part) {
  const t = useWords()
  if (analysis.decisions.length === 0) return null
  return (
    <section className="sec only-summary">
      <h2>{t.recording.decisions}</h2>
      <ul lang={lang}>
        {analysis.decisions.map((decision) => (
          <li key={decision.id} className="decision">
            <KnotIcon kind="decision" hollow={decision.state !== 'verified'} />
            <div>
              <p className={clsx(decision.state === 'unverified' && 'unverified')}>{decision.text}</p>
              <Doubt state={decision.state} />
            </div>
            <Moment at={decision.atSeconds ?? momentOf(decision.evidence, turns)} onPlay={onPlay} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tasks({ analysis, lang, turns, onPlay, onTick }: Part) {
  const t = useWords()
  const { actionItems } = analysis
  if (actionItems.length === 0) return null
  const open = actionItems.filter((task) => !task.done).length
  return (
    <section className="sec">
      <h2>
        {t.recording.tasks} <small>{open > 0 ? t.recording.tasksOpen(open) : t.recording.tasksDone}</small>
      </h2>
      <ul className="card" lang={lang}>
        {actionItems.map((task) => (
          <li key={task.id} className="task">
            {onTick ? (
              <input
                type="checkbox"
                className="check"
                aria-label={task.text}
                checked={task.done}
                onChange={(event) => onTick(task.id, event.target.checked)}
              />
            ) : (
              <KnotIcon kind="task" hollow={task.state !== 'verified'} />
            )}
            <div>
              <p className={clsx(task.state === 'unverified' && 'unverified', task.done && 'text-ink-3 line-through')}>{task.text}</p>
              <p className="who">
                {task.owner && <span>{task.owner}</span>}
                {task.due && <span>{task.due}</span>}
                <Doubt state={task.state} />
              </p>
            </div>
            <Moment at={task.atSeconds ?? momentOf(task.evidence, turns)} onPlay={onPlay} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Topics({ topics, lang }: { topics: string[]; lang: string | undefined }) {
  const t = useWords()
  if (topics.length === 0) return null
  return (
    <section className="sec only-summary">
      <h2>{t.recording.topics}</h2>
      <ul className="topics" lang={lang}>
        {topics.map((topic) => (
          <li key={topic}>{topic}</li>
        ))}
      </ul>
    </section>
  )
}

function Voices({ voices, onSpeaker }: Pick<Props, 'voices' | 'onSpeaker'>) {
  const t = useWords()
  const language = useLanguage()
  if (voices.length === 0) return null
  return (
    <section className="sec only-summary">
      <h2>{t.recording.speakers}</h2>
      <ul className="voices">
        {voices.map((voice) => (
          <li key={voice.id} className="voice" style={{ '--c': voice.colour }}>
            <Avatar name={voice.name} colour={voice.colour} />
            <span>{voice.name}</span>
            <span className="bar" aria-hidden="true">
              <i style={{ '--share': `${voice.share}%` }} />
            </span>
            <small>{percent(language, voice.share)}</small>
            {onSpeaker && (
              <button
                type="button"
                className="tool"
                aria-label={t.recording.editSpeaker(voice.name)}
                title={t.recording.editSpeaker(voice.name)}
                onClick={() => onSpeaker(voice.id)}
              >
                <Pencil className="icon size-4" strokeWidth={1.5} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

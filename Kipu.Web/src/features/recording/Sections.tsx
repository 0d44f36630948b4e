import type { Analysis, Turn } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Doubt } from './Doubt'
import { momentOf } from './model'
import { Sentence } from './Sentence'

type Props = { analysis: Analysis; turns: Turn[]; lang: string | undefined; onPlay: (seconds: number) => void }

/** What was found for the kind of meeting. A section without a word is a finding too, and says so. */
export function Sections({ analysis: { template, sections }, turns, lang, onPlay }: Props) {
  const t = useWords()
  if (!template || !sections || sections.length === 0) return null
  return (
    <section className="sec only-summary" data-template={template.id}>
      <h2>
        {template.name} <small>{t.recording.byTemplate}</small>
      </h2>
      <div className="sections">
        {sections.map(({ id, title, statements }) => (
          <section key={id} data-section={id}>
            <h3>{title}</h3>
            {statements.length === 0 ? (
              <p className="nothing">{t.recording.noStatements}</p>
            ) : (
              <ul lang={lang}>
                {statements.map((statement) => (
                  <li key={statement.text}>
                    <Sentence sentence={statement} at={momentOf(statement.evidence, turns)} onPlay={onPlay} />{' '}
                    <Doubt state={statement.state} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </section>
  )
}

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '@/i18n/language'
import { Area } from '@/ui/Area'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { type Draft, MOST_SECTIONS, moved, type SectionDraft, withSection } from './draft'

type Props = { draft: Draft; wrong: (field: string) => string | undefined; onChange: (draft: Draft) => void }

/** What is filled in from a meeting, in the order in which it is shown. */
export function Sections({ draft, wrong, onChange }: Props) {
  const t = useWords()
  const list = useRef<HTMLOListElement>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const [told, setTold] = useState('')
  const { sections } = draft
  const nameOf = (index: number) => sections[index]?.title.trim() || t.templates.section(index + 1)
  const add = () => {
    flushSync(() => onChange(withSection(draft)))
    list.current?.querySelector<HTMLElement>(':scope > :last-child input')?.focus()
  }
  const move = (from: number, to: number, button: HTMLElement) => {
    if (to < 0 || to >= sections.length) return
    flushSync(() => onChange(moved(draft, from, to)))
    setTold(t.templates.movedTo(nameOf(from), to + 1, sections.length))
    // A browser takes the focus from what changes its place.
    button.focus()
  }
  const remove = (key: number) => {
    flushSync(() => onChange({ ...draft, sections: sections.filter((section) => section.key !== key) }))
    adder.current?.focus()
  }
  const change = (changed: SectionDraft) =>
    onChange({ ...draft, sections: sections.map((section) => (section.key === changed.key ? changed : section)) })
  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <h3 className="text-[14px] font-semibold">{t.templates.sections}</h3>
        <p className="field-hint">{t.templates.sectionsHint}</p>
      </div>
      <ol ref={list} className="grid gap-3">
        {sections.map((section, index) => (
          <li key={section.key} className="template-section" data-section={section.id ?? ''} aria-label={nameOf(index)}>
            <div className="flex items-center gap-1">
              <span className="flex-1 text-[13.5px] text-ink-3" aria-hidden="true">
                {t.templates.section(index + 1)}
              </span>
              <Tool label={t.templates.moveUp(nameOf(index))} off={index === 0} onUse={(button) => move(index, index - 1, button)}>
                <ArrowUp className="icon" strokeWidth={1.5} aria-hidden />
              </Tool>
              <Tool
                label={t.templates.moveDown(nameOf(index))}
                off={index === sections.length - 1}
                onUse={(button) => move(index, index + 1, button)}
              >
                <ArrowDown className="icon" strokeWidth={1.5} aria-hidden />
              </Tool>
              <Tool label={t.templates.removeSection(nameOf(index))} onUse={() => remove(section.key)}>
                <X className="icon" strokeWidth={1.5} aria-hidden />
              </Tool>
            </div>
            <Field
              label={t.templates.sectionTitle}
              autoComplete="off"
              error={wrong(`title-${section.key}`)}
              value={section.title}
              onChange={(event) => change({ ...section, title: event.target.value })}
            />
            <Area
              label={t.templates.sectionContent}
              rows={2}
              error={wrong(`content-${section.key}`)}
              value={section.content}
              onChange={(event) => change({ ...section, content: event.target.value })}
            />
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {told}
      </p>
      {sections.length < MOST_SECTIONS ? (
        <Button ref={adder} className="justify-self-start" onClick={add}>
          {t.templates.addSection}
        </Button>
      ) : (
        <p className="field-hint">{t.templates.sectionsFull}</p>
      )}
    </div>
  )
}

type ToolProps = { label: string; off?: boolean; onUse: (button: HTMLElement) => void; children: ReactNode }

/** At its end it does nothing and keeps the focus, so that one isn't lost who moves a section all the way. */
function Tool({ label, off = false, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={(event) => onUse(event.currentTarget)}
    >
      {children}
    </button>
  )
}

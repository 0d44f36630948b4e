import { type ComponentProps, type ReactNode, useId } from 'react'
import { useWords } from '@/i18n/language'

type Props = ComponentProps<'input'> & { label: ReactNode; hint?: string; error?: string; optional?: boolean }

/** A labelled input. Its error is read with it and says how to mend it. */
export function Field({ label, hint, error, optional = false, ...props }: Props) {
  const id = useId()
  const t = useWords()
  const told = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="field-hint font-normal"> ({t.common.optional})</span>}
      </label>
      <input id={id} className="input" aria-invalid={error ? true : undefined} aria-describedby={told} {...props} />
      {error ? (
        <p id={told} className="field-error">
          {error}
        </p>
      ) : (
        hint && (
          <p id={told} className="field-hint">
            {hint}
          </p>
        )
      )}
    </div>
  )
}

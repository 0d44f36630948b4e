import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'select'> & { label: string; hint?: string }

/** A labelled choice of one out of several. */
export function Select({ label, hint, ...props }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" aria-describedby={hint ? `${id}-hint` : undefined} {...props} />
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}

import { clsx } from 'clsx'
import { type ComponentProps, useId } from 'react'
import { useWords } from '@/i18n/language'

type Props = ComponentProps<'textarea'> & { label: string; hint?: string; error?: string; optional?: boolean }

/** A labelled text of several lines. Its error stands where its hint does. */
export function Area({ label, hint, error, optional = false, className, ...props }: Props) {
  const id = useId()
  const t = useWords()
  const told = error ?? hint
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="field-hint font-normal"> ({t.common.optional})</span>}
      </label>
      <textarea
        id={id}
        className={clsx('input h-auto py-2', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={told ? `${id}-told` : undefined}
        {...props}
      />
      {told && (
        <p id={`${id}-told`} className={error ? 'field-error' : 'field-hint'}>
          {told}
        </p>
      )}
    </div>
  )
}

import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

type Look = 'primary' | 'accent' | 'ghost' | 'quiet' | 'danger'

export const buttonClass = (look: Look = 'ghost', icon = false) => clsx('btn', `btn-${look}`, icon && 'btn-icon')

type Props = ComponentProps<'button'> & { look?: Look; icon?: boolean; busy?: boolean }

/** A button says what happens. While it happens it keeps its words and its focus, and ignores further clicks. */
export function Button({ look = 'ghost', icon = false, busy = false, className, onClick, ...props }: Props) {
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      className={clsx(buttonClass(look, icon), className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...props}
    />
  )
}

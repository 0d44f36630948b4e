import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; title: string; text?: ReactNode; children: ReactNode }

export function Dialog({ open, onOpenChange, title, text, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog" {...(text ? {} : { 'aria-describedby': undefined })}>
          <Radix.Title asChild>
            <h2>{title}</h2>
          </Radix.Title>
          {text && <Radix.Description className="text-ink-2">{text}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

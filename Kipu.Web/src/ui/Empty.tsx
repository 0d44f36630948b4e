import type { ReactNode } from 'react'

type Props = { title: string; text?: string; heading?: 1 | 2; children?: ReactNode }

export function Empty({ title, text, heading = 2, children }: Props) {
  return (
    <div className="card empty">
      <div className="grid gap-1">
        {heading === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
        {text && <p>{text}</p>}
      </div>
      {children}
    </div>
  )
}

import { type ReactNode, useEffect, useRef } from 'react'

let first = true

/** The page's h1 and title. After a navigation the focus goes to it, so that a screen reader reads where one is. */
export function Heading({ children, title, className }: { children: ReactNode; title: string; className?: string }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Kipu`
  }, [title])
  useEffect(() => {
    if (!first) ref.current?.focus({ preventScroll: true })
    first = false
  }, [])
  return (
    <h1 ref={ref} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}

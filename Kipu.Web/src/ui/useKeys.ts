import { useEffect, useRef } from 'react'
import { hasSingleKeys } from '@/session/singleKeys'

type Keys = Record<string, (event: KeyboardEvent) => void>

/** The innermost page is asked first: "/" means this transcript there, and the whole list elsewhere. */
const stack: { current: Keys }[] = []

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function onKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isField(event.target)) return
  if (event.key.length === 1 && !hasSingleKeys()) return
  if (document.querySelector('[role="dialog"], [role="menu"]')) return
  // Space stays with whatever button or link has the focus.
  if (event.key === ' ' && event.target instanceof Element && event.target.closest('button, a, [role="radio"]')) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const run = stack.findLast((keys) => key in keys.current)?.current[key]
  if (!run) return
  event.preventDefault()
  run(event)
}

/** Single keys, outside of fields, menus and dialogs. */
export function useKeys(keys: Keys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (stack.length === 0) addEventListener('keydown', onKey)
    stack.push(latest)
    return () => {
      stack.splice(stack.indexOf(latest), 1)
      if (stack.length === 0) removeEventListener('keydown', onKey)
    }
  }, [])
}

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/**
 * Keeps the turn that is heard at a third of the height. Scrolling by hand ends it, until it is asked for again; the
 * focus never moves.
 */
export function useFollow(column: RefObject<HTMLElement | null>, now: number) {
  const [following, setFollowing] = useState(true)
  const latest = useRef(now)
  latest.current = now

  const show = useCallback(() => {
    const box = column.current
    const element = box?.querySelector<HTMLElement>(`[data-segment="${latest.current}"]`)
    if (!box || !element) return
    const inside = box.scrollHeight > box.clientHeight + 1
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const behavior = still ? 'instant' : 'smooth'
    // On a phone the page scrolls; on a wide screen the column does.
    if (inside) box.scrollTo({ top: element.offsetTop - box.offsetTop - box.clientHeight * 0.32, behavior })
    else if (getComputedStyle(box).display !== 'none' && latest.current > 0) {
      scrollTo({ top: element.getBoundingClientRect().top + scrollY - innerHeight * 0.36, behavior })
    }
  }, [column])

  useEffect(() => {
    if (now >= 0 && following) show()
  }, [now, following, show])

  useEffect(() => {
    const stop = () => setFollowing(false)
    const box = column.current
    box?.addEventListener('wheel', stop, { passive: true })
    box?.addEventListener('touchmove', stop, { passive: true })
    return () => {
      box?.removeEventListener('wheel', stop)
      box?.removeEventListener('touchmove', stop)
    }
  }, [column])

  const follow = useCallback(() => {
    setFollowing(true)
    show()
  }, [show])
  return { following, follow }
}

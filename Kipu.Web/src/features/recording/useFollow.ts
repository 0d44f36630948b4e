import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/**
 * Keeps the turn that is heard at a third of the height. Scrolling by hand ends it, until it is asked for again; the
 * focus never moves. `reveal` brings a turn into sight that isn't in the DOM.
 */
export function useFollow(column: RefObject<HTMLElement | null>, reveal: RefObject<((turn: number) => void) | null>, now: number) {
  const [following, setFollowing] = useState(true)
  const latest = useRef(now)
  latest.current = now

  const show = useCallback(
    (turn: number) => {
      const box = column.current
      if (reveal.current) return reveal.current(turn)
      const element = box?.querySelector<HTMLElement>(`[data-segment="${turn}"]`)
      if (!box || !element || getComputedStyle(box).display === 'none') return
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      const behavior = still ? 'instant' : 'smooth'
      // On a phone the page scrolls; on a wide screen the column does.
      if (getComputedStyle(box).overflowY !== 'visible') {
        box.scrollTo({ top: element.offsetTop - box.offsetTop - box.clientHeight * 0.32, behavior })
      } else if (turn > 0) {
        scrollTo({ top: element.getBoundingClientRect().top + scrollY - innerHeight * 0.36, behavior })
      }
    },
    [column, reveal],
  )

  useEffect(() => {
    if (now >= 0 && following) show(now)
  }, [now, following, show])

  const stop = useCallback(() => setFollowing(false), [])

  useEffect(() => {
    const box = column.current
    box?.addEventListener('wheel', stop, { passive: true })
    box?.addEventListener('touchmove', stop, { passive: true })
    return () => {
      box?.removeEventListener('wheel', stop)
      box?.removeEventListener('touchmove', stop)
    }
  }, [column, stop])

  const follow = useCallback(() => {
    setFollowing(true)
    show(latest.current)
  }, [show])
  return { following, follow, stop, show }
}

import { defaultRangeExtractor, type Range, useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

type Props = {
  count: number
  /** By what a row is the same after the list has changed. */
  keyOf: (index: number) => string
  now: number
  /** Stay in the DOM wherever one scrolls: something is being written in them. */
  kept: number[]
  column: RefObject<HTMLElement | null>
  reveal: RefObject<((turn: number) => void) | null>
  render: (index: number) => ReactNode
}

const ESTIMATE = 84
const OVERSCAN = 8

const withKept = (kept: number[]) => (range: Range) =>
  [...new Set([...defaultRangeExtractor(range), ...kept.filter((index) => index >= 0)])].sort((a, b) => a - b)

/** A transcript of hours: a few rows in the DOM, whatever its length. A wide screen scrolls the column, a phone the page. */
export function LongList(props: Props) {
  const [wide] = useState(() => matchMedia('(min-width: 761px)').matches)
  return wide ? <InColumn {...props} /> : <InPage {...props} />
}

function InColumn(props: Props) {
  const virtualizer = useVirtualizer({
    count: props.count,
    getItemKey: props.keyOf,
    getScrollElement: () => props.column.current,
    estimateSize: () => ESTIMATE,
    overscan: OVERSCAN,
    rangeExtractor: withKept(props.kept),
  })
  return <Rows virtualizer={virtualizer} {...props} />
}

function InPage(props: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => setScrollMargin((list.current?.getBoundingClientRect().top ?? 0) + scrollY), [])
  const virtualizer = useWindowVirtualizer({
    count: props.count,
    getItemKey: props.keyOf,
    estimateSize: () => ESTIMATE,
    overscan: OVERSCAN,
    rangeExtractor: withKept(props.kept),
    scrollMargin,
  })
  return (
    <div ref={list}>
      <Rows virtualizer={virtualizer} {...props} />
    </div>
  )
}

function Rows<T extends Element | Window>({ virtualizer, count, now, reveal, render }: Props & { virtualizer: Virtualizer<T, Element> }) {
  useEffect(() => {
    reveal.current = (turn) => virtualizer.scrollToIndex(turn, { align: 'center' })
    return () => {
      reveal.current = null
    }
  }, [virtualizer, reveal])
  return (
    <ol className="long" style={{ '--height': `${virtualizer.getTotalSize()}px` }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          data-segment={index}
          data-now={index === now}
          aria-current={index === now || undefined}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ '--top': `${start - virtualizer.options.scrollMargin}px` }}
        >
          {render(index)}
        </li>
      ))}
    </ol>
  )
}

import type { ReactNode, SVGProps } from 'react'

/** The icons that are ours: lines of 1.5 on a grid of 20, as lucide's at this size. */
function Drawn({ children, ...props }: SVGProps<SVGSVGElement> & { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      {children}
    </svg>
  )
}

export const CordIcon = () => (
  <Drawn>
    <path d="M2.5 5h15M6 5v6.2M10 5v10M14 5v4.2" />
    <circle cx="6" cy="12.6" r="1.4" />
    <circle cx="10" cy="16.2" r="1.4" />
    <circle cx="14" cy="10.6" r="1.4" />
  </Drawn>
)

export const PlayIcon = () => (
  <Drawn fill="currentColor" stroke="none">
    <path d="M6.5 4.3v11.4c0 .6.7 1 1.2.6l8.6-5.7c.5-.3.5-1 0-1.3L7.7 3.700c-.5-.3-1.2 0-1.2.600Z" />
  </Drawn>
)

export const PauseIcon = () => (
  <Drawn fill="currentColor" stroke="none">
    <rect x="5" y="4" width="3.6" height="12" rx="1.2" />
    <rect x="11.4" y="4" width="3.6" height="12" rx="1.2" />
  </Drawn>
)

export const VoiceIcon = () => (
  <Drawn>
    <path d="M4 8.5v3M7.2 6v8M10.4 3.500v13M13.6 6.500v7M16.8 8.800v2.4" />
  </Drawn>
)

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 28 28" fill="none" stroke="currentColor" strokeWidth={1.7} strokeLinecap="round" aria-hidden="true">
      <path d="M3 6.5h22M7 6.5v9M14 6.5v15M21 6.5v11" />
      <g fill="currentColor" stroke="none">
        <circle cx="7" cy="17" r="1.9" />
        <circle cx="14" cy="13" r="1.9" />
        <circle cx="14" cy="23" r="1.9" />
        <circle cx="21" cy="11" r="1.9" />
        <circle cx="21" cy="19" r="1.9" />
      </g>
    </svg>
  )
}

export type KnotKind = 'decision' | 'task' | 'marker'

/** Three knots, three shapes, never colour alone. A person's marker is a ring; the others are hollow when they can't be heard where they were said. */
export function KnotIcon({ kind, hollow = false }: { kind: KnotKind; hollow?: boolean }) {
  if (kind === 'marker') {
    return (
      <svg className="knot-icon" viewBox="0 0 14 14" aria-hidden="true">
        <circle cx="7" cy="7" r="5.3" fill="none" stroke="var(--color-warn)" strokeWidth={2.6} />
      </svg>
    )
  }
  const colour = kind === 'decision' ? 'var(--color-accent)' : 'var(--color-info)'
  const paint = hollow ? { fill: 'none', stroke: colour, strokeWidth: 1.8 } : { fill: colour }
  return (
    <svg className="knot-icon" viewBox="0 0 14 14" aria-hidden="true">
      {kind === 'decision' ? (
        <path d={hollow ? 'M7 1.8 12.2 7 7 12.2 1.8 7Z' : 'M7 .8 13.2 7 7 13.2.8 7Z'} {...paint} />
      ) : (
        <rect x={hollow ? 2 : 1.5} y={hollow ? 2 : 1.5} width={hollow ? 10 : 11} height={hollow ? 10 : 11} rx="3.2" {...paint} />
      )}
    </svg>
  )
}

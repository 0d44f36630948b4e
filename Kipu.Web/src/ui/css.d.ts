import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Data that a stylesheet draws with: a share, a place, a speaker's colour. */
    [variable: `--${string}`]: string | number | undefined
  }
}

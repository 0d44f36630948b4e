import type { CoverageSpan } from '@/api/types'

export type Drawing = {
  heights: number[]
  /** The colour variable of each bar: who speaks there, or nobody. */
  colours: string[]
  seconds: number
  at: number
  coverage: CoverageSpan[]
}

const STEP = 4
const CORD = 26

export const barsIn = (width: number) => Math.floor(width / STEP)

/** Bars in the speakers' colours, what is still to come fainter; below, the cord as whole as the recording is. */
export function drawWave(canvas: HTMLCanvasElement, { heights, colours, seconds, at, coverage }: Drawing) {
  const context = canvas.getContext('2d')
  const { clientWidth: width, clientHeight: height } = canvas
  if (!context || width === 0) return
  const ratio = devicePixelRatio || 1
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio)
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio)
  const style = getComputedStyle(document.documentElement)
  const colour = (variable: string) => style.getPropertyValue(variable).trim()
  const palette = new Map([...new Set(colours)].map((variable) => [variable, colour(variable)]))
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)

  const room = height - CORD
  const middle = room / 2 + 1
  heights.forEach((value, bar) => {
    const x = bar * STEP
    const size = Math.max(2, value * (room - 4))
    context.globalAlpha = (x / width) * seconds <= at ? 1 : 0.34
    context.fillStyle = palette.get(colours[bar] ?? '') ?? colour('--color-line-2')
    context.beginPath()
    context.roundRect(x, middle - size / 2, 2.4, size, 1.2)
    context.fill()
  })
  context.globalAlpha = 1

  const y = height - 12
  if (seconds <= 0) return drawEmptyCord(context, width, y, colour('--color-line-2'))
  const spans = coverage.length > 0 ? coverage : [{ from: 0, to: seconds, state: 'stored' as const, reason: null }]
  for (const span of spans) {
    const broken = span.state === 'missing' || span.state === 'failed'
    context.strokeStyle = colour(broken ? '--color-warn' : '--color-line-2')
    context.lineWidth = span.state === 'silent' ? 0.7 : 1.4
    context.setLineDash(broken ? [2, 4] : [])
    context.beginPath()
    context.moveTo((span.from / seconds) * width, y)
    context.lineTo((Math.min(span.to, seconds) / seconds) * width, y)
    context.stroke()
  }
  context.setLineDash([])

  const x = (at / seconds) * width
  context.fillStyle = colour('--color-ink')
  context.beginPath()
  context.roundRect(Math.min(Math.max(x - 1, 0), width - 2), 0, 2, y, 1)
  context.fill()
  context.beginPath()
  context.arc(Math.min(Math.max(x, 4), width - 4), 3.5, 3.5, 0, Math.PI * 2)
  context.fill()
}

/** Before anything is known of the sound there is a cord with nothing on it. */
function drawEmptyCord(context: CanvasRenderingContext2D, width: number, y: number, colour: string) {
  context.strokeStyle = colour
  context.lineWidth = 1.4
  context.beginPath()
  context.moveTo(0, y)
  context.lineTo(width, y)
  context.stroke()
}

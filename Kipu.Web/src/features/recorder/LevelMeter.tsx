import { useEffect, useRef } from 'react'
import { useWords } from '@/i18n/language'
import { level, recorderState } from './recorder'

const EVERY_MS = 80
const STEP = 5

/** The level of the last seconds as a growing waveform: it moves when one speaks. */
export function LevelMeter() {
  const t = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const history: number[] = []
    const draw = () => {
      if (recorderState().phase === 'recording') history.push(level())
      const { clientWidth: width, clientHeight: height } = element
      const ratio = devicePixelRatio || 1
      if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio)
      if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio)
      const bars = Math.floor(width / STEP)
      history.splice(0, Math.max(0, history.length - bars))
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      const style = getComputedStyle(document.documentElement)
      const loud = style.getPropertyValue('--color-accent')
      const quiet = style.getPropertyValue('--color-line-2')
      for (let bar = 0; bar < bars; bar++) {
        const value = history[history.length - bars + bar]
        const size = value === undefined ? 2 : Math.max(2, value * (height - 4))
        context.fillStyle = value === undefined ? quiet : loud
        context.beginPath()
        context.roundRect(bar * STEP, (height - size) / 2, 3, size, 1.5)
        context.fill()
      }
    }
    draw()
    const timer = setInterval(draw, EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return <canvas ref={canvas} className="meter" role="img" aria-label={t.record.level} />
}

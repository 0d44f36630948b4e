import { useEffect, useRef } from 'react'
import type { Levels } from './session'

const POINTS = 90

/** One cord that moves with the voices: the person's above in ink, the agent's below in green. */
export function Cord({ levels }: { levels: Levels | null }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const mine = new Array<number>(POINTS).fill(0)
    const agent = new Array<number>(POINTS).fill(0)
    let frame = 0
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = element
      const ratio = devicePixelRatio || 1
      if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio)
      if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio)
      mine.push(Math.min(1, (levels?.mine ?? 0) * 4))
      agent.push(Math.min(1, (levels?.agent ?? 0) * 4))
      mine.shift()
      agent.shift()
      const style = getComputedStyle(document.documentElement)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      const middle = height / 2
      const strand = (values: number[], side: 1 | -1, variable: string) => {
        context.strokeStyle = style.getPropertyValue(variable)
        context.lineWidth = 2
        context.lineCap = 'round'
        values.forEach((value, index) => {
          if (value < 0.02) return
          const x = ((index + 0.5) / POINTS) * width
          context.beginPath()
          context.moveTo(x, middle)
          context.lineTo(x, middle + side * value * (middle - 6))
          context.stroke()
        })
      }
      strand(mine, -1, '--color-ink')
      strand(agent, 1, '--color-accent')
      context.strokeStyle = style.getPropertyValue('--color-line-2')
      context.lineWidth = 1.6
      context.beginPath()
      context.moveTo(2, middle)
      context.lineTo(width - 2, middle)
      context.stroke()
      frame = requestAnimationFrame(draw)
    }
    draw()
    return () => cancelAnimationFrame(frame)
  }, [levels])
  return <canvas ref={canvas} className="voice-cord" aria-hidden="true" />
}

import { useEffect, useState } from 'react'
import { recordedSeconds, useRecorder } from './recorder'

/** Whole seconds recorded, four looks a second: never a second late, and no render more than needed. */
export function useRecordedTime() {
  const { phase } = useRecorder()
  const [seconds, setSeconds] = useState(() => Math.floor(recordedSeconds()))
  useEffect(() => {
    const look = () => setSeconds(Math.floor(recordedSeconds()))
    look()
    if (phase !== 'recording') return
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [phase])
  return seconds
}

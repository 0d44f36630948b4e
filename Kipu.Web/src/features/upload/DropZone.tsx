import { Upload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '@/i18n/language'
import { addUploads } from './uploads'
import { useRoom } from './useRoom'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files that are dropped anywhere on the page. Who can't drag has the button. */
export function DropZone() {
  const t = useWords()
  const room = useRoom()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      addUploads(event.dataTransfer?.files ?? [], room)
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [room])
  if (!over) return null
  return (
    <div className="drop" aria-hidden="true">
      <Upload className="icon" strokeWidth={1.5} />
      {t.recordings.drop}
    </div>
  )
}

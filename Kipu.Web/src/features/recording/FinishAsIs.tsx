import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '@/api/keys'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { finishAsIs } from './api'

/** The way on for a recording whose device is gone: without it, what has come would be given up after a week. */
export function FinishAsIs({ id }: { id: string }) {
  const t = useWords()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const finishing = useMutation({
    mutationFn: () => finishAsIs(id),
    onSuccess: () => {
      setAsking(false)
      return client.invalidateQueries({ queryKey: keys.recordings })
    },
  })
  return (
    <>
      <Button className="justify-self-start" onClick={() => setAsking(true)}>
        {t.recording.finish}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t.recording.finishTitle}
        text={t.recording.finishText}
        label={t.recording.finish}
        work={finishing}
        onConfirm={() => finishing.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

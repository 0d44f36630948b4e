import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { keys } from '@/api/keys'
import { duration } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { download } from './download'
import { LEFTOVERS, type Leftover, leftoversQuery } from './leftovers'
import { goOn, localStore, sendLeftover, useRecorder } from './recorder'

/** Recordings that a crash or a closed tab left on this device. */
export function Leftovers() {
  // What is under way is no leftover: when it ends or starts, look again.
  const { recordingId, phase } = useRecorder()
  const { data } = useQuery(leftoversQuery(phase === 'failed' ? null : recordingId))
  return data?.map((leftover) => <LeftoverRow key={leftover.id} leftover={leftover} busy={phase !== 'idle' && phase !== 'failed'} />)
}

function LeftoverRow({ leftover, busy }: { leftover: Leftover; busy: boolean }) {
  const t = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [discarding, setDiscarding] = useState(false)
  const look = () => client.invalidateQueries({ queryKey: LEFTOVERS })
  const send = useMutation({
    mutationFn: () => sendLeftover(leftover),
    networkMode: 'always',
    onSuccess: async (sent) => {
      if (!sent) return
      await look()
      client.invalidateQueries({ queryKey: keys.recordings })
      navigate({ to: '/recordings/$id', params: { id: leftover.id } })
    },
  })
  const discard = async () => {
    await (await localStore()).remove(leftover.id)
    setDiscarding(false)
    look()
  }
  return (
    <div className="card leftover" data-leftover={leftover.id}>
      <p>{t.record.leftover(duration(leftover.seconds), leftover.title)}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={send.isPending} disabled={busy} onClick={() => send.mutate()}>
          {t.record.send}
        </Button>
        <Button
          disabled={busy || send.isPending}
          onClick={() => {
            goOn(leftover)
            navigate({ to: '/record' })
          }}
        >
          {t.record.continueRecording}
        </Button>
        <Button look="quiet" onClick={() => download(leftover)}>
          {t.record.download}
        </Button>
        <Button look="quiet" disabled={send.isPending} onClick={() => setDiscarding(true)}>
          {t.record.discard}
        </Button>
      </div>
      {send.data === false && <p className="field-error basis-full">{t.record.elsewhere}</p>}
      {send.error && (
        <div className="basis-full">
          <ErrorPanel error={send.error} onRetry={() => send.mutate()} />
        </div>
      )}
      <Dialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={t.record.discardTitle}
        text={t.record.discardText(duration(leftover.unsentSeconds))}
      >
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setDiscarding(false)}>{t.common.cancel}</Button>
          <Button look="danger" onClick={discard}>
            {t.record.discard}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}

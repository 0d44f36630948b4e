import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { keys } from '@/api/keys'
import { duration } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { download } from './download'
import { discardLeftover, LEFTOVERS, type Leftover, leftoversQuery, sendLeftover } from './leftovers'
import { goOn, reset, useRecorder } from './recorder'

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
    onMutate: reset,
    onSuccess: async (sent) => {
      if (!sent) return
      await look()
      client.invalidateQueries({ queryKey: keys.recordings })
      navigate({ to: '/recordings/$id', params: { id: leftover.id } })
    },
  })
  const discard = useMutation({
    mutationFn: () => discardLeftover(leftover.id),
    networkMode: 'always',
    onMutate: reset,
    onSuccess: async (discarded) => {
      setDiscarding(false)
      if (discarded) await look()
    },
  })
  const sentSeconds = leftover.seconds - leftover.unsentSeconds
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
      {(send.data === false || discard.data === false) && <p className="field-error basis-full">{t.record.elsewhere}</p>}
      {send.error && (
        <div className="basis-full">
          <ErrorPanel error={send.error} onRetry={() => send.mutate()} />
        </div>
      )}
      <ConfirmDialog
        open={discarding}
        title={t.record.discardTitle}
        text={
          <>
            {leftover.unsentSeconds < 1 ? t.record.discardCopy : t.record.discardText(duration(leftover.unsentSeconds))}{' '}
            {sentSeconds > 0 && t.record.discardSent(duration(sentSeconds))}
          </>
        }
        label={t.record.discard}
        work={discard}
        onConfirm={() => discard.mutate()}
        onClose={() => setDiscarding(false)}
      />
    </div>
  )
}

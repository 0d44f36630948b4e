import type { ReactNode } from 'react'
import { ApiError } from '@/api/problem'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { download } from './download'
import { Leftovers } from './Leftovers'
import type { Failure } from './machine'
import { RecorderPanel } from './RecorderPanel'
import { reset, useRecorder } from './recorder'
import { StartForm } from './StartForm'

/** Record now, or take a file that is already there. */
export function RecordPage({ upload }: { upload: ReactNode }) {
  const t = useWords()
  const { phase, failure, recordingId, title } = useRecorder()
  const isOn = phase === 'recording' || phase === 'paused' || phase === 'finishing'
  return (
    <div className="page page-narrow grid gap-4">
      <Heading title={t.record.title}>{isOn ? title : t.record.title}</Heading>
      {failure && (
        <FailureBand failure={failure}>
          {recordingId && <Button onClick={() => download({ id: recordingId, title })}>{t.record.download}</Button>}
        </FailureBand>
      )}
      {isOn ? (
        <RecorderPanel />
      ) : (
        <>
          <Leftovers />
          <StartForm />
          {upload}
        </>
      )}
    </div>
  )
}

function FailureBand({ failure, children }: { failure: Failure; children: ReactNode }) {
  const t = useWords()
  if (failure instanceof ApiError) {
    return (
      <>
        <ErrorPanel error={failure} onRetry={reset} />
        {children}
      </>
    )
  }
  const words = {
    denied: t.record.denied,
    no_microphone: t.record.noMicrophone,
    unsupported: t.record.unsupported,
    elsewhere: t.record.elsewhere,
  }
  return (
    <div className="band" data-tone="rec" role="alert">
      <p className="flex-1 basis-60">{words[failure]}</p>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'
import { ApiError } from '@/api/problem'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { download } from './download'
import { type Failure, useFailureText } from './failure'
import { Leftovers } from './Leftovers'
import { isUnderway } from './machine'
import { RecorderPanel } from './RecorderPanel'
import { useRecorder } from './recorder'
import { StartForm } from './StartForm'

/** Record now, or take a file that is already there. */
export function RecordPage({ upload }: { upload: ReactNode }) {
  const t = useWords()
  const state = useRecorder()
  const { failure, recordingId, title } = state
  const isOn = isUnderway(state)
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
  const text = useFailureText()
  if (failure instanceof ApiError && failure.status !== 401) {
    return (
      <>
        <ErrorPanel error={failure} />
        {children}
      </>
    )
  }
  return (
    <div className="band" data-tone="rec" role="alert">
      <p className="flex-1 basis-60">{text(failure)}</p>
      {children}
    </div>
  )
}

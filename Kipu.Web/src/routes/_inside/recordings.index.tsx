import { createFileRoute } from '@tanstack/react-router'
import { Leftovers } from '@/features/recorder/Leftovers'
import { type Filter, parseFilter } from '@/features/recordings/filter'
import { RecordingList } from '@/features/recordings/RecordingList'
import { DropZone } from '@/features/upload/DropZone'
import { UploadButton } from '@/features/upload/UploadButton'
import { Uploads } from '@/features/upload/Uploads'

export const Route = createFileRoute('/_inside/recordings/')({
  validateSearch: (search: Record<string, unknown>): Filter => parseFilter(search),
  component: Page,
})

function Page() {
  return (
    <>
      <DropZone />
      <RecordingList
        filter={Route.useSearch()}
        upload={<UploadButton />}
        above={
          <>
            <Leftovers />
            <Uploads />
          </>
        }
      />
    </>
  )
}

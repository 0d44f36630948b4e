import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { repair } from './api'

/** Tries again what failed. What is there already stays, and so does what people corrected. */
export function Repair({ id }: { id: string }) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: () => repair(id),
    onError: (error) => toast.error(text(error)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.recording(id) }),
  })
  return (
    <Button busy={again.isPending} onClick={() => again.mutate()}>
      {t.common.retry}
    </Button>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Analysis } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { tick } from './api'

/** Ticks a task off, or opens it again: at once on the screen, taken back when the server refuses it. */
export function useTick(id: string) {
  const text = useErrorText()
  const client = useQueryClient()
  const show = (itemId: string, done: boolean) =>
    client.setQueryData<Analysis>(
      keys.analysis(id),
      (known) => known && { ...known, actionItems: known.actionItems.map((item) => (item.id === itemId ? { ...item, done } : item)) },
    )
  const change = useMutation({
    mutationFn: ({ itemId, done }: { itemId: string; done: boolean }) => tick(id, itemId, done),
    onMutate: ({ itemId, done }) => show(itemId, done),
    onError: (error, { itemId, done }) => {
      show(itemId, !done)
      toast.error(text(error))
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.recordings }),
  })
  return (itemId: string, done: boolean) => change.mutate({ itemId, done })
}

import { useQuery } from '@tanstack/react-query'
import { meQuery } from '@/session/me'

/** Bytes that still fit into the plan; null while that isn't known. */
export function useRoom() {
  const { data: me } = useQuery(meQuery)
  return me ? Math.max(0, me.limits.maxStorageBytes - me.usage.storageBytes) : null
}

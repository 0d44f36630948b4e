import { useSession } from './useSession'

/** Every member may change what the organization recorded; while it is suspended, nobody. */
export function useMayChange() {
  const status = useSession()?.organization.status
  return status !== undefined && status !== 'SUSPENDED' && status !== 'CANCELLED'
}

/** Only a path of ours: a link may not lead elsewhere after signing in. */
export const validateNext = (search: Record<string, unknown>): { next?: string } =>
  typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {}

/** What the log shows; it lives in the URL, so that a link brings the same lines again. */
export type AuditFilter = { action?: string; actor?: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function parseFilter(search: Record<string, unknown>): AuditFilter {
  const filter: AuditFilter = {}
  if (typeof search.action === 'string' && /^[a-z_]{1,50}$/.test(search.action)) filter.action = search.action
  if (typeof search.actor === 'string' && UUID.test(search.actor)) filter.actor = search.actor
  return filter
}

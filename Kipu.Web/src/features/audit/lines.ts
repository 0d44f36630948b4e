import type { AuditEntry } from '@/api/types'
import type { Catalog } from '@/i18n/es'

export type AuditDay = { key: string; at: Date; entries: AuditEntry[] }

/** Groups a log that is newest first by the days of whoever reads it. */
export function byDay(entries: AuditEntry[]): AuditDay[] {
  const days: AuditDay[] = []
  for (const entry of entries) {
    const at = new Date(entry.at)
    const key = at.toDateString()
    const last = days.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else days.push({ key, at, entries: [entry] })
  }
  return days
}

/** What happened, in words; an action that this console doesn't know keeps its code. */
export const actionOf = (t: Catalog, action: string) => t.audit.actions[action as keyof typeof t.audit.actions] ?? action

/** Whom or what it was done to: the log's own terms in the reader's words, names as they are. */
export function subjectOf(t: Catalog, { action, subject }: AuditEntry): string | null {
  if (!subject) return null
  switch (action) {
    case 'session_revoked':
      // The id of a session tells nobody anything.
      return null
    case 'sign_in_succeeded':
      return t.audit.methods[subject as keyof typeof t.audit.methods] ?? subject
    case 'settings_changed': {
      const [, what, value = ''] = subject.match(/^([a-z ]+): (.*)$/s) ?? []
      return what && what in t.audit.settings ? t.audit.settings[what as keyof typeof t.audit.settings](value) : subject
    }
    case 'role_changed':
    case 'user_added':
    case 'invitation_sent':
      // "ana@example.com: USER > ADMIN"
      return subject.replace(/: .*$/s, (roles) =>
        roles.replaceAll(/OWNER|ADMIN|USER/g, (role) => t.roles[role as keyof typeof t.roles]).replace(' > ', ' → '),
      )
    default:
      return subject
  }
}

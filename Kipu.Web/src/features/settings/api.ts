import { api, unwrap } from '@/api/client'

export const MAILS = ['analysisReady', 'failures', 'weeklyTasks'] as const
export type Mail = (typeof MAILS)[number]

/** Changes one choice; what is null stays as it is. */
export function chooseMail(mail: Mail, wanted: boolean) {
  const notifications = { analysisReady: null, failures: null, weeklyTasks: null, [mail]: wanted }
  return unwrap(api.PATCH('/api/auth/me', { body: { name: null, locale: null, notifications } }))
}

import { api, unwrap } from '@/api/client'
import type { AnalysisSettings, PutTemplate } from '@/api/types'

export const saveSettings = (settings: AnalysisSettings) => unwrap(api.PUT('/api/recordings/analysis-settings', { body: settings }))

export const saveTemplate = (id: string, body: PutTemplate) =>
  unwrap(api.PUT('/api/recordings/templates/{id}', { params: { path: { id } }, body }))

/** Removes one of the organization's own; one of Kipu's gets its own wording back. */
export const removeTemplate = (id: string) => unwrap(api.DELETE('/api/recordings/templates/{id}', { params: { path: { id } } }))

export const forget = (name: string) => unwrap(api.DELETE('/api/recordings/people', { params: { query: { name } } }))

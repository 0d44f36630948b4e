import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'

/** The kinds of meetings to choose from: Kipu's, then the organization's own. */
export const templatesQuery = queryOptions({
  queryKey: keys.templates,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/recordings/templates', { signal }))).items,
})

/** How meetings are analysed unless a recording says otherwise. */
export const analysisSettingsQuery = queryOptions({
  queryKey: keys.analysisSettings,
  queryFn: ({ signal }) => unwrap(api.GET('/api/recordings/analysis-settings', { signal })),
})

/** In a choice, and to the API: the organization's setting. No template can be called so, their ids begin with a letter. */
export const STANDARD = '-'

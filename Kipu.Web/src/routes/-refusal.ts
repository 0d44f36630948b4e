/** The code with which Auth sends a browser back whose sign-in at an organization's own provider has failed. */
export const validateRefusal = (search: Record<string, unknown>): { sso_error?: string } =>
  typeof search.sso_error === 'string' && search.sso_error ? { sso_error: search.sso_error } : {}

/** What a refused or failed call says: the stable code, and the trace by which the operator finds it. */
export class ApiError extends Error {
  override name = 'ApiError'

  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string | null = null,
    readonly traceId: string | null = null,
    readonly fields: Record<string, string[]> = {},
    readonly facts: Record<string, unknown> = {},
  ) {
    super(code)
  }

  /** Sending it again may help: the network, an overload or an outage, not what was asked. */
  get isTransient() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

/** The call never got an answer. */
export const unreachable = () => new ApiError('unreachable', 0)

export function problemFrom(status: number, body: unknown): ApiError {
  if (typeof body !== 'object' || body === null) return new ApiError(`http_${status}`, status)
  const { code, detail, traceId, errors, ...facts } = body as Record<string, unknown>
  return new ApiError(
    typeof code === 'string' ? code : `http_${status}`,
    status,
    typeof detail === 'string' ? detail : null,
    typeof traceId === 'string' ? traceId : null,
    (errors as Record<string, string[]> | undefined) ?? {},
    facts,
  )
}

export const isCode = (error: unknown, code: string) => error instanceof ApiError && error.code === code

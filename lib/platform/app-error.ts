/** Every refusal the product knows, with its HTTP status. */
export const REFUSALS = {
  'bad-request': 400,
  'sign-in-required': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'stale-version': 409,
  'too-large': 413,
  'uri-too-long': 414,
  'unsupported-media-type': 415,
  'invalid-input': 422,
  'key-reused': 422,
  'too-many-requests': 429,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof REFUSALS

type Details = {
  /** Which inputs to change, by dotted path. */
  errors?: readonly { path: string; message: string }[]
  /** What a stale act missed: the present state, read within the actor's scope. */
  current?: unknown
  /** Seconds until it is worth trying again. */
  retryAfter?: number
}

/** An expected refusal. `message` is one sentence for a person: what happened and what to do. Anything else thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly status: number

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: Details = {},
  ) {
    super(message)
    this.status = REFUSALS[code]
  }
}

/** Absent and forbidden look the same. */
export function notFound(what: string): AppError {
  return new AppError(
    'not-found',
    `There is no such ${what} on this desk. It may have been removed, or the link is not complete.`,
  )
}

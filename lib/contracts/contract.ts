import type { z } from 'zod'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One operation of the API: what the server checks, the browser calls and the OpenAPI document describes.
 *
 * `path` is below /api/v1 and names its parameters in braces. Those parameters, the query string (GET, DELETE)
 * and the JSON body (POST, PUT, PATCH) are merged into the one object that `input` parses.
 */
export type Contract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly id: string
  readonly method: HttpMethod
  readonly path: `/${string}`
  readonly summary: string
  readonly input: Input
  readonly output: Output
  readonly status: 200 | 201
  /** `member`: a session or a bearer token. `public`: anyone, rate-limited. */
  readonly access: 'member' | 'public'
  /** Output fields that hold a secret: shown once, left out of replays. */
  readonly secrets: readonly string[]
  /** Largest request body in bytes. */
  readonly maxBytes: number
}

type Options = { status?: 200 | 201; access?: 'member' | 'public'; secrets?: readonly string[]; maxBytes?: number }

/** Describes one operation. `call` is method and path in one, as the API's documentation writes it. */
export function defineContract<Input extends z.ZodType, Output extends z.ZodType>(
  id: string,
  call: `${HttpMethod} /${string}`,
  summary: string,
  input: Input,
  output: Output,
  options: Options = {},
): Contract<Input, Output> {
  const space = call.indexOf(' ')
  // The template type of `call` guarantees both halves; TypeScript cannot follow the split.
  const method = call.slice(0, space) as HttpMethod
  const path = call.slice(space + 1) as `/${string}`
  return {
    id,
    method,
    path,
    summary,
    input,
    output,
    status: options.status ?? 200,
    access: options.access ?? 'member',
    secrets: options.secrets ?? [],
    maxBytes: options.maxBytes ?? 256 * 1024,
  }
}

/** The names in braces of a contract's path. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
}

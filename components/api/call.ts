import type { z } from 'zod'
import { type Contract, pathParameters } from '@/lib/contracts/contract'
import type { ProblemDto } from '@/lib/contracts/problem'
import type { Operation } from './operations'

/** A refusal of the API, or a lost connection (`status` 0). `message` is fit to show. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly { path: string; message: string }[] = [],
    readonly current?: unknown,
  ) {
    super(message)
  }
}

type CallOptions = { signal?: AbortSignal; idempotencyKey?: string }

/** Calls one operation of the API as its contract describes it. Rejects with ApiProblem. */
export function callApi<C extends Contract>(
  contract: C,
  input: z.input<C['input']>,
  options?: CallOptions,
): Promise<z.output<C['output']>>
export function callApi<C extends Contract>(
  operation: Operation<C>,
  input: z.input<C['input']>,
  options?: CallOptions,
): Promise<z.output<C['output']>>
export async function callApi<C extends Contract>(
  contract: Operation<C>,
  input: z.input<C['input']>,
  options: CallOptions = {},
): Promise<z.output<C['output']>> {
  const { path, rest } = split(contract.path, input as Record<string, unknown>) // inputs are objects by contract
  const hasBody = contract.method !== 'GET' && contract.method !== 'DELETE'
  const query = hasBody ? '' : queryOf(rest)
  const response = await send(`/api/v1${path}${query}`, {
    method: contract.method,
    headers: {
      accept: 'application/json',
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
    },
    ...(hasBody ? { body: JSON.stringify(rest) } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as z.output<C['output']> // the server parsed it through this contract
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(
      0,
      'offline',
      'The desk cannot be reached. What you wrote is kept; try again when you are connected.',
    )
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const problem = (await response.json()) as ProblemDto // problem+json by the route wrapper
    return new ApiProblem(response.status, problem.code, problem.detail, problem.errors, problem.current)
  } catch {
    return new ApiProblem(
      response.status,
      'internal',
      'The desk answered with something unexpected. Try again in a moment.',
    )
  }
}

function split(path: string, input: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  let filled = path
  for (const name of pathParameters(path)) {
    filled = filled.replace(`{${name}}`, encodeURIComponent(String(rest[name])))
    delete rest[name]
  }
  return { path: filled, rest }
}

function queryOf(rest: Record<string, unknown>): string {
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null)
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`
}

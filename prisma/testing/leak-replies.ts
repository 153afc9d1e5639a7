import path from 'node:path'
import { ALL_CONTRACTS } from '../../lib/contracts/all-contracts'
import { type Contract, pathParameters } from '../../lib/contracts/contract'
import type { RouteHandler } from '../../lib/server/route'
import { inProject } from '../../scripts/lib/project.mjs'
import { call } from './api-call'
import type { Call } from './leak-ways'

/** What one way said to one viewer. */
export type Reply = { way: string; status: number; text: string }

/** Calls an operation where Next would find it: the route file of its path. */
export async function replyTo([way, input]: Call, token: string | null): Promise<Reply> {
  const contract = ALL_CONTRACTS.find(({ id }) => id === way)
  if (!contract) throw new Error(`there is no operation ${way}`)
  const named = pathParameters(contract.path)
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !named.includes(name)))
  const hasBody = contract.method !== 'GET' && contract.method !== 'DELETE'
  const query = hasBody ? '' : `?${new URLSearchParams(rest as Record<string, string>)}`
  const { status, body } = await call(await handlerOf(contract), {
    method: contract.method,
    path: `/test${query}`,
    params: Object.fromEntries(named.map(name => [name, String(input[name])])),
    ...(token === null ? {} : { token }),
    ...(hasBody ? { json: rest } : {}),
    headers: { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
  })
  return { way, status, text: JSON.stringify(body) }
}

async function handlerOf({ path: address, method }: Contract): Promise<RouteHandler> {
  const folder = address.replace(/\{(\w+)\}/g, '[$1]')
  const file = path.join(inProject('app/api/v1'), folder, 'route.ts')
  const exports = (await import(/* @vite-ignore */ file)) as Record<string, RouteHandler | undefined> // What a route file exports.
  const handler = exports[method]
  if (!handler) throw new Error(`${file} does not answer ${method}`)
  return handler
}

/**
 * The reply with ids numbered in the order of their appearance, and without moments, hashes and secrets: what is left must
 * not depend on what is sealed.
 */
export function neutral({ way, text }: Reply): string {
  const ids = new Map<string, string>()
  const plain = text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, id => {
      const name = ids.get(id) ?? `id ${ids.size}`
      ids.set(id, name)
      return name
    })
    .replace(/\b[0-9a-f]{64}\b/g, 'hash')
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, 'secret')
    .replace(/"hint":"[^"]*"/g, '"hint":"hint"')
    .replace(/"nextCursor":"[^"]*"/g, '"nextCursor":"cursor"')
    .replace(/\.[0-9a-f]{8}@/g, '.desk@')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')
    .replace(/\b\d{1,2}:\d\d\b/g, 'minute')
  return withoutTurns(way, plain)
}

/**
 * Equally wanted claims come in turns that follow from their ids, which are random: next-claim.int.test.ts sees to it that
 * they follow from nothing else.
 */
function withoutTurns(way: string, text: string): string {
  if (way === 'readNextClaim') return text.replace(/"item":\{.*\}/, '"item":"some claim"')
  return way === 'readQueue' ? [...text.replace(/"id \d+"/g, '"id"')].sort().join('') : text
}

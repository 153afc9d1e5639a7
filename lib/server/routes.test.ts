import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL_CONTRACTS } from '@/lib/contracts/all-contracts'

const root = path.join(import.meta.dirname, '../../app/api/v1')
/** Addresses that are no operation: what they answer is not described by a contract. */
const NO_OPERATION = ['/openapi.json']

/**
 * What the route files export, as `GET /claims/{claimId} readClaim`: operations are named like their contract's id. Read from
 * the text, since loading them would take a database.
 */
const served = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => path.basename(file) === 'route.ts')
  .flatMap(file => {
    const address = `/${path
      .dirname(file)
      .replaceAll(path.sep, '/')
      .replace(/\[(\w+)\]/g, '{$1}')}`
    if (NO_OPERATION.includes(address)) return []
    const source = readFileSync(path.join(root, file), 'utf8')
    return [...source.matchAll(/\bexport (?:const|async function|function) ([A-Z]+)\b(?: = route\((\w+))?/g)].map(
      ([, method, operation]) => `${method} ${address} ${operation ?? '(no operation)'}`,
    )
  })

describe('app/api/v1', () => {
  const promised = ALL_CONTRACTS.map(({ id, method, path }) => `${method} ${path} ${id}`)

  it('serves every operation that a contract describes', () => {
    expect(promised.filter(call => !served.includes(call))).toEqual([])
  })

  it('serves nothing else', () => {
    expect(served.filter(call => !promised.includes(call))).toEqual([])
    expect(served.length).toBeGreaterThan(0)
  })
})

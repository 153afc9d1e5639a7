import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { ALL_CONTRACTS } from './all-contracts'
import { openApiDocument } from './openapi'

const document = openApiDocument('https://assay.example.org')
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap(method => {
    const operation = item[method]
    return operation ? [{ path, method, operation }] : []
  }),
)

describe('openApiDocument', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(JSON.parse(JSON.stringify(document)))
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it('has every contract once, under its id', () => {
    const described = operations.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`)
    const promised = ALL_CONTRACTS.map(({ id, method, path }) => `${id} ${method.toLowerCase()} ${path}`)
    expect(described.sort()).toEqual(promised.sort())
    expect(new Set(ALL_CONTRACTS.map(({ id }) => id)).size).toBe(ALL_CONTRACTS.length)
  })

  it.each(ALL_CONTRACTS.map(contract => [contract.id, contract] as const))(
    '%s says what goes where',
    (id, contract) => {
      const { operation } = operations.find(found => found.operation.operationId === id) ?? {}
      const named = (where: string) =>
        (operation?.parameters ?? []).flatMap(parameter =>
          'name' in parameter && parameter.in === where ? [parameter.name] : [],
        )
      expect(named('path')).toEqual([...contract.path.matchAll(/\{(\w+)\}/g)].map(match => match[1]))
      const takesBody = ['POST', 'PUT', 'PATCH'].includes(contract.method)
      expect(operation?.requestBody !== undefined).toBe(takesBody)
      if (takesBody) expect(named('query')).toEqual([])
      expect(named('header').includes('Idempotency-Key')).toBe(
        contract.access === 'member' && contract.method !== 'GET',
      )
      expect(operation?.security).toEqual(contract.access === 'public' ? [] : undefined)
      expect(Object.keys(operation?.responses ?? {})).toContain(String(contract.status))
      expect(operation?.responses?.['404']).toEqual({ $ref: '#/components/responses/Problem404' })
    },
  )

  it('leaves no reference without what it refers to', () => {
    const text = JSON.stringify(document)
    const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(match => match[1] ?? ''))
    expect(references.size).toBeGreaterThan(10)
    for (const reference of references) {
      const found = reference
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document)
      expect(found, reference).toBeDefined()
    }
  })
})

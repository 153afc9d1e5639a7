import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { ClaimGroup } from './claim-filter'
import { partsOf } from './rail-parts'

/** Groups of so many claims, named by their place in the whole list. */
function groupsOf(sizes: readonly number[]): ClaimGroup[] {
  let next = 1
  return sizes.map((size, at) => ({
    name: `Paragraph ${at + 1}`,
    claims: Array.from({ length: size }, () => ({ id: `c${next++}` }) as ClaimSummaryDto), // only who they are counts here
  }))
}

describe('partsOf', () => {
  it('names a paragraph that goes on in the next part once', () => {
    const parts = partsOf(groupsOf([2, 5, 1]), 3)
    expect(parts.map(({ groups }) => groups.map(({ name, claims, first }) => [name, claims.length, first]))).toEqual([
      [
        ['Paragraph 1', 2, 1],
        ['Paragraph 2', 1, 3],
      ],
      [[null, 3, 4]],
      [
        [null, 1, 7],
        ['Paragraph 3', 1, 8],
      ],
    ])
  })

  it('keeps every claim once, in order, at its place, in parts that are full but for the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (sizes, size) => {
          const groups = groupsOf(sizes)
          const parts = partsOf(groups, size)
          const placed = parts.flatMap(part =>
            part.groups.flatMap(({ claims, first }) => claims.map(({ id }, at) => [id, `c${first + at}`])),
          )
          expect(placed.map(([id]) => id)).toEqual(groups.flatMap(({ claims }) => claims.map(({ id }) => id)))
          for (const [id, byPlace] of placed) expect(id).toBe(byPlace)
          for (const part of parts.slice(0, -1)) expect(part.claims).toBe(size)
          const names = parts.flatMap(part => part.groups.flatMap(({ name }) => name ?? []))
          expect(names).toEqual(groups.map(({ name }) => name))
        },
      ),
    )
  })
})

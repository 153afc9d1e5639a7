import { describe, expect, it } from 'vitest'
import type { PublishedClaimDto } from '@/lib/contracts/snapshot'
import { demoSnapshot } from './demo-snapshot.fixture'
import { checksBelow } from './margin'

const [model] = demoSnapshot().claims
const claimOf = new Map<number, PublishedClaimDto>(
  model ? [1, 2, 3, 4, 5, 6].map(number => [number, { ...model, number, explanation: 'No register says so.' }]) : [],
)
const long = 'Word after word. '.repeat(80)

describe('checksBelow', () => {
  it.each<[string, [text: string, checks: number[], reviews?: number][], number[]]>([
    [
      'leaves one check beside each long paragraph',
      [
        [long, [1]],
        [long, [2]],
        [long, [3]],
      ],
      [],
    ],
    [
      'leaves a second one, which begins where the first ends, beside a long text',
      [
        [long, [1]],
        [long, [2, 3]],
      ],
      [3],
    ],
    ['puts what the margin has no room for below a short paragraph', [['Short.', [1, 2, 3]]], [2, 3]],
    [
      'goes on beside the text where the margin is free again',
      [
        ['Short.', [1, 2]],
        [long, []],
        ['End.', [3]],
      ],
      [2],
    ],
    [
      'counts notes of what is under review',
      [
        ['Short.', [], 3],
        ['Next.', [1]],
      ],
      [1],
    ],
    ['knows no check that the publication lacks', [['Short.', [9, 1]]], []],
  ])('%s', (_case, paragraphs, expected) => {
    const seen = checksBelow(
      paragraphs.map(([text, checks, reviews = 0]) => ({ text, checks, reviews })),
      claimOf,
    )
    expect([...seen]).toEqual(expected)
  })

  it('takes ideographs for twice as wide', () => {
    const paragraphs = (text: string) => [
      { text: 'Short.', checks: [1], reviews: 0 },
      { text, checks: [2], reviews: 0 },
    ]
    expect([...checksBelow(paragraphs('a'.repeat(136)), claimOf)]).toEqual([2])
    expect([...checksBelow(paragraphs('語'.repeat(136)), claimOf)]).toEqual([])
  })
})

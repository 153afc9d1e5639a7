import { describe, expect, it } from 'vitest'
import { type CitedSource, type ListedSource, mergeEvidence } from './evidence'
import type { Stance } from './vocabulary'

const source = (id: string, publishedOn: string | null = '2022-01-05'): ListedSource => ({
  id,
  title: `Report ${id}`,
  publishedOn,
})
const cite = (stance: Stance, of: ListedSource, quote: string | null = null, note: string | null = null) =>
  ({ stance, source: of, quote, note }) satisfies CitedSource<ListedSource>
const listed = (citations: CitedSource<ListedSource>[]) =>
  mergeEvidence(citations).map(({ stance, source: { id } }) => `${stance} ${id}`)

describe('mergeEvidence', () => {
  it.each([
    ['nothing is cited', [], []],
    [
      'supporting comes before refuting, refuting before context',
      [cite('CONTEXT', source('a')), cite('REFUTES', source('b')), cite('SUPPORTS', source('c'))],
      ['SUPPORTS c', 'REFUTES b', 'CONTEXT a'],
    ],
    [
      'the earlier source comes first, an undated one last',
      [
        cite('SUPPORTS', source('a', null)),
        cite('SUPPORTS', source('b', '2022-03')),
        cite('SUPPORTS', source('c', '2022')),
      ],
      ['SUPPORTS c', 'SUPPORTS b', 'SUPPORTS a'],
    ],
    [
      'a source that is cited twice one way is listed once, both ways twice',
      [cite('SUPPORTS', source('a')), cite('REFUTES', source('a')), cite('SUPPORTS', source('a'))],
      ['SUPPORTS a', 'REFUTES a'],
    ],
  ])('%s', (_case, citations, expected) => {
    expect(listed(citations)).toEqual(expected)
    expect(listed(citations.toReversed())).toEqual(expected)
  })

  it('keeps every different passage and drops the repeated and the empty ones', () => {
    const one = source('a')
    const [evidence] = mergeEvidence([
      cite('SUPPORTS', one, 'It rose.'),
      cite('SUPPORTS', one, 'It fell.', 'A fall.'),
      cite('SUPPORTS', one, 'It rose.'),
      cite('SUPPORTS', one),
    ])
    expect(evidence?.passages).toEqual([
      { quote: 'It fell.', note: 'A fall.' },
      { quote: 'It rose.', note: null },
    ])
  })
})

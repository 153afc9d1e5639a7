import { describe, expect, it } from 'vitest'
import {
  type CitedSource,
  evidenceNumberProblem,
  evidenceOfItsOwn,
  type ListedSource,
  mergeEvidence,
  pointsTo,
} from './evidence'
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

describe('evidenceNumberProblem', () => {
  it.each([
    ['no number points anywhere', 'It fell.', 2, null],
    ['every number leads somewhere', 'It fell [1][2].', 2, null],
    ['one leads past the end', 'It fell [1][9].', 2, 'There is no evidence 9: the list ends at 2.'],
    ['one of a list leads past the end', 'It fell [1, 9].', 2, 'There is no evidence 9: the list ends at 2.'],
    ['a range ends past the end', 'It fell [1–3].', 2, 'There is no evidence 3: the list ends at 2.'],
    ['a list and a range that lead somewhere', 'It fell [1,2] and rose [1–2].', 2, null],
    ['nothing is numbered 0', 'It fell [0].', 2, 'There is no evidence 0: the list ends at 2.'],
    ['nothing is cited', 'A prediction [1].', 0, 'There is no evidence 1: no source is cited.'],
    ['brackets hold words or years', 'It [the price] fell in [20220].', 1, null],
  ])('%s', (_case, explanation, count, expected) => {
    expect(evidenceNumberProblem(explanation, count)).toBe(expected)
  })
})

describe('pointsTo', () => {
  it.each([
    ['by itself', 'It fell [2].', 2, true],
    ['in a list', 'It fell [1, 2].', 2, true],
    ['within a range', 'It fell [1–3].', 2, true],
    ['not another', 'It fell [12].', 2, false],
    ['not without brackets', 'It fell by 2.', 2, false],
  ])('%s', (_case, text, number, expected) => {
    expect(pointsTo(text, number)).toBe(expected)
  })
})

describe('evidenceOfItsOwn', () => {
  it('numbers what each verdict alone brings, as in the merged list', () => {
    const verdicts = [
      { citations: [cite('SUPPORTS', source('a')), cite('REFUTES', source('b'))] },
      { citations: [cite('REFUTES', source('b')), cite('REFUTES', source('c')), cite('CONTEXT', source('b'))] },
      { citations: [] },
    ]
    expect(listed(verdicts.flatMap(({ citations }) => citations))).toEqual([
      'SUPPORTS a',
      'REFUTES b',
      'REFUTES c',
      'CONTEXT b',
    ])
    expect(evidenceOfItsOwn(verdicts)).toEqual([[1], [3, 4], []])
  })
})

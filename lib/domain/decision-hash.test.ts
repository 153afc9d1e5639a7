import { describe, expect, it } from 'vitest'
import { type BoundVerdict, type DecisionBinding, decisionHash } from '@/lib/domain/decision-hash'

const almond: BoundVerdict = {
  reviewerId: 'almond',
  rating: 'FALSE',
  confidence: 'HIGH',
  rationale: 'The bureau reports a rise.',
  citations: [
    { source: 'bureau', stance: 'REFUTES', quote: 'rose by 4 per cent', note: null },
    { source: 'press', stance: 'CONTEXT', quote: null, note: 'Gives the year.' },
  ],
}
const birch: BoundVerdict = { ...almond, reviewerId: 'birch', rationale: 'Same table.', citations: [] }

const binding: DecisionBinding = {
  sentence: 'Crime fell by 40 per cent.',
  claimant: 'The bureau',
  quotes: ['crime “fell”  by 40%', 'it fell'],
  policyVersion: 1,
  scaleVersion: 1,
  round: 2,
  verdicts: [almond, birch],
  recusals: ['cedar', 'maple'],
  result: { status: 'AGREED', rating: 'FALSE', isOnScale: true, count: 2, of: 2, dissents: [], farDissents: [] },
}
const hash = decisionHash(binding)

describe('decisionHash', () => {
  it('stays what it was: decisions on record were bound by it', () => {
    expect(hash).toBe('8f7acda0707ff6dd3ae0de45e4a6f887b33d26fb71555b267fd3397cffe8006e')
  })

  it.each<[string, Partial<DecisionBinding>]>([
    ['the order of verdicts', { verdicts: [birch, almond] }],
    ['the order of citations', { verdicts: [{ ...almond, citations: [...almond.citations].reverse() }, birch] }],
    ['the order of quotes', { quotes: [...binding.quotes].reverse() }],
    ['the order of recusals', { recusals: ['maple', 'cedar'] }],
    ['white space and quote marks in the quotes', { quotes: ['crime "fell" by\n40%', ' it fell'] }],
    [
      'how an agreement is described beyond its rating',
      { result: { ...binding.result, dissents: [{ rating: 'TRUE', count: 1 }] } as DecisionBinding['result'] },
    ],
    ['fields it does not know', { verdicts: [{ ...almond, castAt: 'now' } as BoundVerdict, birch] }],
  ])('does not depend on %s', (_case, changes) => {
    expect(decisionHash({ ...binding, ...changes })).toBe(hash)
  })

  const cite = (changes: object) => ({
    verdicts: [{ ...almond, citations: [{ ...almond.citations[0], ...changes }, almond.citations[1]] }, birch],
  })

  it.each<[string, object]>([
    ['the sentence', { sentence: 'Crime fell by 41 per cent.' }],
    ['white space in the sentence', { sentence: 'Crime fell by  40 per cent.' }],
    ['the claimant', { claimant: 'The minister' }],
    ['a quote', { quotes: ['crime “fell”  by 41%', 'it fell'] }],
    ['a quote fewer', { quotes: ['it fell'] }],
    ['a quote twice', { quotes: [...binding.quotes, 'it fell'] }],
    ['the policy', { policyVersion: 2 }],
    ['the scale', { scaleVersion: 2 }],
    ['the round', { round: 3 }],
    ['a verdict fewer', { verdicts: [almond] }],
    ['a rating', { verdicts: [{ ...almond, rating: 'TRUE' }, birch] }],
    ['a rationale', { verdicts: [{ ...almond, rationale: 'The bureau reports a rise' }, birch] }],
    ['a confidence', { verdicts: [{ ...almond, confidence: 'LOW' }, birch] }],
    ['whose verdict it is', { verdicts: [{ ...almond, reviewerId: 'cedar' }, birch] }],
    [
      'which verdict cites what',
      {
        verdicts: [
          { ...almond, citations: [] },
          { ...birch, citations: almond.citations },
        ],
      },
    ],
    ['a citation fewer', { verdicts: [{ ...almond, citations: almond.citations.slice(1) }, birch] }],
    ['a cited source', cite({ source: 'bureau-2' })],
    ['a stance', cite({ stance: 'SUPPORTS' })],
    ['a quoted passage', cite({ quote: 'rose by 5 per cent' })],
    ['a note on a source', cite({ note: 'See table 2.' })],
    ['a recusal', { recusals: ['cedar'] }],
    ['the agreed rating', { result: { ...binding.result, rating: 'TRUE' } }],
    ['the status', { result: { status: 'SPLIT', reason: 'SPREAD', counts: [], of: 2, steps: 2, round: 2 } }],
  ])('shows a change of %s', (_case, changes) => {
    expect(decisionHash({ ...binding, ...changes } as DecisionBinding)).not.toBe(hash)
  })

  it('tells one split from another, and a split from its escalation', () => {
    const results = [
      { status: 'SPLIT', reason: 'SPREAD' },
      { status: 'SPLIT', reason: 'MAJORITY' },
      { status: 'ESCALATED', reason: 'MAJORITY' },
    ] as const
    const hashes = results.map(result =>
      decisionHash({ ...binding, result: { ...result, counts: [], of: 2, steps: 2, round: 2 } }),
    )
    expect(new Set(hashes).size).toBe(results.length)
  })
})

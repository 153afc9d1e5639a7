import { describe, expect, it } from 'vitest'
import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import { DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { type DecisionInput, decisionActions, decisionProblems } from '@/lib/domain/decision'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import type { ConsensusStatus, DecisionAction } from '@/lib/domain/vocabulary'

function consensus(...ratings: string[]): Consensus {
  return consensusOf(
    ratings.map(rating => ({ rating })),
    DEFAULT_SCALE,
    1,
    DEFAULT_POLICY,
  )
}

const agreedFalse = consensus('FALSE', 'FALSE', 'MOSTLY_FALSE')
const split = consensus('TRUE', 'FALSE', 'MIXED')

function input(action: DecisionAction, changes: Partial<DecisionInput> = {}): DecisionInput {
  return { action, rating: null, explanation: 'What we found [1].', reason: 'Because.', ...changes }
}

describe('decisionActions', () => {
  it.each<[ConsensusStatus, DecisionAction[]]>([
    ['AGREED', ['APPROVE', 'OVERRIDE', 'RETURN', 'DISMISS']],
    ['SPLIT', ['RESOLVE', 'RETURN', 'DISMISS']],
    ['ESCALATED', ['RESOLVE', 'RETURN', 'DISMISS']],
    ['AWAITING', ['RETURN', 'DISMISS']],
  ])('on %s', (status, expected) => {
    expect(decisionActions(status)).toEqual(expected)
  })
})

describe('decisionProblems', () => {
  it.each<[string, Consensus, DecisionInput, string[]]>([
    ['approve what was agreed', agreedFalse, input('APPROVE'), []],
    ['approve it by name', agreedFalse, input('APPROVE', { rating: 'FALSE', reason: null }), []],
    ['approve another rating', agreedFalse, input('APPROVE', { rating: 'TRUE' }), ['rating']],
    ['approve without an explanation', agreedFalse, input('APPROVE', { explanation: ' \n' }), ['explanation']],
    ['approve a split', split, input('APPROVE'), ['action']],
    ['override with another rating', agreedFalse, input('OVERRIDE', { rating: 'MOSTLY_FALSE' }), []],
    ['override with a rating off the scale', agreedFalse, input('OVERRIDE', { rating: 'UNVERIFIABLE' }), []],
    ['override with what was agreed', agreedFalse, input('OVERRIDE', { rating: 'FALSE' }), ['rating']],
    ['override with no rating', agreedFalse, input('OVERRIDE'), ['rating']],
    ['override saying nothing of a rating', agreedFalse, input('OVERRIDE', { rating: undefined }), ['rating']],
    ['approve saying nothing of a rating', agreedFalse, input('APPROVE', { rating: undefined }), []],
    ['dismiss saying nothing of a rating', split, input('DISMISS', { rating: undefined }), []],
    ['override with a rating of another scale', agreedFalse, input('OVERRIDE', { rating: 'HALF_TRUE' }), ['rating']],
    ['override without a reason', agreedFalse, input('OVERRIDE', { rating: 'TRUE', reason: null }), ['reason']],
    [
      'override without anything',
      agreedFalse,
      input('OVERRIDE', { explanation: null, reason: '' }),
      ['rating', 'explanation', 'reason'],
    ],
    ['override a split', split, input('OVERRIDE', { rating: 'TRUE' }), ['action']],
    ['resolve a split', split, input('RESOLVE', { rating: 'MIXED' }), []],
    ['resolve it with a rating nobody cast', split, input('RESOLVE', { rating: 'MISSING_CONTEXT' }), []],
    ['resolve it without a reason', split, input('RESOLVE', { rating: 'MIXED', reason: null }), ['reason']],
    ['resolve it with no rating, said so', split, input('RESOLVE', { rating: null }), []],
    ['resolve it saying nothing of a rating', split, input('RESOLVE', { rating: undefined }), ['rating']],
    ['resolve it with a rating of another scale', split, input('RESOLVE', { rating: 'HALF_TRUE' }), ['rating']],
    ['resolve it with no rating and no reason', split, input('RESOLVE', { reason: ' ' }), ['reason']],
    ['resolve what was agreed', agreedFalse, input('RESOLVE', { rating: 'TRUE' }), ['action']],
    ['resolve too few verdicts', consensus('TRUE'), input('RESOLVE', { rating: 'TRUE' }), ['action']],
    ['return an agreed claim', agreedFalse, input('RETURN', { explanation: null }), []],
    ['return a split one', split, input('RETURN', { explanation: null }), []],
    ['return without a comment', agreedFalse, input('RETURN', { reason: null }), ['reason']],
    ['return with a rating', agreedFalse, input('RETURN', { rating: 'TRUE' }), ['rating']],
    ['dismiss', agreedFalse, input('DISMISS'), []],
    ['dismiss without telling readers', split, input('DISMISS', { explanation: null }), ['explanation']],
    ['dismiss without a reason', split, input('DISMISS', { reason: null }), ['reason']],
    ['dismiss with a rating', split, input('DISMISS', { rating: 'OPINION' }), ['rating']],
  ])('%s', (_case, consensus, input, paths) => {
    expect(decisionProblems(consensus, input, DEFAULT_SCALE).map(({ path }) => path)).toEqual(paths)
  })

  it('says what was agreed in the scale’s words', () => {
    expect(decisionProblems(agreedFalse, input('APPROVE', { rating: 'TRUE' }), DEFAULT_SCALE)[0]?.message).toBe(
      'The reviewers agreed on False. To give another rating, override it.',
    )
  })
})

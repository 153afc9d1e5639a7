import { describe, expect, it } from 'vitest'
import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import { type ConsensusPolicy, DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import { consensusSentence, textOf } from '@/lib/domain/sentence'
import { clauseSentence, ruleSentence } from '@/lib/domain/sentence-rule'

function policy(changes: Partial<ConsensusPolicy> = {}): ConsensusPolicy {
  return { ...DEFAULT_POLICY, ...changes }
}

/** "3 TRUE, FALSE": counts and keys of the default scale. */
function consensus(votes: string, round = 1, changes: Partial<ConsensusPolicy> = {}): Consensus {
  const verdicts = votes.split(', ').flatMap(vote => {
    const [count = '', rating = ''] = vote.includes(' ') ? vote.split(' ') : ['1', vote]
    return Array.from({ length: Number(count) }, () => ({ rating }))
  })
  return consensusOf(verdicts, DEFAULT_SCALE, round, policy(changes))
}

const out = { status: 'AWAITING', missing: 2, unreachable: { eligible: 1, quorum: 3 } } satisfies Consensus

describe('consensusSentence', () => {
  it.each<[string, Consensus, string]>([
    ['unanimous', consensus('3 TRUE'), 'Agreed: True (3 of 3).'],
    ['one dissent', consensus('3 FALSE, MOSTLY_FALSE'), 'Agreed: False (3 of 4; one says Mostly false).'],
    [
      'dissents in the scale’s order',
      consensus('6 TRUE, 2 UNVERIFIABLE, MOSTLY_TRUE'),
      'Agreed: True (6 of 9; one says Mostly true, two say Unverifiable).',
    ],
    ['many dissents are digits', consensus('24 TRUE, 12 MOSTLY_TRUE'), 'Agreed: True (24 of 36; 12 say Mostly true).'],
    ['a far dissent', consensus('3 FALSE, TRUE', 2), 'Agreed: False (3 of 4; one says True, a far dissent).'],
    ['off the scale', consensus('2 UNVERIFIABLE, FALSE'), 'Agreed: Unverifiable (2 of 3; one says False).'],
    ['too far apart', consensus('2 TRUE, FALSE'), 'Split: 2 say True, 1 says False, 4 steps apart.'],
    [
      'one step apart where none is allowed',
      consensus('2 TRUE, MOSTLY_TRUE', 1, { spread: 0 }),
      'Split: 2 say True, 1 says Mostly true, 1 step apart.',
    ],
    [
      'far apart, and some off the scale',
      consensus('4 TRUE, FALSE, UNVERIFIABLE'),
      'Split: 4 say True, 1 says False, 4 steps apart; 1 says Unverifiable.',
    ],
    [
      'no two on the scale agree',
      consensus('TRUE, MIXED, FALSE'),
      'Split: 1 says True, 1 says Mixed, 1 says False; no two agree.',
    ],
    [
      'no two of either branch agree',
      consensus('MIXED, MISSING_CONTEXT, UNVERIFIABLE'),
      'Split: 1 says Mixed, 1 says Missing context, 1 says Unverifiable; no two agree.',
    ],
    [
      'no rating has the majority',
      consensus('2 TRUE, 2 MIXED'),
      'Split: 2 say True, 2 say Mixed; no rating has the share it needs.',
    ],
    [
      'half on the scale, half off it',
      consensus('2 TRUE, 2 UNVERIFIABLE'),
      'Split: 2 say True, 2 say Unverifiable; too few on the scale or on one answer off it.',
    ],
    [
      'all off it under two labels',
      consensus('2 MISSING_CONTEXT, 2 UNVERIFIABLE'),
      'Split: 2 say Missing context, 2 say Unverifiable; no answer has the share it needs.',
    ],
    ['escalated', consensus('2 TRUE, FALSE', 3), 'Escalated after 3 rounds: 2 say True, 1 says False, 4 steps apart.'],
    [
      'escalated after the only round',
      consensus('TRUE, MIXED, FALSE', 1, { maxRounds: 1 }),
      'Escalated after 1 round: 1 says True, 1 says Mixed, 1 says False; no two agree.',
    ],
    ['one verdict missing', consensus('2 TRUE'), 'Waiting for 1 more verdict.'],
    ['two missing', consensus('TRUE'), 'Waiting for 2 more verdicts.'],
    ['none missing, not closed yet', { status: 'AWAITING', missing: 0 }, 'Waiting for the round to close.'],
    ['out of reach', out, 'Out of reach: 3 verdicts are needed and only 1 member may cast one.'],
    [
      'out of everyone’s reach',
      { ...out, unreachable: { eligible: 0, quorum: 2 } },
      'Out of reach: 2 verdicts are needed and no member may cast one.',
    ],
  ])('%s', (_case, consensus, expected) => {
    expect(textOf(consensusSentence(consensus, DEFAULT_SCALE))).toBe(expected)
  })

  it('marks the rating words, and nothing else, for a screen to dress', () => {
    expect(consensusSentence(consensus('2 TRUE, MOSTLY_TRUE'), DEFAULT_SCALE)).toEqual([
      { text: 'Agreed: ' },
      { text: 'True', rating: 'TRUE' },
      { text: ' (2 of 3; one says ' },
      { text: 'Mostly true', rating: 'MOSTLY_TRUE' },
      { text: ').' },
    ])
  })
})

describe('clauseSentence', () => {
  it.each<[string, Consensus, Partial<ConsensusPolicy>, string]>([
    ['waiting', consensus('TRUE'), {}, 'Agreement needs at least three verdicts.'],
    [
      'out of reach',
      out,
      {},
      'An editor may lower this claim’s quorum, to no fewer than two, with a reason that is published.',
    ],
    [
      'agreed',
      consensus('2 TRUE, MOSTLY_TRUE'),
      {},
      'At least two of three gave this rating, and all on the scale lie within one step.',
    ],
    [
      'agreed by a wide policy',
      consensus('2 TRUE, MIXED', 1, { spread: 2 }),
      { spread: 2 },
      'At least two of three gave this rating, and all on the scale lie within two steps.',
    ],
    [
      'agreed with no spread',
      consensus('3 TRUE', 1, { spread: 0 }),
      { spread: 0 },
      'At least two of three gave this rating, and no other on the scale was given.',
    ],
    [
      'agreed off the scale',
      consensus('2 UNVERIFIABLE, TRUE'),
      {},
      'At least two of three gave this one answer off the scale.',
    ],
    [
      'agreed with a far dissent',
      consensus('3 TRUE, FALSE', 2),
      {},
      'At least two of three gave this rating, and all but one lie within one step; from round 2, with four verdicts or more, one further away does not block.',
    ],
    [
      'by branch',
      consensus('MIXED, MISSING_CONTEXT, UNVERIFIABLE'),
      {},
      'Agreement needs two of three on the scale, or on one answer off it.',
    ],
    ['by majority', consensus('TRUE, MIXED, FALSE'), {}, 'Agreement needs two of three on one rating.'],
    [
      'by spread',
      consensus('2 TRUE, FALSE'),
      {},
      'Agreement needs two of three on one rating, and all within one step.',
    ],
    [
      'by spread, where one far verdict would have been spared',
      consensus('4 TRUE, 2 FALSE', 2),
      {},
      'Agreement needs two of three on one rating, and all but one within one step.',
    ],
    [
      'by a spread of none',
      consensus('2 TRUE, MOSTLY_TRUE', 1, { spread: 0 }),
      { spread: 0 },
      'Agreement needs two of three on one rating, and all on the same step.',
    ],
    [
      'by a majority in hundredths',
      consensus('TRUE, MIXED, FALSE'),
      { majorityNumerator: 51, majorityDenominator: 100 },
      'Agreement needs 51 of 100 on one rating.',
    ],
    [
      'escalated',
      consensus('2 TRUE, FALSE', 3),
      {},
      'Agreement needs two of three on one rating, and all within one step; after 3 rounds an editor resolves the claim.',
    ],
  ])('%s', (_case, consensus, changes, expected) => {
    expect(clauseSentence(consensus, policy(changes))).toBe(expected)
  })
})

describe('ruleSentence', () => {
  const opening = 'Reviewers rate each claim without seeing one another’s verdicts. All verdicts open together.'
  const closing = 'An editor who neither wrote the claim nor voted on it approves, or decides otherwise and says why.'
  const far =
    'From the second vote on, where four or more have voted, one verdict further away does not block; the explanation answers it.'

  it.each<[string, Partial<ConsensusPolicy>, string]>([
    [
      'the policy a new desk starts with',
      {},
      `${opening} A rating stands when at least three have voted, two of three give the same one and, on the scale, all lie within one step of each other; otherwise they discuss and vote again, up to three times in all, and then an editor resolves the claim. ${far} ${closing}`,
    ],
    [
      'another majority, spread and editor',
      { quorum: 12, majorityNumerator: 3, majorityDenominator: 5, spread: 2, maxRounds: 2, separationOfDuties: false },
      `${opening} A rating stands when at least 12 have voted, three of five give the same one and, on the scale, all lie within two steps of each other; otherwise they discuss and vote again, up to two times in all, and then an editor resolves the claim. ${far} An editor approves, or decides otherwise and says why.`,
    ],
    [
      'no spread and one round',
      { spread: 0, maxRounds: 1 },
      `${opening} A rating stands when at least three have voted, two of three give the same one and, on the scale, no other rating is given; otherwise an editor resolves the claim. ${closing}`,
    ],
    [
      'all of them',
      { majorityNumerator: 1, majorityDenominator: 1 },
      `${opening} A rating stands when at least three have voted and all give the same one; otherwise they discuss and vote again, up to three times in all, and then an editor resolves the claim. ${closing}`,
    ],
  ])('%s', (_case, changes, expected) => {
    expect(ruleSentence(policy(changes))).toBe(expected)
  })
})

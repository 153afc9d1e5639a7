import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import { DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import { consensusSentence, textOf } from '@/lib/domain/sentence'

type Demo = {
  policy: {
    quorum: number
    majority: { numerator: number; denominator: number }
    spread: number
    maxRounds: number
    separationOfDuties: boolean
  }
  ratingScale: { name: string; ratings: { id: string; label: string; value: number | null; definition: string }[] }
  claims: {
    id: string
    rounds: { round: number; state: string; verdicts: { rating: string; citations: unknown[] }[] }[]
    decision: { action: string } | null
  }[]
}

// The shape is the file's own; a field that is not there fails the comparison below.
const demo = JSON.parse(readFileSync(new URL('../../prisma/demo/demo.json', import.meta.url), 'utf8')) as Demo

/** Every round of the demo's sixteen claims; what the open ones would be is never shown on screen. */
const EXPECTED = `
peaceful-protesters 1 CLOSED AGREED(MOSTLY_FALSE) Agreed: Mostly false (2 of 3; one says False).
fuel-trigger 1 CLOSED AGREED(TRUE) Agreed: True (2 of 3; one says Mostly true).
resigned-next-day 1 CLOSED AGREED(MOSTLY_TRUE) Agreed: Mostly true (2 of 3; one says Mixed).
jan-2-lpg 1 CLOSED AGREED(TRUE) Agreed: True (3 of 3).
january-4-address 1 CLOSED AGREED(MOSTLY_TRUE) Agreed: Mostly true (2 of 3; one says True).
terrorist-groups 1 CLOSED SPLIT(MAJORITY) Split: 1 says Mixed, 1 says Mostly false, 1 says Unverifiable; no two agree.
terrorist-groups 2 OPEN AWAITING(1) Waiting for 1 more verdict.
hijacked-demonstrations 1 CLOSED SPLIT(BRANCH) Split: 1 says Mixed, 1 says Missing context, 1 says Unverifiable; no two agree.
security-council 1 CLOSED AGREED(TRUE) Agreed: True (2 of 3; one says Mostly true).
emergency 1 CLOSED AGREED(TRUE) Agreed: True (3 of 3).
airport 1 CLOSED AGREED(MISSING_CONTEXT) Agreed: Missing context (2 of 3; one says Mixed).
officers-killed 1 CLOSED AGREED(MOSTLY_TRUE) Agreed: Mostly true (2 of 3; one says True).
injured 1 OPEN AWAITING(2) Waiting for 2 more verdicts.
beheaded 1 CLOSED AGREED(FALSE) Agreed: False (2 of 3; one says Unverifiable).
treaty-articles 1 CLOSED SPLIT(SPREAD) Split: 2 say Mostly true, 1 says Mostly false, 2 steps apart.
peacekeepers-tasks 1 OPEN AWAITING(1) Waiting for 1 more verdict.
outlook 1 CLOSED AGREED(OPINION) Agreed: Not checkable (3 of 3).
`
  .trim()
  .split('\n')

function brief(consensus: Consensus): string {
  if (consensus.status === 'AWAITING') return `AWAITING(${consensus.missing})`
  return `${consensus.status}(${consensus.status === 'AGREED' ? consensus.rating : consensus.reason})`
}

describe('the demo desk', () => {
  it('comes out claim by claim as its own rule says', () => {
    const lines = demo.claims.flatMap(claim =>
      claim.rounds.map(({ round, state, verdicts }) => {
        const consensus = consensusOf(verdicts, DEFAULT_SCALE, round, DEFAULT_POLICY)
        return `${claim.id} ${round} ${state} ${brief(consensus)} ${textOf(consensusSentence(consensus, DEFAULT_SCALE))}`
      }),
    )
    expect(lines).toEqual(EXPECTED)
    expect(demo.claims).toHaveLength(16)
  })

  it('uses the policy and the scale a new desk starts with', () => {
    const { majority, quorum, spread, maxRounds, separationOfDuties } = demo.policy
    expect(DEFAULT_POLICY).toEqual({
      quorum,
      majorityNumerator: majority.numerator,
      majorityDenominator: majority.denominator,
      spread,
      maxRounds,
      separationOfDuties,
    })
    expect(DEFAULT_SCALE.name).toBe(demo.ratingScale.name)
    expect(
      DEFAULT_SCALE.ratings.map(({ key, label, position, definition }) => ({
        id: key,
        label,
        value: position,
        definition,
      })),
    ).toEqual(demo.ratingScale.ratings)
  })

  it('cites a source wherever the scale asks for one', () => {
    const asking = new Set(
      DEFAULT_SCALE.ratings.filter(({ requiresCitation }) => requiresCitation).map(({ key }) => key),
    )
    const bare = demo.claims
      .flatMap(({ rounds }) => rounds.flatMap(({ verdicts }) => verdicts))
      .filter(({ rating, citations }) => asking.has(rating) && citations.length === 0)
    expect(bare).toEqual([])
  })
})

import { readClaim } from '../../lib/use-cases/claims/read-claim'
import { decideClaim } from '../../lib/use-cases/decisions/decide-claim'
import { reopenClaim } from '../../lib/use-cases/decisions/reopen-claim'
import { matterOf, openRound } from './changes'
import { type Claim, isOpenToAll, latest, type Outcome } from './desk-state'
import { POSITIONS } from './majority-rule'
import { type Game, idOf, type Plan, pick, planOnClaim, versionFor } from './plan'
import type { Step } from './step'

const ACTIONS = ['APPROVE', 'OVERRIDE', 'RESOLVE', 'RETURN', 'DISMISS'] as const
type Action = (typeof ACTIONS)[number]

/** What an editor would do with each outcome, the usual more often. */
function usual(outcome: Outcome | null): readonly Action[] {
  if (outcome?.status === 'AGREED') return ['APPROVE', 'APPROVE', 'APPROVE', 'OVERRIDE', 'RETURN', 'DISMISS']
  if (outcome?.status === 'SPLIT' || outcome?.status === 'ESCALATED') return ['RESOLVE', 'RESOLVE', 'RETURN', 'DISMISS']
  return ['RETURN', 'DISMISS']
}

export function decide(game: Game, step: Step): Plan {
  const { real } = game
  return planOnClaim(game, step, 'decide', (claim, _who, index) => {
    const outcome = claim ? latest(claim).outcome : null
    const action = pick(step.isLikely ? usual(outcome) : ACTIONS, step.x)
    const isRated = action === 'OVERRIDE' || action === 'RESOLVE'
    // A resolution may say that no rating is supported.
    const saysNone = action === 'RESOLVE' && step.y % 7 === 0
    const rating = isRated && !saysNone ? pick(Object.keys(POSITIONS), step.y) : null
    const hash = (claim && shownHash(game, claim, index, step.isStale)) ?? '0'.repeat(64)
    return {
      says: `${action} ${rating ?? ''}${step.isStale ? ' (on what has passed)' : ''}`,
      operation: {
        // What has not been shown to anyone yet is read first, as an editor would.
        async execute(actor, input) {
          const seen = hash === 'unread' ? await readClaim.execute(actor, { claimId: idOf(real, index) }) : null
          return await decideClaim.execute(actor, {
            ...Object(input),
            ...(seen ? { contentHash: seen.contentHash } : {}),
          })
        },
      },
      input: {
        action,
        contentHash: hash,
        ...(rating === null && !saysNone ? {} : { rating }),
        explanation: action === 'RETURN' ? null : 'As the register says.',
        acknowledgesFarDissent: true,
        reason: action === 'APPROVE' ? null : 'For a reason.',
      },
      isRight: !step.isStale && usual(outcome).includes(action) && !(isRated && isAgreed(outcome, rating)),
      happen(claim, who) {
        const { number } = latest(claim)
        const stands = action === 'APPROVE' && outcome?.status === 'AGREED' ? outcome.rating : rating
        claim.decisions.push({ round: number, action, rating: stands, by: who })
        claim.version++
        if (action === 'RETURN') latest(claim).ending = 'RETURNED'
        else claim.stage = 'DECIDED'
      },
    }
  })
}

function isAgreed(outcome: Outcome | null, rating: string | null): boolean {
  return outcome?.status === 'AGREED' && outcome.rating === rating
}

/** The hash that was shown for the claim as it stands, or, stale, one that was shown for it as it stood. */
function shownHash({ real }: Game, claim: Claim, index: number, isStale: boolean): string | undefined {
  const matter = matterOf(claim)
  const shown = real.hashes.filter(one => one.claim === index)
  if (isStale) return shown.find(one => one.matter !== matter)?.hash
  const now = shown.find(one => one.matter === matter)?.hash
  return now ?? (isOpenToAll(latest(claim)) ? 'unread' : shown[0]?.hash)
}

export function reopen(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'reopen', claim => ({
    says: `reopen${step.isStale ? ' (stale)' : ''}`,
    operation: reopenClaim,
    input: { version: versionFor(claim, step), reason: 'New figures.' },
    isRight: !step.isStale,
    happen(claim, who) {
      claim.stage = 'OPEN'
      claim.lifted.add(claim.decisions.length)
      claim.reopenedBy = who
      openRound(claim, 'REOPENED')
      claim.version++
    },
  }))
}

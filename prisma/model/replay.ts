import { db } from '../../lib/db/client'
import { readForReplay } from '../../lib/db/history-as-of'
import type { ClaimState } from '../../lib/domain/history'
import { replayHistory } from '../../lib/domain/replay-history'
import { type Claim, countedNumber, type Desk, isSuspended, NAMES, type Name, statusOf } from './desk-state'
import type { RealDesk } from './real-desk'
import { quoteNow, stateOf } from './texts'

type View = ReturnType<typeof expectedClaim>
type Replayed = { version: number; claims: View[]; publications: number }

/** Milliseconds: whatever the clocks say, all that has happened lies before then. */
const A_DAY = 86_400_000

/** What the model holds, in the words of a replay. */
export function expectedReplay(desk: Desk): Replayed {
  return {
    version: desk.text.version,
    claims: desk.claims.map(claim => expectedClaim(desk, claim)),
    publications: desk.publications.length,
  }
}

function expectedClaim(desk: Desk, claim: Claim) {
  return {
    status: statusOf(claim),
    version: claim.version,
    revision: claim.revision,
    sentence: claim.sentence,
    passages: claim.passages.map(one => `${stateOf(desk.text, one)} ${quoteNow(desk.text, one)}`).sort(),
    isSuspended: isSuspended(desk, claim),
    policy: claim.policy.version,
    quorum: claim.loweredQuorum,
    mergedInto: claim.mergedInto,
    asked: [...claim.asked].map(String).sort(),
    stoodBack: [...claim.stoodBack].map(([name, { from }]) => `${name} from ${from}`).sort(),
    rounds: claim.rounds.map(round => ({
      number: round.number,
      state: round.isOpen ? 'OPEN' : 'CLOSED',
      reason: round.reason,
      ending: round.ending,
      counted: countedNumber(claim, round),
      outcome: round.ending === 'ABANDONED' ? null : wordsOf(round.outcome),
      votes: [...round.votes].map(([name, { rating }]) => `${name}: ${rating}`).sort(),
    })),
    decisions: claim.decisions.map(({ round, action, rating, by }) => `${round} ${action} ${rating} ${by}`),
  }
}

/** What the product's own replay makes of the stored events and rows alone. */
export async function replayed(real: RealDesk): Promise<Replayed> {
  const { events, rows } = await readForReplay(db(), real.actors.admin, real.statementId, new Date(Date.now() + A_DAY))
  const { version, claims, publications } = replayHistory(events, rows)
  const names = new Map<string | null, Name>(NAMES.map(name => [real.actors[name].memberId, name]))
  const nameOf = (id: string | null) => names.get(id) ?? `nobody (${id})`
  return { version, claims: claims.map(claim => shownClaim(claim, real, nameOf)), publications: publications.length }
}

function shownClaim(claim: ClaimState, real: RealDesk, nameOf: (id: string | null) => string): View {
  const { rounds } = claim
  const countedOf = (number: number, revision: number) =>
    1 +
    rounds.filter(other => other.number < number && other.ending === 'COUNTED' && other.claimRevision === revision)
      .length
  return {
    status: claim.status,
    version: claim.version,
    revision: claim.revision,
    sentence: claim.claimReviewed,
    passages: claim.targets.map(({ exact, anchorState }) => `${anchorState ?? 'ANCHORED'} ${exact}`).sort(),
    isSuspended: claim.suspendedAt !== null,
    policy: claim.policyVersion,
    quorum: claim.quorum?.quorum ?? null,
    mergedInto: claim.mergedIntoId === null ? null : real.claims.indexOf(claim.mergedIntoId),
    asked: claim.assigned.map(({ memberId }) => nameOf(memberId)).sort(),
    stoodBack: claim.recused.map(({ memberId, fromRound }) => `${nameOf(memberId)} from ${fromRound}`).sort(),
    rounds: rounds.map(round => ({
      number: round.number,
      state: round.state,
      reason: round.reason,
      ending: round.ending,
      counted: countedOf(round.number, round.claimRevision),
      outcome: wordsOf(round.outcome),
      votes: round.verdicts.map(({ reviewerId, rating }) => `${nameOf(reviewerId)}: ${rating}`).sort(),
    })),
    decisions: claim.decisions.map(({ round, action, rating, byId }) => `${round} ${action} ${rating} ${nameOf(byId)}`),
  }
}

function wordsOf(outcome: { status: string; rating?: string; reason?: string } | null): string | null {
  return outcome && [outcome.status, outcome.rating ?? outcome.reason ?? ''].join(' ')
}

import { db } from '../../lib/db/client'
import type { Json } from '../../lib/domain/hash'
import type { ClaimState, HistoryRows } from '../../lib/domain/history'
import { replayHistory } from '../../lib/domain/replay-history'
import { DEFAULT_SCALE } from '../../lib/domain/scale'
import { type Claim, countedNumber, type Desk, NAMES, type Name, statusOf } from './desk-state'
import type { RealDesk } from './real-desk'

type View = ReturnType<typeof expectedClaim>
type Replayed = { claims: View[]; publications: number }

/** What the model holds, in the words of a replay. */
export function expectedReplay(desk: Desk): Replayed {
  return { claims: desk.claims.map(expectedClaim), publications: desk.publications.length }
}

function expectedClaim(claim: Claim) {
  return {
    status: statusOf(claim),
    version: claim.version,
    revision: claim.revision,
    sentence: claim.sentence,
    passages: [...claim.passages].sort(),
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
  const { statementId: streamId } = real
  const rows = await db().event.findMany({ where: { streamId }, orderBy: { seq: 'asc' } })
  const events = rows.map(row => ({ ...row, ids: row.ids as Json, at: row.at.toISOString() })) // The column holds what Json holds.
  const { claims, publications } = replayHistory(events, await rowsOf(real))
  const names = new Map<string | null, Name>(NAMES.map(name => [real.actors[name].memberId, name]))
  const nameOf = (id: string | null) => names.get(id) ?? `nobody (${id})`
  return { claims: claims.map(claim => shownClaim(claim, real, nameOf)), publications: publications.length }
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
    passages: claim.targets.map(({ exact }) => exact).sort(),
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

async function rowsOf({ workspaceId, claims: ids }: RealDesk): Promise<HistoryRows> {
  const ofClaims = { where: { workspaceId, claimId: { in: ids } } }
  const [claims, revisions, targets, verdicts, decisions, quorumReasons, policies] = await Promise.all([
    db().claim.findMany({ where: { workspaceId } }),
    db().claimRevision.findMany(ofClaims),
    db().target.findMany({ ...ofClaims, orderBy: { ord: 'asc' } }),
    db().verdict.findMany(ofClaims),
    db().decision.findMany(ofClaims),
    db().quorumLowering.findMany(ofClaims),
    db().policyVersion.findMany({ where: { workspaceId } }),
  ])
  return {
    claims,
    wordings: revisions.map(revision => ({
      ...revision,
      targets: targets.filter(t => t.claimId === revision.claimId && t.claimRevision === revision.number),
    })),
    verdicts,
    decisions,
    quorumReasons,
    policies,
    scales: [{ ...DEFAULT_SCALE, version: 1 }],
  }
}

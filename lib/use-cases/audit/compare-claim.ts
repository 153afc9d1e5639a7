import type { AuditEvent } from '@/lib/db/audit-events'
import type { ClaimRows } from '@/lib/db/audit-statements'
import type { ClaimState, RoundHistory } from '@/lib/domain/history'
import { valueIn } from '@/lib/domain/history-ids'
import type { Fingerprints } from './claim-rows'
import type { DeskRules } from './desk-rules'
import type { Audit } from './findings'

/** Compares a claim's own columns, its rounds and who is asked with what its history says. */
export function compareClaim(audit: Audit, claim: ClaimRows, state: ClaimState, fingerprints: Fingerprints): void {
  const place = `claim ${claim.id}`
  const expect = (field: string, stored: Parameters<Audit['expect']>[2], should: Parameters<Audit['expect']>[3]) =>
    audit.expect(place, field, stored, should)
  expect('stage', claim.stage, state.stage)
  expect('claim_reviewed', claim.claimReviewed, state.claimReviewed)
  expect('claimant', claim.claimant, state.claimant)
  expect('said_on', claim.saidOn, state.saidOn)
  expect('revision', claim.revision, state.revision)
  expect('round', claim.round, state.rounds.at(-1)?.number ?? null)
  expect('quorum', claim.quorum, state.quorum?.quorum ?? null)
  expect('quorum_reason', claim.quorumReason, state.quorum?.reason ?? null)
  expect('merged_into_id', claim.mergedIntoId, state.mergedIntoId)
  expect('consensus', claim.consensus, state.consensus)
  expect('rating', claim.rating, state.rating)
  expect('is_returned', claim.isReturned, state.isReturned)
  expect('suspended_at', claim.suspendedAt, state.suspendedAt)
  expect('version', claim.version, state.version)
  expect('created_by_id', claim.createdById, state.createdById)
  expect('created_at', claim.createdAt, state.createdAt)
  compareRounds(audit, claim, state)
  compareAssignments(audit, claim, state)
  compareVerdicts(audit, claim, fingerprints)
}

/** Compares the policy and the scale that a claim pinned with what its first event says; older events did not say it. */
export function comparePins(audit: Audit, claim: ClaimRows, created: AuditEvent | undefined, rules: DeskRules): void {
  const place = `claim ${claim.id}`
  if (!created) return
  const policy = valueIn(created, 'policy')
  const scale = valueIn(created, 'scale')
  if (policy !== undefined) audit.expect(place, 'policy_version', claim.policyVersion, policy)
  else if (!mayHavePinned(rules.policies, claim.policyVersion, claim.createdAt)) {
    audit.report(place, `policy_version is ${claim.policyVersion}, which was not in force when it was created.`)
  }
  if (scale !== undefined) audit.expect(place, 'scale_version', claim.scaleVersion, scale)
  else if (!mayHavePinned(rules.scales, claim.scaleVersion, claim.createdAt)) {
    audit.report(place, `scale_version is ${claim.scaleVersion}, which was not in force when it was created.`)
  }
}

/** A claim is made under its statement's lock and rules under the desk's, so the two may have crossed on the way. */
const CROSSING_MS = 60_000

function mayHavePinned(versions: readonly { version: number; at: Date }[], version: number, at: Date): boolean {
  const since = versions.find(one => one.version === version)?.at.getTime()
  const until = versions.find(one => one.version === version + 1)?.at.getTime() ?? Number.POSITIVE_INFINITY
  return since !== undefined && since <= at.getTime() + CROSSING_MS && at.getTime() - CROSSING_MS <= until
}

function compareRounds(audit: Audit, claim: ClaimRows, state: ClaimState): void {
  for (const row of claim.rounds) {
    const round = state.rounds.find(({ number }) => number === row.number)
    if (round) compareRound(audit, `round ${row.number} of claim ${claim.id}`, row, round)
    else audit.report(`round ${row.number} of claim ${claim.id}`, 'no event says that it was opened.')
  }
  for (const { number } of state.rounds) {
    if (!claim.rounds.some(row => row.number === number)) {
      audit.report(`claim ${claim.id}`, `an event opens round ${number}, and there is no such row.`)
    }
  }
}

function compareRound(audit: Audit, place: string, row: ClaimRows['rounds'][number], round: RoundHistory): void {
  const { outcome } = round
  audit.expect(place, 'state', row.state, round.state)
  audit.expect(place, 'reason', row.reason, round.reason)
  audit.expect(place, 'claim_revision', row.claimRevision, round.claimRevision)
  audit.expect(place, 'opened_at', row.openedAt, round.openedAt)
  audit.expect(place, 'opened_by_id', row.openedById, round.openedById)
  audit.expect(place, 'closed_at', row.closedAt, round.closedAt)
  audit.expect(place, 'closed_by_id', row.closedById, round.closedById)
  audit.expect(place, 'ending', row.ending, round.ending)
  audit.expect(place, 'consensus', row.consensus, outcome?.status ?? null)
  audit.expect(place, 'split_reason', row.splitReason, round.splitReason)
  audit.expect(place, 'rating', row.rating, outcome?.status === 'AGREED' ? outcome.rating : null)
}

function compareAssignments(audit: Audit, claim: ClaimRows, state: ClaimState): void {
  for (const row of claim.assignments) {
    const place = `assignment of member ${row.memberId} to claim ${claim.id}`
    const asked = state.assigned.find(({ memberId }) => memberId === row.memberId)
    if (!asked) {
      audit.report(place, 'no event says that this member is asked.')
      continue
    }
    audit.expect(place, 'assigned_by_id', row.assignedById, asked.byId)
    audit.expect(place, 'assigned_at', row.assignedAt, asked.at)
  }
  for (const { memberId } of state.assigned) {
    if (!claim.assignments.some(row => row.memberId === memberId)) {
      audit.report(`claim ${claim.id}`, `member ${memberId} is asked to rate it, and there is no such row.`)
    }
  }
}

/** What the content hashes of verdicts leave out. */
function compareVerdicts(audit: Audit, claim: ClaimRows, fingerprints: Fingerprints): void {
  for (const verdict of claim.verdicts) {
    const place = `verdict ${verdict.id} of claim ${claim.id}`
    if (!claim.rounds.some(({ number }) => number === verdict.round)) {
      audit.report(place, `the claim has no round ${verdict.round}.`)
    }
    if (verdict.isWithdrawal) {
      audit.expect(place, 'rating', verdict.rating, null)
      audit.expect(place, 'confidence', verdict.confidence, null)
      audit.expect(place, 'rationale', verdict.rationale, '')
      audit.expect(place, 'scale_version', verdict.scaleVersion, null)
      audit.expect(place, 'is_trainee', verdict.isTrainee, false)
      audit.expect(place, 'number of citations', verdict.citations.length, 0)
    } else audit.expect(place, 'scale_version', verdict.scaleVersion, claim.scaleVersion)
    verdict.citations.forEach(({ id, ord, sourceId }, index) => {
      const where = `citation ${id} of verdict ${verdict.id}`
      audit.expect(where, 'ord', ord, index)
      if (!fingerprints.has(sourceId)) audit.report(where, `the desk has no source ${sourceId}.`)
    })
  }
}

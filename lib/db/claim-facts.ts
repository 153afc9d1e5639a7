import type { Actor } from '@/lib/domain/actor'
import { type Action, can, type ResourceOf } from '@/lib/domain/policy'
import type { ClaimFacts } from '@/lib/domain/policy-conditions'
import { countedIn } from '@/lib/domain/round'
import { attendanceOf, type ClaimRecord, castersIn, policyInForce } from './claim-record'

/** What the permission table needs to know of a claim, as seen by the actor: for refusing acts and for showing buttons alike. */
export function claimFacts(record: ClaimRecord, actor: Pick<Actor, 'memberId'>): ClaimFacts {
  const isMine = ({ reviewerId }: { reviewerId: string }) => reviewerId === actor.memberId
  const attendance = attendanceOf(record)
  return {
    stage: record.stage,
    createdById: record.createdById,
    roundState: record.roundState,
    consensus: record.consensus,
    lastAction: record.lastAction,
    count: countedIn(attendance),
    quorum: attendance.quorum,
    castByMe: castersIn(record).some(isMine),
    castEverByMe: record.hasEverCast,
    othersHaveCast: !record.casts.every(isMine),
    recusedMe: record.recusals.some(({ memberId }) => memberId === actor.memberId),
    separationOfDuties: policyInForce(record).separationOfDuties,
    isSuspended: record.suspendedAt !== null,
  }
}

/** Every act on a claim that screens offer, by the action of the permission table that governs it. */
const ACTS = {
  edit: 'claim.edit',
  withdraw: 'claim.withdraw',
  merge: 'claim.merge',
  castVerdict: 'verdict.cast',
  withdrawVerdict: 'verdict.withdraw',
  closeRound: 'round.close',
  startRound: 'round.start',
  assign: 'assignment.set',
  recuse: 'recusal.create',
  decide: 'decision.make',
  reopen: 'claim.reopen',
  comment: 'comment.create',
  lowerQuorum: 'claim.lower-quorum',
  repair: 'claim.repair',
} as const satisfies Record<string, Action>

type Act = keyof typeof ACTS
type Answer = { allowed: boolean; reason: string | null }

/** What the actor may do with the claim now, and why not. */
export function claimPermissions(record: ClaimRecord, actor: Actor): Record<Act, Answer> {
  const facts: ResourceOf<(typeof ACTS)[Act]> = claimFacts(record, actor)
  const answers = Object.entries(ACTS).map(([act, action]) => {
    const answer = can(actor, action, facts)
    return [act, { allowed: answer.allowed, reason: answer.allowed ? null : answer.reason }]
  })
  return Object.fromEntries(answers) // The keys are those of ACTS.
}

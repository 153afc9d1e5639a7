import type { Actor } from '@/lib/domain/actor'
import { singlePublisherVerdicts } from '@/lib/domain/citation'
import { decisionHash } from '@/lib/domain/decision-hash'
import { hasRole } from '@/lib/domain/policy-conditions'
import { isRevealed } from '@/lib/domain/round'
import { claimPermissions } from './claim-facts'
import { asSeated, type People, readPeople } from './claim-people'
import { type ClaimRecord, findClaim } from './claim-record'
import { presentRound } from './claim-rounds'
import { scaleOf } from './claim-scale'
import { summaryOf } from './claim-summary'
import type { Tx } from './client'
import { type ClaimMatter, countedVerdicts, farDissentsIn, readBinding } from './decision-binding'
import { readRecusalReasons } from './recusals'
import { readRounds } from './rounds'
import { type DecisionRow, readSequel } from './sequel'
import { readTargets } from './targets'
import { presentVerdict } from './verdict-view'
import { readVerdicts } from './verdicts'

/** The claim with its rounds and whatever of its verdicts is open to the actor. Throws not-found. */
export async function readMatter(tx: Tx, actor: Actor, claimId: string): Promise<ClaimMatter> {
  const record = await findClaim(tx, actor, claimId)
  return {
    record,
    scale: await scaleOf(tx, actor, record),
    rounds: await readRounds(tx, actor, claimId),
    verdicts: await readVerdicts(tx, actor, [claimId]),
  }
}

/** One claim as the actor may see it. Consistent only within a transaction that holds its lock or a snapshot. Throws not-found. */
export async function readClaim(tx: Tx, actor: Actor, claimId: string) {
  const matter = await readMatter(tx, actor, claimId)
  const { record, scale, rounds, verdicts } = matter
  const people = await readPeople(tx, actor)
  const targets = await readTargets(tx, actor, [claimId])
  const { decisions, reopening, commentCount, openThreads } = await readSequel(tx, actor, claimId)
  const mine = verdicts.filter(({ reviewerId }) => reviewerId === actor.memberId)
  const current = mine.find(({ round }) => round === record.round)
  const earlier = mine.filter(({ round }) => round < record.round).at(-1)
  return {
    ...summaryOf(record, scale, targets.get(claimId) ?? [], actor),
    createdBy: people.of(record.createdById),
    createdAt: record.createdAt.toISOString(),
    revision: record.revision,
    scale: { ...scale, ratings: [...scale.ratings] },
    policy: { version: record.policyVersion, ...record.policy },
    loweredQuorum: record.quorum === null ? null : { quorum: record.quorum, reason: record.quorumReason ?? '' },
    rounds: rounds.map(round => presentRound(matter, round, people)),
    myVerdict: current ? presentVerdict(current, people) : null,
    myLastVerdict: earlier ? presentVerdict(earlier, people) : null,
    assigned: asSeated(people, record.assigned, record.assignedTrainees),
    recused: await presentRecused(tx, actor, record, people),
    decisions: decisions.map(decision => presentDecision(decision, people)),
    ...(await presentDecidable(tx, actor, matter, people)),
    commentCount,
    openThreads,
    reopened:
      reopening === null || record.stage === 'DECIDED'
        ? null
        : { by: people.of(reopening.authorId), at: moment(reopening.at), reason: reopening.reason },
    may: claimPermissions(record, actor),
  }
}

/** What an editor needs before deciding; nothing of it while the round is sealed. */
async function presentDecidable(tx: Tx, actor: Actor, matter: ClaimMatter, people: People) {
  const latest = matter.rounds.at(-1)
  if (!latest || !isRevealed(latest)) return { contentHash: null, flags: null }
  return {
    contentHash: decisionHash(await readBinding(tx, actor, matter, latest)),
    flags: {
      singlePublisher: people.byName(restingOnOnePublisher(matter)),
      farDissents: farDissentsOf(matter, people),
    },
  }
}

/** The reviewers whose verdicts in the latest round rest on fewer than two independent sources. */
function restingOnOnePublisher(matter: ClaimMatter): string[] {
  const counted = countedVerdicts(matter, matter.record.round)
  const flagged = singlePublisherVerdicts(
    counted.map(({ id, rating, citations }) => ({
      id,
      rating,
      citations: citations.map(({ source }) => ({
        sourceId: source.id,
        publisher: source.publisher,
        url: source.url,
      })),
    })),
  )
  return counted.filter(({ id }) => flagged.includes(id)).map(({ reviewerId }) => reviewerId)
}

function farDissentsOf(matter: ClaimMatter, people: People) {
  return farDissentsIn(matter).map(({ reviewerId, ...dissent }) => ({ reviewer: people.of(reviewerId), ...dissent }))
}

/** Everyone sees who stood back; why is for editors, and for who it was. */
async function presentRecused(tx: Tx, actor: Actor, record: ClaimRecord, people: People) {
  if (record.recusals.length === 0) return []
  const reasons = await readRecusalReasons(tx, actor, record.id)
  const mayRead = (memberId: string) => memberId === actor.memberId || hasRole(actor, 'EDITOR')
  return people
    .byName(record.recusals.map(({ memberId }) => memberId))
    .map(person => ({ person, reason: mayRead(person.id) ? (reasons.get(person.id) ?? null) : null }))
}

function presentDecision({ deciderId, at, ...decision }: DecisionRow, people: People) {
  return { ...decision, decider: people.of(deciderId), at: moment(at) }
}

/** PostgreSQL's JSON writes the offset of the session's time zone. */
function moment(text: string): string {
  return new Date(text).toISOString()
}

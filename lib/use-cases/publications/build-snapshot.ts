import {
  type PublishedClaimDto,
  type PublishedCorrectionDto,
  type PublishedReviewDto,
  Snapshot,
  type SnapshotDto,
} from '@/lib/contracts/snapshot'
import type { PublishedContact } from '@/lib/db/contacts'
import type { DecidedClaim, Masthead } from '@/lib/db/snapshot'
import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import { type ConsensusPolicy, withQuorum } from '@/lib/domain/consensus-policy'
import { mergeEvidence } from '@/lib/domain/evidence'
import { countedRoundNumber } from '@/lib/domain/round'
import { type RatingScale, ratingOf } from '@/lib/domain/scale'
import { consensusSentence, type SentencePart } from '@/lib/domain/sentence'
import { counted } from '@/lib/domain/sentence-words'
import { compareSpans } from '@/lib/domain/span-order'
import { publishedNames } from './reviewer-names'

/** What was read for a publication, in one transaction under the statement's lock. */
export type Material = Masthead & {
  text: string
  scales: readonly RatingScale[]
  policies: readonly (ConsensusPolicy & { version: number })[]
  claims: readonly DecidedClaim[]
  /** By claim, the newest question first. */
  contacts: ReadonlyMap<string, readonly PublishedContact[]>
  underReview: readonly PublishedReviewDto[]
  /** Newest first. */
  corrections: readonly PublishedCorrectionDto[]
}

/**
 * Everything readers see of a publication. The schema is an allow-list: confidence, member ids, addresses and whatever
 * else the material holds stay behind. `shuffle` orders the reviewers; the published pseudonyms follow it.
 */
export function buildSnapshot(
  material: Material,
  publication: { number: number; at: Date },
  shuffle: (ids: readonly string[]) => string[],
): SnapshotDto {
  const { desk, statement, text, claims } = material
  const names = publishedNames(claims, desk.namesReviewers, shuffle)
  return Snapshot.parse({
    format: 1,
    publication: { number: publication.number, at: publication.at.toISOString() },
    desk,
    statement: { ...statement, text },
    scales: material.scales,
    policies: material.policies,
    claims: inTextOrder(claims).map((claim, index) => publishedClaim(material, claim, index + 1, names)),
    underReview: material.underReview,
    corrections: material.corrections,
  })
}

function inTextOrder(claims: readonly DecidedClaim[]): DecidedClaim[] {
  const spanOf = ({ id, targets }: DecidedClaim) =>
    targets.map(({ start, end }) => ({ id, start, end })).sort(compareSpans)[0] ?? { id, start: 0, end: 0 }
  return claims.toSorted((one, other) => compareSpans(spanOf(one), spanOf(other)))
}

function publishedClaim(
  material: Material,
  claim: DecidedClaim,
  number: number,
  names: ReadonlyMap<string, string>,
): PublishedClaimDto {
  const { decision } = claim
  const scale = versionOf(material.scales, claim.scaleVersion)
  const policy = withQuorum(versionOf(material.policies, claim.policyVersion), claim.quorum)
  const countedRound = countedRoundNumber(claim.rounds, decision.round)
  const consensus = consensusOf(claim.verdicts, scale, countedRound, policy)
  const agreed = consensus.status === 'AGREED' ? consensus.rating : null
  const verdicts = claim.verdicts
    .map(verdict => ({
      reviewer: names.get(verdict.reviewerId) ?? '',
      rating: verdict.rating,
      rationale: verdict.rationale,
      citations: verdict.citations,
    }))
    .sort((one, other) => byName(one.reviewer, other.reviewer))
  return {
    id: claim.id,
    number,
    claimReviewed: claim.claimReviewed,
    claimant: claim.claimant ?? material.statement.claimant,
    saidOn: claim.saidOn ?? material.statement.saidOn,
    targets: claim.targets,
    action: decision.action,
    // tone is one of the scale's, whatever the decision's column says.
    rating: decision.rating === null ? null : ratingOf(scale, decision.rating),
    explanation: decision.explanation ?? '',
    override: decision.action === 'APPROVE' ? null : { agreed, reason: decision.reason ?? '' },
    ratedAsOf: decision.ratedAsOf,
    decidedAt: decision.at.toISOString(),
    round: decision.round,
    countedRound,
    policyVersion: claim.policyVersion,
    scaleVersion: claim.scaleVersion,
    quorum: policy.quorum,
    quorumReason: claim.quorum === null ? null : claim.quorumReason,
    consensus: {
      status: consensus.status,
      rating: agreed,
      reason: 'reason' in consensus ? consensus.reason : null,
    },
    sentence: [...publishedSentence(consensus, scale)],
    verdicts,
    evidence: mergeEvidence(verdicts.flatMap(({ citations }) => citations)).map(evidence => ({
      ...evidence,
      passages: [...evidence.passages],
    })),
    contact: [...(material.contacts.get(claim.id) ?? [])],
    boundHash: decision.boundHash,
  }
}

/** A claim can be dismissed with too few verdicts in; nobody waits for the rest any more. */
function publishedSentence(consensus: Consensus, scale: RatingScale): readonly SentencePart[] {
  if (consensus.status !== 'AWAITING') return consensusSentence(consensus, scale)
  return [{ text: `Decided with ${counted(consensus.missing, 'verdict')} fewer than agreement needs.` }]
}

function versionOf<T extends { version: number }>(all: readonly T[], version: number): T {
  const found = all.find(one => one.version === version)
  if (!found) throw new RangeError(`version ${version} was not read`)
  return found
}

/** "Reviewer B" before "Reviewer AA": shorter first, then by code unit. */
function byName(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)
}

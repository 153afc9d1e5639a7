import type { ClaimRows } from '@/lib/db/audit-statements'
import { revisionBody } from '@/lib/db/claim-revisions'
import { commentBody, commentResolutionBody, commentRevisionBody } from '@/lib/db/comments'
import { correctionBody } from '@/lib/db/corrections'
import { reviewBody } from '@/lib/db/target-reviews'
import type { Json } from '@/lib/domain/hash'
import type { AuditRow } from './match-rows'

/** Fingerprints of sources by id. */
export type Fingerprints = ReadonlyMap<string, string>

/** A claim's rows with content, and what their hashes must cover. */
export function rowsOfClaim(claim: ClaimRows, fingerprints: Fingerprints): AuditRow[] {
  return [
    ...claim.revisions.map(row => revisionRow(claim, row)),
    ...claim.targets.flatMap(target => (target.review ? [reviewRow(claim, target, target.review)] : [])),
    ...claim.verdicts.map(row => verdictRow(row, fingerprints)),
    ...claim.recusals.map(recusalRow),
    ...claim.quorumLowerings.map(loweringRow),
    ...claim.comments.flatMap(row => [commentRow(row), ...wordingRows(row), ...resolutionRows(row)]),
    ...claim.decisions.map(decisionRow),
    ...claim.reopenings.map(reopeningRow),
    ...claim.corrections.map(correctionRow),
  ]
}

/** The passages that a revision chose, in the text that it was written for. */
export function chosenTargets({ targets }: ClaimRows, revision: number): ClaimRows['targets'] {
  const ofRevision = targets.filter(({ claimRevision }) => claimRevision === revision)
  const written = Math.min(...ofRevision.map(({ versionNumber }) => versionNumber))
  return ofRevision.filter(({ versionNumber }) => versionNumber === written)
}

function revisionRow(claim: ClaimRows, row: ClaimRows['revisions'][number]): AuditRow {
  const { number, salt, contentHash, authorId: by, at } = row
  const targets = chosenTargets(claim, number)
  return {
    table: 'claim_revision',
    place: `revision ${number} of claim ${claim.id}`,
    key: `${row.claimId} ${number}`,
    type: 'claim-revision',
    body: revisionBody(number, targets[0]?.versionNumber ?? 0, { ...row, targets }),
    salt,
    contentHash,
    by,
    at,
  }
}

type TargetRow = ClaimRows['targets'][number]

function reviewRow(claim: ClaimRows, target: TargetRow, row: NonNullable<TargetRow['review']>): AuditRow {
  return {
    table: 'target_review',
    place: `review of passage ${target.id} of claim ${claim.id}`,
    key: row.targetId,
    type: 'target-review',
    body: reviewBody(row),
    salt: row.salt,
    contentHash: row.contentHash,
    by: row.authorId,
    at: row.at,
    ids: { version: target.versionNumber },
  }
}

function verdictRow(row: ClaimRows['verdicts'][number], fingerprints: Fingerprints): AuditRow {
  const { id, claimId, round, reviewerId, revision, salt, contentHash, castAt: at } = row
  return {
    table: 'verdict',
    place: `verdict ${id} of claim ${claimId}`,
    key: id,
    type: 'verdict',
    body: { claimId, round, reviewerId, revision, ...verdictBody(row, fingerprints) },
    salt,
    contentHash,
    by: reviewerId,
    at,
    ids: row.isWithdrawal ? { round } : { round, revision },
  }
}

function verdictBody(row: ClaimRows['verdicts'][number], fingerprints: Fingerprints): { [key: string]: Json } {
  if (row.isWithdrawal) return { isWithdrawal: true }
  const { scaleVersion, rating, confidence, rationale } = row
  const citations = row.citations.map(({ sourceId, stance, quote, note }) => ({
    source: fingerprints.get(sourceId) ?? null,
    stance,
    quote,
    note,
  }))
  return { scaleVersion, rating, confidence, rationale, citations, ...(row.isTrainee ? { isTrainee: true } : {}) }
}

function recusalRow(row: ClaimRows['recusals'][number]): AuditRow {
  const { claimId, memberId, fromRound, reason, salt, contentHash, at } = row
  return {
    table: 'recusal',
    place: `recusal of member ${memberId} from claim ${claimId}`,
    key: `${claimId} ${memberId}`,
    type: 'recusal',
    body: { claimId, fromRound, reason, memberId },
    salt,
    contentHash,
    by: memberId,
    at,
    ids: { fromRound },
  }
}

function loweringRow(row: ClaimRows['quorumLowerings'][number]): AuditRow {
  const { claimId, number, quorum, reason, authorId, salt, contentHash, at } = row
  return {
    table: 'quorum_lowering',
    place: `lowering ${number} of the quorum of claim ${claimId}`,
    key: `${claimId} ${number}`,
    type: 'quorum-lowering',
    body: { claimId, number, quorum, reason, authorId },
    salt,
    contentHash,
    by: authorId,
    at,
    ids: { quorum },
  }
}

function commentRow(row: ClaimRows['comments'][number]): AuditRow {
  const { id, claimId, round, authorId, salt, contentHash, at } = row
  return {
    table: 'comment',
    place: `comment ${id} on claim ${claimId}`,
    key: id,
    type: 'comment',
    body: commentBody(row),
    salt,
    contentHash,
    by: authorId,
    at,
    ids: { round },
  }
}

function wordingRows({ id, claimId, revisions }: ClaimRows['comments'][number]): AuditRow[] {
  return revisions.map(row => ({
    table: 'comment_revision',
    place: `wording ${row.number} of comment ${id} on claim ${claimId}`,
    key: `${id} ${row.number}`,
    type: 'comment-revision',
    body: commentRevisionBody(row),
    salt: row.salt,
    contentHash: row.contentHash,
    by: row.authorId,
    at: row.at,
  }))
}

function resolutionRows({ id, claimId, resolutions }: ClaimRows['comments'][number]): AuditRow[] {
  return resolutions.map(row => ({
    table: 'comment_resolution',
    place: `resolution ${row.number} of comment ${id} on claim ${claimId}`,
    key: `${id} ${row.number}`,
    type: 'comment-resolution',
    body: commentResolutionBody(row),
    salt: row.salt,
    contentHash: row.contentHash,
    by: row.authorId,
    at: row.at,
  }))
}

/** Of a claim, or of a statement as a whole. */
export function correctionRow(row: ClaimRows['corrections'][number]): AuditRow {
  const { id, statementId, number, kind, publicationId, salt, contentHash, authorId: by, at } = row
  return {
    table: 'correction',
    place: `correction ${id} of statement ${statementId}`,
    key: id,
    type: 'correction',
    body: correctionBody(row),
    salt,
    contentHash,
    by,
    at,
    ids: { number, kind, publicationId },
  }
}

function decisionRow(row: ClaimRows['decisions'][number]): AuditRow {
  const { id, claimId, number, round, action, scaleVersion, rating, salt, contentHash, deciderId, at } = row
  const { explanation, reason, ratedAsOf, boundHash } = row
  return {
    table: 'decision',
    place: `decision ${id} (number ${number}) of claim ${claimId}`,
    key: id,
    type: 'decision',
    body: {
      round,
      action,
      scaleVersion,
      rating,
      explanation,
      reason,
      ratedAsOf,
      boundHash,
      claimId,
      number,
      deciderId,
    },
    salt,
    contentHash,
    by: deciderId,
    at,
    ids: { round, action },
  }
}

function reopeningRow(row: ClaimRows['reopenings'][number]): AuditRow {
  const { id, claimId, decisionId, authorId, reason, salt, contentHash, at } = row
  return {
    table: 'reopening',
    place: `reopening ${id} of claim ${claimId}`,
    key: id,
    type: 'reopening',
    body: { claimId, decisionId, authorId, reason },
    salt,
    contentHash,
    by: authorId,
    at,
    ids: { decisionId },
  }
}

import { z } from 'zod'
import { RATING_TONES } from '@/lib/domain/scale'
import {
  CONSENSUS_STATUSES,
  CONTACT_CHANNELS,
  CONTACT_RESULTS,
  CORRECTION_KINDS,
  DECISION_ACTIONS,
  DIRECTIONS,
  SPLIT_REASONS,
  STANCES,
} from '@/lib/domain/vocabulary'
import { Sentence } from './people'
import { Policy } from './policies'
import { Timestamp } from './scalars'
import { Scale } from './scales'

/**
 * Everything readers of a publication see, and nothing else. An allow-list: what is not named here is never published.
 * Reviewers appear under pseudonyms that are random for each publication, or by name where the desk chose so.
 */
const PublishedSource = z.object({
  title: z.string(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  url: z.string().nullable(),
  reference: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  retrievedOn: z.string().nullable(),
  interest: z.string().nullable(),
})

const PublishedCitation = z.object({
  stance: z.enum(STANCES),
  quote: z.string().nullable(),
  note: z.string().nullable(),
  source: PublishedSource,
})

/** One source and what it does to the claim, with every passage that the reviewers took from it. */
const PublishedEvidence = z.object({
  stance: z.enum(STANCES),
  source: PublishedSource,
  passages: z.array(z.object({ quote: z.string().nullable(), note: z.string().nullable() })),
})
export type PublishedEvidenceDto = z.infer<typeof PublishedEvidence>

const PublishedVerdict = z.object({
  reviewer: z.string(),
  rating: z.string(),
  rationale: z.string(),
  citations: z.array(PublishedCitation),
})

/** A question to the claimant and what came of it: who asked, and what the desk noted, is not published. */
const PublishedContact = z.object({
  askedOn: z.string(),
  channel: z.enum(CONTACT_CHANNELS),
  /** Who was asked. */
  asked: z.string(),
  deadlineOn: z.string().nullable(),
  /** Null while nothing had come of it. */
  result: z.enum(CONTACT_RESULTS).exclude(['RECORDED_IN_ERROR']).nullable(),
  on: z.string().nullable(),
  reply: z.string().nullable(),
  source: PublishedSource.nullable(),
})
export type PublishedContactDto = z.infer<typeof PublishedContact>

/** What the rule says of the published verdicts, whatever the editor then decided. */
const PublishedConsensus = z.object({
  status: z.enum(CONSENSUS_STATUSES),
  /** The rating agreed on; null where there is none. */
  rating: z.string().nullable(),
  /** The clause that failed; null unless the reviewers are split. */
  reason: z.enum(SPLIT_REASONS).nullable(),
})

const PublishedTarget = z.object({
  id: z.string(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
})

const PublishedRating = z.object({
  key: z.string(),
  label: z.string(),
  definition: z.string(),
  tone: z.enum(RATING_TONES),
})

export const PublishedClaim = z.object({
  id: z.string(),
  number: z.int(),
  claimReviewed: z.string(),
  /** Who is published as making it: the statement’s claimant unless the claim names another. */
  claimant: z.string(),
  saidOn: z.string().nullable(),
  targets: z.array(PublishedTarget),
  action: z.enum(DECISION_ACTIONS),
  /** Null for a claim that was dismissed, or resolved without a rating. */
  rating: PublishedRating.nullable(),
  explanation: z.string(),
  /** Where an editor did otherwise than approve: the key of the rating the reviewers had agreed on, if any, and why. */
  override: z.object({ agreed: z.string().nullable(), reason: z.string() }).nullable(),
  ratedAsOf: z.string().nullable(),
  decidedAt: Timestamp,
  round: z.int(),
  /** The round's number among the counted ones, which the rule asks for. */
  countedRound: z.int(),
  policyVersion: z.int(),
  scaleVersion: z.int(),
  quorum: z.int(),
  quorumReason: z.string().nullable(),
  /** Not in publications from before it was written down. */
  consensus: PublishedConsensus.optional(),
  sentence: Sentence,
  verdicts: z.array(PublishedVerdict),
  /** The evidence of all verdicts, each source once for each stance. */
  evidence: z.array(PublishedEvidence),
  /** When the claimant was asked, the newest question first. Not in publications from before it was written down. */
  contact: z.array(PublishedContact).default([]),
  /** What the decision was bound to: SHA-256 over exactly what was decided on. */
  boundHash: z.string(),
})
export type PublishedClaimDto = z.infer<typeof PublishedClaim>

/** A claim that an earlier publication showed and that had been taken up again, undecided, when this one was made. */
const PublishedReview = z.object({
  id: z.string(),
  /** As it was published last, like all that follows. */
  claimReviewed: z.string(),
  /** Of the statement’s version with that number. */
  targets: z.array(PublishedTarget),
  versionNumber: z.int(),
  action: z.enum(DECISION_ACTIONS),
  /** Null for a claim that had been dismissed, or resolved without a rating. */
  rating: PublishedRating.nullable(),
  publication: z.int(),
  since: Timestamp,
})
export type PublishedReviewDto = z.infer<typeof PublishedReview>

const PublishedCorrection = z.object({
  /** 1, 2, 3 … for the statement. */
  number: z.int(),
  kind: z.enum(CORRECTION_KINDS),
  at: Timestamp,
  /** Number of the publication that brought it, or that it was added to. */
  publication: z.int(),
  whatChanged: z.string(),
  why: z.string(),
  /** The claim with its sentence as readers knew it then; null where it concerns the statement as a whole. */
  claim: z.object({ id: z.string(), claimReviewed: z.string() }).nullable(),
})
export type PublishedCorrectionDto = z.infer<typeof PublishedCorrection>

export const Snapshot = z.object({
  format: z.literal(1),
  publication: z.object({ number: z.int(), at: Timestamp }),
  desk: z.object({
    name: z.string(),
    funding: z.string(),
    correctionsPolicy: z.string(),
    contactEmail: z.string().nullable(),
    /** Whether reviewers appear by name; otherwise under pseudonyms. */
    namesReviewers: z.boolean(),
    isSample: z.boolean(),
  }),
  statement: z.object({
    id: z.string(),
    title: z.string(),
    claimant: z.string(),
    claimantRole: z.string().nullable(),
    appearance: z.string().nullable(),
    saidOn: z.string().nullable(),
    language: z.string(),
    direction: z.enum(DIRECTIONS),
    context: z.string().nullable(),
    versionNumber: z.int(),
    text: z.string(),
    sha256: z.string(),
    retrievedAt: Timestamp,
    /** Why there is a new text. Not in publications from before it was written down, nor where nobody said why. */
    textNote: z.string().optional(),
  }),
  scales: z.array(Scale),
  policies: z.array(Policy),
  claims: z.array(PublishedClaim),
  /** Not in publications from before it was written down, like the corrections. */
  underReview: z.array(PublishedReview).default([]),
  /** All corrections of the statement so far, newest first. */
  corrections: z.array(PublishedCorrection).default([]),
})
export type SnapshotDto = z.infer<typeof Snapshot>

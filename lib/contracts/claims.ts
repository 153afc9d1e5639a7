import { z } from 'zod'
import { MAX_QUORUM, MIN_QUORUM } from '@/lib/domain/consensus-policy'
import { RATING_TONES } from '@/lib/domain/scale'
import { MAX_SPAN_LENGTH } from '@/lib/domain/selectors'
import {
  ANCHOR_STATES,
  CLAIM_STAGES,
  CLAIM_STATUSES,
  CONFIDENCES,
  CONSENSUS_STATUSES,
  DECISION_ACTIONS,
  ROUND_ENDINGS,
  ROUND_STATES,
} from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Permission, Person, Sentence } from './people'
import { Policy } from './policies'
import {
  Id,
  NullablePartialDate,
  nullableText,
  OptionalPartialDate,
  optionalText,
  requiredText,
  Timestamp,
  Version,
} from './scalars'
import { Citation, CitationInput } from './sources'

/** A span by its offsets (UTF-16 units of the canonical text), by its quote, or both; both must then agree. */
export const TargetInput = z.union([
  z.strictObject({ start: z.int().min(0), end: z.int().min(0), exact: z.string().max(MAX_SPAN_LENGTH).optional() }),
  z.strictObject({
    exact: z.string().min(1).max(MAX_SPAN_LENGTH),
    prefix: z.string().max(200).optional(),
    suffix: z.string().max(200).optional(),
  }),
])
const TargetInputs = z
  .array(TargetInput)
  .min(1, 'Select the passage first.')
  .max(20, 'A claim has at most 20 passages.')

export const Target = z
  .object({
    id: Id,
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int(),
    end: z.int(),
    anchorState: z.enum(ANCHOR_STATES),
    /** Number of the paragraph in which it begins. */
    paragraph: z.int(),
  })
  .meta({ id: 'Target' })
export type TargetDto = z.infer<typeof Target>

/** What everyone may know of a round, sealed or not. Trainees are in no number. */
export const RoundSummary = z
  .object({
    number: z.int(),
    state: z.enum(ROUND_STATES),
    cast: z.int(),
    missing: z.int(),
    quorum: z.int(),
  })
  .meta({ id: 'RoundSummary' })

export const ClaimSummary = z
  .object({
    id: Id,
    statementId: Id,
    claimReviewed: z.string(),
    claimant: z.string().nullable(),
    saidOn: z.string().nullable(),
    targets: z.array(Target),
    stage: z.enum(CLAIM_STAGES),
    status: z.enum(CLAIM_STATUSES),
    /** Agreed or decided rating; null while there is none to show. */
    rating: z.object({ key: z.string(), label: z.string(), tone: z.enum(RATING_TONES) }).nullable(),
    round: RoundSummary,
    needsMyVerdict: z.boolean(),
    iHaveCast: z.boolean(),
    mayDecide: z.boolean(),
    /** Waits for the caller as an editor: for their decision, or, split or returned, for its next round. */
    needsEditor: z.boolean(),
    mergedIntoId: Id.nullable(),
    version: Version,
  })
  .meta({ id: 'ClaimSummary' })
export type ClaimSummaryDto = z.infer<typeof ClaimSummary>

const Rating = z
  .object({
    key: z.string(),
    label: z.string(),
    definition: z.string(),
    position: z.int().nullable(),
    tone: z.enum(RATING_TONES),
    requiresCitation: z.boolean(),
  })
  .meta({ id: 'Rating' })

export const Scale = z
  .object({ version: z.int(), name: z.string(), ratings: z.array(Rating) })
  .meta({ id: 'RatingScale' })
export type ScaleDto = z.infer<typeof Scale>

export const Verdict = z
  .object({
    id: Id,
    reviewer: Person,
    rating: z.string(),
    confidence: z.enum(CONFIDENCES),
    rationale: z.string(),
    citations: z.array(Citation),
    /** Cast by a trainee: seen with the others, never counted. */
    isTrainee: z.boolean(),
    castAt: Timestamp,
  })
  .meta({ id: 'Verdict' })
export type VerdictDto = z.infer<typeof Verdict>

/** Someone asked to rate a claim, or who has. No round waits for a trainee, nor counts one. */
const Seated = Person.extend({ isTrainee: z.boolean() }).meta({ id: 'Seated' })
export type SeatedDto = z.infer<typeof Seated>

export const Round = RoundSummary.extend({
  /** Why it was opened. */
  reason: z.enum(['FIRST', 'SPLIT', 'RETURNED', 'CLAIM_CHANGED', 'REOPENED']),
  openedAt: Timestamp,
  closedAt: Timestamp.nullable(),
  ending: z.enum(ROUND_ENDINGS).nullable(),
  /** Its number among the rounds that count, from 1: what the rule asks for. */
  countedRound: z.int(),
  /** Who has cast, trainees too: known to all, also while sealed. */
  castBy: z.array(Seated),
  /** Everyone's verdicts once closed; while sealed, or when abandoned, the caller's own alone. */
  verdicts: z.array(Verdict),
  consensus: z.enum(CONSENSUS_STATUSES),
  rating: z.string().nullable(),
  /** What the status is and why, in one sentence. */
  sentence: Sentence,
  /** Which clause of the rule decided it; null while sealed. */
  clause: z.string().nullable(),
  /** The least that would change it: verdicts that differ, or, while it is open, what ends the wait. Null where nothing can be said. */
  change: Sentence.nullable(),
}).meta({ id: 'Round' })
export type RoundDto = z.infer<typeof Round>

export const Decision = z
  .object({
    id: Id,
    action: z.enum(DECISION_ACTIONS),
    rating: z.string().nullable(),
    explanation: z.string().nullable(),
    reason: z.string().nullable(),
    ratedAsOf: z.string().nullable(),
    decider: Person,
    at: Timestamp,
    round: z.int(),
    boundHash: z.string(),
  })
  .meta({ id: 'Decision' })
export type DecisionDto = z.infer<typeof Decision>

const CLAIM_ACTS = [
  'edit',
  'withdraw',
  'merge',
  'castVerdict',
  'withdrawVerdict',
  'closeRound',
  'startRound',
  'assign',
  'recuse',
  'decide',
  'reopen',
  'comment',
  'lowerQuorum',
] as const

export const Claim = ClaimSummary.extend({
  createdBy: Person,
  createdAt: Timestamp,
  revision: z.int(),
  scale: Scale,
  policy: Policy,
  /** A quorum lowered for this claim, with its published reason. */
  loweredQuorum: z.object({ quorum: z.int(), reason: z.string() }).nullable(),
  /** Oldest first; the last one is the current one. */
  rounds: z.array(Round),
  /** The caller's own verdict in the current round. */
  myVerdict: Verdict.nullable(),
  /** The caller's last verdict of an earlier round, to start from. */
  myLastVerdict: Verdict.nullable(),
  assigned: z.array(Seated),
  recused: z.array(z.object({ person: Person, reason: z.string().nullable() })),
  /** Oldest first; the last one stands while the stage is DECIDED. */
  decisions: z.array(Decision),
  /** Hash of exactly what a decision would be bound to; null while a round is open. */
  contentHash: z.string().nullable(),
  /** What an editor should look at before approving; null while a round is open. */
  flags: z
    .object({
      /** Whose verdicts rest on fewer than two sources that do not share a publisher, those without a source among them. */
      singlePublisher: z.array(Person),
      /** Verdicts far from what was agreed, which the explanation must answer: `evidence` numbers what each alone cites. */
      farDissents: z.array(z.object({ reviewer: Person, rating: z.string(), evidence: z.array(z.int()) })),
    })
    .nullable(),
  commentCount: z.int(),
  /** Threads of its discussion that nobody has settled. */
  openThreads: z.int(),
  reopened: z.object({ by: Person, at: Timestamp, reason: z.string() }).nullable(),
  may: z.record(z.enum(CLAIM_ACTS), Permission),
}).meta({ id: 'Claim' })
export type ClaimDto = z.infer<typeof Claim>

const claimId = { claimId: Id }
const wording = {
  claimReviewed: requiredText(500),
  claimant: optionalText(300),
  saidOn: OptionalPartialDate,
}

export const listClaimsContract = defineContract(
  'listClaims',
  'GET /statements/{statementId}/claims',
  'All claims of a statement in text order. Withdrawn and merged ones come with `ended=true`.',
  z.strictObject({ statementId: Id, ended: z.enum(['true', 'false']).default('false') }),
  z.object({ items: z.array(ClaimSummary), seq: z.int() }),
)

export const createClaimContract = defineContract(
  'createClaim',
  'POST /statements/{statementId}/claims',
  'Highlights one or more passages and says in one sentence what they claim. Opens the first sealed round.',
  z.strictObject({ statementId: Id, versionNumber: z.int().min(1).optional(), ...wording, targets: TargetInputs }),
  Claim,
  { status: 201 },
)

export const readClaimContract = defineContract(
  'readClaim',
  'GET /claims/{claimId}',
  'One claim with its rounds, as far as they are open to the caller.',
  z.strictObject(claimId),
  Claim,
)

export const editClaimContract = defineContract(
  'editClaim',
  'PATCH /claims/{claimId}',
  'Changes the sentence or the passages. If a verdict has been cast, the round is abandoned and the next one starts.',
  z.strictObject({
    ...claimId,
    version: Version,
    claimReviewed: wording.claimReviewed.optional(),
    claimant: nullableText(300).optional(),
    saidOn: NullablePartialDate.optional(),
    targets: TargetInputs.optional(),
  }),
  Claim,
)

export const withdrawClaimContract = defineContract(
  'withdrawClaim',
  'DELETE /claims/{claimId}',
  'Withdraws the claim. Its history is kept.',
  z.strictObject({ ...claimId, version: z.coerce.number().int().min(1).optional() }),
  Claim,
)

export const mergeClaimContract = defineContract(
  'mergeClaim',
  'POST /claims/{claimId}/merge',
  'Merges a duplicate into another claim of the same statement, which keeps its own passages and gains these.',
  z.strictObject({ ...claimId, intoId: Id, version: Version }),
  Claim,
)

export const lowerQuorumContract = defineContract(
  'lowerQuorum',
  'PUT /claims/{claimId}/quorum',
  `Lowers the quorum of this claim, never below ${MIN_QUORUM}. The reason is published.`,
  z.strictObject({
    ...claimId,
    version: Version,
    quorum: z
      .int()
      .min(MIN_QUORUM, `One rating is never called consensus: the lowest quorum is ${MIN_QUORUM}.`)
      .max(MAX_QUORUM),
    reason: requiredText(1_000),
  }),
  Claim,
)

export const castVerdictContract = defineContract(
  'castVerdict',
  'PUT /claims/{claimId}/verdict',
  'Casts or replaces the caller’s own verdict in the open round. Sealed until the round closes.',
  z.strictObject({
    ...claimId,
    /** The claim’s version the reviewer saw. */
    version: Version,
    rating: z.string().min(1, 'Choose a rating.').max(60),
    confidence: z.enum(CONFIDENCES),
    rationale: requiredText(10_000),
    citations: z.array(CitationInput).max(30, 'A verdict has at most 30 citations.'),
  }),
  Claim,
)

export const withdrawVerdictContract = defineContract(
  'withdrawVerdict',
  'DELETE /claims/{claimId}/verdict',
  'Takes the caller’s own verdict back while the round is open.',
  z.strictObject(claimId),
  Claim,
)

export const startRoundContract = defineContract(
  'startRound',
  'POST /claims/{claimId}/rounds',
  'Starts the next sealed round of a split or returned claim.',
  z.strictObject({ ...claimId, version: Version }),
  Claim,
  { status: 201 },
)

export const closeRoundContract = defineContract(
  'closeRound',
  'POST /claims/{claimId}/rounds/current/close',
  'Closes the open round at quorum; all verdicts open together.',
  z.strictObject({ ...claimId, version: Version }),
  Claim,
)

export const decideClaimContract = defineContract(
  'decideClaim',
  'POST /claims/{claimId}/decision',
  'Approves, overrides, resolves, returns or dismisses, bound to the content hash that was shown.',
  z.strictObject({
    ...claimId,
    action: z.enum(DECISION_ACTIONS),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'Send the contentHash of the claim as you read it.'),
    /** For RESOLVE null says that no rating is supported by the evidence; left out, a resolution is refused. */
    rating: z
      .string()
      .max(60)
      .nullable()
      .optional()
      .describe('For RESOLVE: null where no rating is supported by the evidence. Left out, a resolution is refused.'),
    explanation: optionalText(10_000),
    reason: optionalText(4_000),
    ratedAsOf: OptionalPartialDate,
  }),
  Claim,
  { status: 201 },
)

export const reopenClaimContract = defineContract(
  'reopenClaim',
  'POST /claims/{claimId}/reopen',
  'Takes a decided claim up again; a new sealed round starts.',
  z.strictObject({ ...claimId, version: Version, reason: requiredText(1_000) }),
  Claim,
  { status: 201 },
)

import { z } from 'zod'
import { MAX_QUORUM, MIN_QUORUM } from '@/lib/domain/consensus-policy'
import { RATING_TONES } from '@/lib/domain/scale'
import { MAX_SPAN_LENGTH } from '@/lib/domain/selectors'
import { ANCHOR_STATES, CLAIM_STAGES, CLAIM_STATUSES } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Permission, Person } from './people'
import { Policy } from './policies'
import { Decision, Round, RoundSummary, Seated, Verdict } from './rounds'
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
import { Scale } from './scales'

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
    /** Where the current text changed or lost it: as it was last accepted, and in which version. Null where it stands. */
    was: z.object({ versionNumber: z.int(), exact: z.string() }).nullable(),
  })
  .meta({ id: 'Target' })
export type TargetDto = z.infer<typeof Target>

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
    /** Since when a passage of it has not stood in the current text: until a person has decided, nothing of it goes on. */
    suspendedAt: Timestamp.nullable(),
    version: Version,
  })
  .meta({ id: 'ClaimSummary' })
export type ClaimSummaryDto = z.infer<typeof ClaimSummary>

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
  'repair',
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

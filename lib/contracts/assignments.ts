import { z } from 'zod'
import { ASSIGNMENT_MODES } from '@/lib/domain/plan-assignments'
import { Claim, ClaimSummary } from './claims'
import { defineContract } from './contract'
import { Person } from './people'
import { Id, requiredText } from './scalars'
import { planMarks } from './statements'

const claimId = { claimId: Id }
const statementId = { statementId: Id }
const MemberIds = z.array(Id).max(50, 'Choose at most 50 members.')

export const assignReviewersContract = defineContract(
  'assignReviewers',
  'PUT /claims/{claimId}/assignment',
  'Says who is asked to rate the claim; the list replaces the earlier one.',
  z.strictObject({ ...claimId, memberIds: z.array(Id).max(50) }),
  Claim,
)

export const recuseContract = defineContract(
  'recuse',
  'POST /claims/{claimId}/recusal',
  'Stands back from the claim. Before the reveal it withdraws one’s verdict; afterwards it applies from the next round.',
  z.strictObject({ ...claimId, reason: requiredText(1_000) }),
  Claim,
  { status: 201 },
)

/** Who may be asked, and how much each has to do. */
const Askable = Person.extend({
  isTrainee: z.boolean(),
  /** How many claims of the whole desk wait for them by name. */
  load: z.int(),
}).meta({ id: 'AskableMember' })
export type AskableDto = z.infer<typeof Askable>

/** A claim whose round is open, with who is asked and who has come: ids of members. */
const AskedClaim = z
  .object({
    id: Id,
    claimReviewed: z.string(),
    asked: z.array(Id),
    cast: z.array(Id),
    castTrainees: z.array(Id),
    recused: z.array(Id),
  })
  .meta({ id: 'AskedClaim' })

/** Who rates the claims that are highlighted later; null where each is assigned by itself. */
const LaterReviewers = z.object({ memberIds: z.array(Id), perClaim: z.int().nullable() }).nullable()

export const Assignments = z
  .object({ members: z.array(Askable), claims: z.array(AskedClaim), later: LaterReviewers })
  .meta({ id: 'Assignments' })
export type AssignmentsDto = z.infer<typeof Assignments>

export const readAssignmentsContract = defineContract(
  'readAssignments',
  'GET /statements/{statementId}/assignment',
  'Who is asked to rate which claim of a statement, and how much every member has to do: what an assignment starts from.',
  z.strictObject(statementId),
  Assignments,
)

export const spreadReviewersContract = defineContract(
  'spreadReviewers',
  'PUT /statements/{statementId}/assignment',
  'Asks members to rate many claims at once: all of them each, or `perClaim` each, spread evenly. Trainees come in addition.',
  z.strictObject({
    ...statementId,
    memberIds: MemberIds,
    /** So many reviewers a claim, counting who is asked already or has cast; null for all of them. */
    perClaim: z.int().min(1).max(50).nullable(),
    /** Left out: every claim whose round is open. */
    claimIds: z.array(Id).min(1).max(10_000).optional(),
    mode: z.enum(ASSIGNMENT_MODES).default('ADD'),
    /** Whether claims that are highlighted later are assigned in the same way. */
    alsoNew: z.boolean().default(false),
  }),
  z.object({
    /** In text order. */
    items: z.array(
      z.object({
        claimId: Id,
        claimReviewed: z.string(),
        added: z.array(Person),
        removed: z.array(Person),
        /** How many reviewers it lacks of those that were wanted, and why. */
        missing: z.int(),
        why: z.string().nullable(),
      }),
    ),
    later: LaterReviewers,
  }),
)

/** One claim that waits for the caller, wherever it stands. */
export const QueueItem = z
  .object({ claim: ClaimSummary, statement: z.object({ id: Id, title: z.string(), ...planMarks }) })
  .meta({ id: 'QueueItem' })
export type QueueItemDto = z.infer<typeof QueueItem>

export const readQueueContract = defineContract(
  'readQueue',
  'GET /queue',
  'What waits for the caller: claims that need their verdict, in the order of `/queue/next`, or (`of=decisions`) their decision.',
  z.strictObject({ of: z.enum(['verdicts', 'decisions']).default('verdicts') }),
  z.object({ items: z.array(QueueItem).max(200), total: z.int() }),
)

export const readNextClaimContract = defineContract(
  'readNextClaim',
  'GET /queue/next',
  'The claim the caller best rates next, or null: what they are asked for by name first, then where fewest verdicts are in.',
  z.strictObject({
    /** Only of this statement. */
    statementId: Id.optional(),
    /** Not this claim, but the one after it. */
    after: Id.optional(),
  }),
  z.object({ item: QueueItem.nullable() }),
)

import { z } from 'zod'
import { HISTORY_GROUPS } from '@/lib/domain/history-lines'
import { RATING_TONES } from '@/lib/domain/scale'
import {
  ANCHOR_STATES,
  CLAIM_STAGES,
  CLAIM_STATUSES,
  DIRECTIONS,
  ROUND_ENDINGS,
  ROUND_STATES,
} from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Person, Sentence } from './people'
import { Decision, Verdict } from './rounds'
import { Id, PageSize, Timestamp } from './scalars'

/** A rating as a sentence wears it. */
const Worn = z.object({ key: z.string(), label: z.string(), tone: z.enum(RATING_TONES) })

/** One event of a statement's history, told in a sentence. */
export const HistoryLine = z
  .object({
    seq: z.int(),
    type: z.string(),
    /** What it is about; null for an event of a later version. */
    group: z.enum(HISTORY_GROUPS).nullable(),
    at: Timestamp,
    /** Who acted; null for nobody in particular, and for who cast in a round that is sealed. */
    actor: Person.nullable(),
    /** The claim it concerns, in its present wording. */
    claim: z.object({ id: Id, claimReviewed: z.string() }).nullable(),
    line: Sentence,
    /** The ratings that the line names. */
    ratings: z.array(Worn),
    hash: z.string(),
  })
  .meta({ id: 'HistoryLine' })
export type HistoryLineDto = z.infer<typeof HistoryLine>

/** The groups that a statement's own history knows. */
export const STATEMENT_GROUPS = HISTORY_GROUPS.filter(group => group !== 'desk')

export const readHistoryContract = defineContract(
  'readHistory',
  'GET /statements/{statementId}/history',
  'What happened to a statement, newest first, each event in a sentence. Go on with `before`, the last `seq` of the page.',
  z.strictObject({
    statementId: Id,
    claimId: Id.optional(),
    group: z.enum(STATEMENT_GROUPS).optional(),
    /** Only what this member did, as far as one may know it. */
    memberId: Id.optional(),
    before: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
    limit: PageSize.default(50),
  }),
  z.object({
    items: z.array(HistoryLine),
    /** Whether there is more before the last item. */
    hasMore: z.boolean(),
  }),
)

const RoundThen = z.object({
  number: z.int(),
  state: z.enum(ROUND_STATES),
  ending: z.enum(ROUND_ENDINGS).nullable(),
  openedAt: Timestamp,
  closedAt: Timestamp.nullable(),
  /** What it said; null where it was open, and where it was abandoned. */
  sentence: Sentence.nullable(),
  /** Those of a round that had closed and opened to the desk; of no other any. */
  verdicts: z.array(Verdict),
})

const ClaimThen = z
  .object({
    id: Id,
    claimReviewed: z.string(),
    claimant: z.string().nullable(),
    saidOn: z.string().nullable(),
    /** Its passages as they stood in that text, in text order; a lost one is empty, at the place where it had stood. */
    quotes: z.array(z.object({ start: z.int(), end: z.int(), exact: z.string(), anchorState: z.enum(ANCHOR_STATES) })),
    /** Since when a passage of it had not stood in the text by then. */
    suspendedAt: Timestamp.nullable(),
    stage: z.enum(CLAIM_STAGES),
    status: z.enum(CLAIM_STATUSES),
    /** Agreed or decided by then; null while there was none to show. */
    rating: Worn.nullable(),
    mergedIntoId: Id.nullable(),
    /** Oldest first. */
    rounds: z.array(RoundThen),
    /** The decision that stood. */
    decision: Decision.nullable(),
    /** The ratings that its sentences name. */
    ratings: z.array(Worn),
  })
  .meta({ id: 'ClaimThen' })
export type ClaimThenDto = z.infer<typeof ClaimThen>

const YEAR_ONE = Date.parse('0001-01-01T00:00:00Z')

export const readAsOfContract = defineContract(
  'readAsOf',
  'GET /statements/{statementId}/as-of',
  'The statement and its claims as they stood at a moment. Of rounds that were sealed then, only that they were open.',
  z.strictObject({
    statementId: Id,
    at: z.iso
      .datetime({ offset: true, error: 'Give a moment such as 2026-03-01T12:00:00Z.' })
      // Also where an offset leads there: PostgreSQL knows no year 0.
      .refine(text => new Date(text).getTime() >= YEAR_ONE, 'There was no year 0.'),
  }),
  z.object({
    at: Timestamp,
    /** Of the last event by then. */
    seq: z.int(),
    statement: z.object({
      id: Id,
      title: z.string(),
      claimant: z.string(),
      claimantRole: z.string().nullable(),
      appearance: z.string().nullable(),
      saidOn: z.string().nullable(),
      language: z.string(),
      direction: z.enum(DIRECTIONS),
      context: z.string().nullable(),
      versionNumber: z.int(),
      sha256: z.string(),
      text: z.string(),
    }),
    /** In text order; withdrawn and merged ones too. */
    claims: z.array(ClaimThen),
    /** The newest publication by then. */
    publication: z.object({ number: z.int(), at: Timestamp }).nullable(),
  }),
)
export type AsOfDto = z.infer<typeof readAsOfContract.output>

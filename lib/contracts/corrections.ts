import { z } from 'zod'
import { MAX_CORRECTION_LENGTH } from '@/lib/domain/correction'
import { CORRECTION_KINDS } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Person } from './people'
import { Cursor, Id, PageSize, requiredText, Timestamp } from './scalars'

/** A public, dated note on what changed after publication and why. */
export const Correction = z
  .object({
    id: Id,
    /** 1, 2, 3 … for its statement. */
    number: z.int(),
    kind: z.enum(CORRECTION_KINDS),
    whatChanged: z.string(),
    why: z.string(),
    at: Timestamp,
    by: Person,
    /** The publication that brought it; for a note the one that it was added to. */
    publication: z.object({ id: Id, number: z.int() }),
    /** Whether it was added to what is published without another publication. */
    isNote: z.boolean(),
    statement: z.object({ id: Id, title: z.string() }),
    /** The claim with its sentence as readers know it; null where it concerns the statement as a whole. */
    claim: z.object({ id: Id, claimReviewed: z.string() }).nullable(),
  })
  .meta({ id: 'Correction' })
export type CorrectionDto = z.infer<typeof Correction>

const correctionWords = {
  /** The claim it concerns; null for the statement as a whole. */
  claimId: Id.nullable(),
  kind: z.enum(CORRECTION_KINDS),
  whatChanged: requiredText(MAX_CORRECTION_LENGTH),
  why: requiredText(MAX_CORRECTION_LENGTH),
  /** Readers’ reports that it answers: they are told so in its words. */
  reportIds: z.array(Id).max(100).default([]),
}

/** A correction given with a publication. */
export const CorrectionInput = z.strictObject(correctionWords)

export const createCorrectionContract = defineContract(
  'createCorrection',
  'POST /statements/{statementId}/corrections',
  'Adds a dated clarification or update to what is published. For a change of rating or wording reopen the claim.',
  z.strictObject({ statementId: Id, ...correctionWords }),
  Correction,
  { status: 201 },
)

export const listCorrectionsContract = defineContract(
  'listCorrections',
  'GET /statements/{statementId}/corrections',
  'The statement’s corrections, newest first.',
  z.strictObject({ statementId: Id }),
  z.object({ items: z.array(Correction) }),
)

export const listDeskCorrectionsContract = defineContract(
  'listDeskCorrections',
  'GET /workspace/corrections',
  'The desk’s corrections, newest first, and the statements that have any.',
  z.strictObject({
    kind: z.enum(CORRECTION_KINDS).optional(),
    statementId: Id.optional(),
    cursor: Cursor.optional(),
    limit: PageSize.default(50),
  }),
  z.object({
    items: z.array(Correction),
    nextCursor: z.string().nullable(),
    total: z.int(),
    statements: z.array(z.object({ id: Id, title: z.string() })),
  }),
)

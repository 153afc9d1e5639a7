import { z } from 'zod'
import { RATING_TONES } from '@/lib/domain/scale'
import { CORRECTION_KINDS } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { CorrectionInput } from './corrections'
import { Person } from './people'
import { Id, optionalText, Timestamp } from './scalars'

export const Publication = z
  .object({ id: Id, number: z.int(), at: Timestamp, by: Person, claimCount: z.int(), snapshotHash: z.string() })
  .meta({ id: 'Publication' })
export type PublicationDto = z.infer<typeof Publication>

export const Share = z
  .object({
    id: Id,
    publicationId: Id,
    publicationNumber: z.int(),
    label: z.string().nullable(),
    /** The token’s first characters; the rest is not kept. */
    hint: z.string(),
    state: z.enum(['ACTIVE', 'EXPIRED', 'REVOKED']),
    createdAt: Timestamp,
    createdBy: Person,
    expiresAt: Timestamp.nullable(),
    revokedAt: Timestamp.nullable(),
    /** The whole address: in the reply to the creation alone. */
    url: z.string().nullable(),
  })
  .meta({ id: 'Share' })
export type ShareDto = z.infer<typeof Share>

/** What a decision says of a claim, as readers see it. */
const said = {
  /** Null for a claim that was dismissed, or resolved without one. */
  rating: z.object({ key: z.string(), label: z.string(), tone: z.enum(RATING_TONES) }).nullable(),
  isDismissed: z.boolean(),
}

/** What readers know of a claim from the last publication that showed it. */
const known = {
  claim: z.object({ id: Id, claimReviewed: z.string() }),
  /** That publication’s number. */
  publication: z.int(),
  was: z.object(said),
}

/** A published claim of which readers have yet to be told what became of it. The next publication wants one correction for each. */
export const DueCorrection = z
  .object({
    ...known,
    is: z.discriminatedUnion('state', [
      z.object({ state: z.literal('DECIDED'), ...said, claimReviewed: z.string() }),
      z.object({ state: z.literal('WITHDRAWN') }),
      z.object({ state: z.literal('MERGED'), into: z.object({ id: Id, claimReviewed: z.string() }).nullable() }),
    ]),
    /** What the correction may be called. */
    kinds: z.array(z.enum(CORRECTION_KINDS)),
  })
  .meta({ id: 'DueCorrection' })
export type DueCorrectionDto = z.infer<typeof DueCorrection>

/** A published claim that is under review again. The next publication says so where it has no decision by then. */
export const UnderReview = z.object({ ...known, since: Timestamp }).meta({ id: 'UnderReview' })
export type UnderReviewDto = z.infer<typeof UnderReview>

const statementId = { statementId: Id }

export const listPublicationsContract = defineContract(
  'listPublications',
  'GET /statements/{statementId}/publications',
  'The statement’s publications, newest first, and what the next one would show.',
  z.strictObject(statementId),
  z.object({
    items: z.array(Publication),
    decidedClaims: z.int(),
    /** Whether another publication would say anything else than the newest. */
    changedSince: z.boolean(),
    dueCorrections: z.array(DueCorrection),
    underReview: z.array(UnderReview),
    /** Every claim that was ever published: what a note can be about. */
    publishedClaims: z.array(z.object({ id: Id, claimReviewed: z.string() })),
  }),
)

export const publishContract = defineContract(
  'publish',
  'POST /statements/{statementId}/publications',
  'Takes an immutable snapshot of the decided claims, with a correction for each published claim that stands otherwise by now.',
  z.strictObject({ ...statementId, corrections: z.array(CorrectionInput).max(1_000).default([]) }),
  Publication,
  { status: 201, maxBytes: 4 * 1024 * 1024 },
)

export const listSharesContract = defineContract(
  'listShares',
  'GET /statements/{statementId}/shares',
  'The statement’s read-only links, newest first.',
  z.strictObject(statementId),
  z.object({ items: z.array(Share) }),
)

export const createShareContract = defineContract(
  'createShare',
  'POST /statements/{statementId}/shares',
  'Creates a read-only link to a publication (the newest, unless named). The address is shown this once.',
  z.strictObject({
    ...statementId,
    publicationId: Id.optional(),
    label: optionalText(120),
    expiresAt: Timestamp.nullable().default(null),
  }),
  Share,
  { status: 201, secrets: ['url'] },
)

export const revokeShareContract = defineContract(
  'revokeShare',
  'DELETE /shares/{shareId}',
  'Ends a link at once.',
  z.strictObject({ shareId: Id }),
  Share,
)

import { z } from 'zod'
import { defineContract } from './contract'
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

const statementId = { statementId: Id }

export const listPublicationsContract = defineContract(
  'listPublications',
  'GET /statements/{statementId}/publications',
  'The statement’s publications, newest first, and what the next one would show.',
  z.strictObject(statementId),
  z.object({ items: z.array(Publication), decidedClaims: z.int(), changedSince: z.boolean() }),
)

export const publishContract = defineContract(
  'publish',
  'POST /statements/{statementId}/publications',
  'Takes an immutable snapshot of the decided claims.',
  z.strictObject(statementId),
  Publication,
  { status: 201 },
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

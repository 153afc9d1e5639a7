import { z } from 'zod'
import { MAX_ASKED_LENGTH, MAX_NOTE_LENGTH, MAX_REPLY_LENGTH } from '@/lib/domain/contact'
import { CONTACT_CHANNELS, CONTACT_RESULTS } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Person } from './people'
import { Day, Id, OptionalDay, optionalText, requiredText, Timestamp } from './scalars'
import { Source, SourceInput } from './sources'

const ContactOutcome = z.object({
  /** 1, 2, 3 … for its contact; the last one stands. */
  number: z.int(),
  result: z.enum(CONTACT_RESULTS),
  on: z.string(),
  reply: z.string().nullable(),
  source: Source.nullable(),
  by: Person,
  at: Timestamp,
})

/** A question to who is said to claim something, and what came of it. */
export const Contact = z
  .object({
    id: Id,
    statementId: Id,
    claims: z.array(z.object({ id: Id, claimReviewed: z.string() })),
    askedOn: z.string(),
    channel: z.enum(CONTACT_CHANNELS),
    /** Who was asked. Published. */
    asked: z.string(),
    deadlineOn: z.string().nullable(),
    /** For members alone. */
    note: z.string().nullable(),
    /** Who recorded it. Never published. */
    by: Person,
    at: Timestamp,
    outcomes: z.array(ContactOutcome),
  })
  .meta({ id: 'Contact' })
export type ContactDto = z.infer<typeof Contact>

export const listContactsContract = defineContract(
  'listContacts',
  'GET /statements/{statementId}/contacts',
  'When the statement’s claimants were asked and what came of it, the newest question first.',
  z.strictObject({ statementId: Id, claimId: Id.optional() }),
  z.object({ items: z.array(Contact) }),
)

export const recordContactContract = defineContract(
  'recordContact',
  'POST /statements/{statementId}/contacts',
  'Records that a claimant was asked, about one or more of the statement’s claims. Who was asked, when and how is published with them; the note is not.',
  z.strictObject({
    statementId: Id,
    claimIds: z.array(Id).min(1, 'Choose at least one claim.').max(200),
    askedOn: Day,
    channel: z.enum(CONTACT_CHANNELS),
    asked: requiredText(MAX_ASKED_LENGTH),
    deadlineOn: OptionalDay,
    note: optionalText(MAX_NOTE_LENGTH),
  }),
  Contact,
  { status: 201 },
)

export const recordContactOutcomeContract = defineContract(
  'recordContactOutcome',
  'POST /contacts/{contactId}/outcomes',
  'Records what came of asking. The last outcome stands; RECORDED_IN_ERROR takes the contact back.',
  z.strictObject({
    contactId: Id,
    result: z.enum(CONTACT_RESULTS),
    on: Day,
    reply: optionalText(MAX_REPLY_LENGTH),
    source: SourceInput.nullable().default(null),
  }),
  Contact,
  { status: 201 },
)

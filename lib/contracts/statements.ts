import { z } from 'zod'
import { MAX_CHARACTERS } from '@/lib/domain/import-text'
import { DIRECTIONS } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Permission, Person } from './people'
import {
  Cursor,
  Id,
  LanguageTag,
  NullableHttpUrl,
  NullablePartialDate,
  nullableText,
  OptionalHttpUrl,
  OptionalPartialDate,
  optionalText,
  PageSize,
  requiredText,
  Timestamp,
  Version,
} from './scalars'

const details = {
  title: requiredText(300),
  claimant: requiredText(300),
  claimantRole: optionalText(500),
  appearance: OptionalHttpUrl,
  saidOn: OptionalPartialDate,
  language: LanguageTag,
  direction: z.enum(DIRECTIONS).default('ltr'),
  context: optionalText(4_000),
}

/** How many claims of a statement stand where. */
export const Progress = z
  .object({
    total: z.int(),
    approved: z.int(),
    agreed: z.int(),
    awaiting: z.int(),
    split: z.int(),
    escalated: z.int(),
    returned: z.int(),
    dismissed: z.int(),
  })
  .meta({ id: 'Progress' })

/** How the desk means to work on a statement: what members see of it where they choose their work. */
export const planMarks = {
  lead: Person.nullable(),
  /** YYYY-MM-DD. */
  dueOn: z.string().nullable(),
  /** The day has passed in UTC and nothing is published yet. */
  isOverdue: z.boolean(),
  embargoUntil: Timestamp.nullable(),
  /** Nothing of it may be published or shared yet, by the database's clock. */
  isEmbargoed: z.boolean(),
}

export const StatementSummary = z
  .object({
    id: Id,
    title: z.string(),
    claimant: z.string(),
    claimantRole: z.string().nullable(),
    appearance: z.string().nullable(),
    saidOn: z.string().nullable(),
    language: z.string(),
    direction: z.enum(DIRECTIONS),
    context: z.string().nullable(),
    isSample: z.boolean(),
    wordCount: z.int(),
    currentVersion: z.int(),
    retrievedAt: Timestamp,
    createdAt: Timestamp,
    createdBy: Person,
    version: Version,
    progress: Progress,
    needsMyVerdict: z.int(),
    toDecide: z.int(),
    /** Claims of which the current text changed or lost a passage: they wait for a person. */
    toRepair: z.int(),
    publishedAt: Timestamp.nullable(),
    ...planMarks,
    /** The latest plan's number; 0 before the first. */
    planVersion: z.int(),
  })
  .meta({ id: 'StatementSummary' })
export type StatementSummaryDto = z.infer<typeof StatementSummary>

export const Statement = StatementSummary.extend({
  /** Tiptap JSON of the current version. */
  document: z.unknown(),
  /** Canonical plain text; offsets count UTF-16 units of it. */
  text: z.string(),
  sha256: z.string(),
  /** Where the canonical text can be fetched as text/plain. */
  textUrl: z.string(),
  /** The history's last number when this was read. */
  seq: z.int(),
  may: z.object({
    edit: Permission,
    plan: Permission,
    assign: Permission,
    createClaim: Permission,
    publish: Permission,
    share: Permission,
    addVersion: Permission,
  }),
}).meta({ id: 'Statement' })
export type StatementDto = z.infer<typeof Statement>

/** `mine`: the caller leads it. `due`: it has a due date and is not published, the earliest first. */
export const STATEMENT_FILTERS = ['all', 'needs-me', 'to-decide', 'to-repair', 'mine', 'due', 'published'] as const

export const listStatementsContract = defineContract(
  'listStatements',
  'GET /statements',
  'The desk’s statements, newest first (`show=due`: the earliest due first), with progress and what needs the caller.',
  z.strictObject({
    search: nullableText(200).optional(),
    show: z.enum(STATEMENT_FILTERS).default('all'),
    cursor: Cursor.optional(),
    limit: PageSize.default(50),
  }),
  z.object({ items: z.array(StatementSummary), nextCursor: z.string().nullable(), total: z.int() }),
)

export const createStatementContract = defineContract(
  'createStatement',
  'POST /statements',
  'Brings a text in. Line endings become LF; a byte-order mark and line feeds at the end go; the rest is kept as given.',
  z.strictObject({
    ...details,
    text: z
      .string()
      .max(
        MAX_CHARACTERS,
        `This text is longer than ${MAX_CHARACTERS.toLocaleString('en')} characters. Split it into parts.`,
      ),
    retrievedAt: Timestamp.optional(),
  }),
  Statement,
  { status: 201, maxBytes: 12 * 1024 * 1024 },
)

export const readStatementContract = defineContract(
  'readStatement',
  'GET /statements/{statementId}',
  'One statement with its current text.',
  z.strictObject({ statementId: Id }),
  Statement,
)

export const editStatementContract = defineContract(
  'editStatement',
  'PATCH /statements/{statementId}',
  'Changes the details; the text itself never changes. Another claimant is a change of every open claim that names none of its own: verdicts in its round no longer count, and the next round starts.',
  z.strictObject({
    statementId: Id,
    version: Version,
    title: details.title.optional(),
    claimant: details.claimant.optional(),
    claimantRole: nullableText(500).optional(),
    appearance: NullableHttpUrl.optional(),
    saidOn: NullablePartialDate.optional(),
    language: LanguageTag.optional(),
    direction: z.enum(DIRECTIONS).optional(),
    context: nullableText(4_000).optional(),
  }),
  Statement,
)

export const readStatementTextContract = defineContract(
  'readStatementText',
  'GET /statements/{statementId}/versions/{number}/text',
  'The canonical plain text of one version, as text/plain. It is the W3C source that offsets refer to.',
  z.strictObject({ statementId: Id, number: z.coerce.number().int().min(1).max(100_000) }),
  z.object({ text: z.string(), sha256: z.string() }),
)

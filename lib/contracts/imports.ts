import { z } from 'zod'
import { FOREIGN_FORMATS } from '@/lib/domain/foreign-annotation'
import { isAddress, MAX_ADDRESS } from '@/lib/domain/foreign-annotations-json'
import { MAX_SPAN_LENGTH } from '@/lib/domain/selectors'
import { defineContract } from './contract'
import { Id, optionalText, requiredText } from './scalars'

/** Claims that one call may make. */
export const MAX_IMPORTED = 500

/** A place in the current text; `before` and `after` are the words around it, for people, with … where the text goes on. */
const ImportPlace = z
  .object({ start: z.int(), end: z.int(), exact: z.string(), before: z.string(), after: z.string() })
  .meta({ id: 'ImportPlace' })
export type ImportPlaceDto = z.infer<typeof ImportPlace>

const IMPORT_STATES = ['ANCHORED', 'NEEDS_PERSON', 'REFUSED'] as const

const ImportPassage = z
  .object({
    /** As the annotation has it; empty where it has no quote. */
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    state: z.enum(IMPORT_STATES),
    /** Why a person is needed, or why it was refused. */
    reason: z.string().nullable(),
    /** Where it stands, for certain. */
    place: ImportPlace.nullable(),
    /** Where it may stand, the likeliest first; `isSame` where these very words do. Never applied by itself. */
    suggestions: z.array(ImportPlace.extend({ isSame: z.boolean() })),
  })
  .meta({ id: 'ImportPassage' })
export type ImportPassageDto = z.infer<typeof ImportPassage>

const ImportItem = z
  .object({
    /** Its place in the file, from 0. */
    index: z.int(),
    label: z.string(),
    /** Of the annotation; null where it has none that can be kept. */
    importedFrom: z.string().nullable(),
    /** Proposed from what the annotation says; empty where it says nothing, so that a person must write it. */
    claimReviewed: z.string(),
    /** ANCHORED: all its passages are. REFUSED: none can be used. */
    state: z.enum(IMPORT_STATES),
    reason: z.string().nullable(),
    passages: z.array(ImportPassage),
    /** The claim that was imported from it before, or that highlights the same passages. */
    duplicateOf: z
      .object({ claimId: Id, claimReviewed: z.string(), because: z.enum(['IMPORTED', 'SAME_PASSAGES']) })
      .nullable(),
  })
  .meta({ id: 'ImportItem' })
export type ImportItemDto = z.infer<typeof ImportItem>

const ImportPreview = z
  .object({
    format: z.enum(FOREIGN_FORMATS),
    /** The version of the text that the places are in. */
    versionNumber: z.int(),
    items: z.array(ImportItem),
    /** The three add up to all of them. */
    counts: z.object({ anchored: z.int(), needsPerson: z.int(), refused: z.int() }),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreviewDto = z.infer<typeof ImportPreview>

export const previewImportContract = defineContract(
  'previewImport',
  'POST /statements/{statementId}/imports/preview',
  'Where the annotations of another tool stand in the current text: W3C Web Annotations, or the JSON of the Hypothesis API. Stores nothing.',
  z.strictObject({
    statementId: Id,
    /** The annotations as parsed JSON. */
    content: z.unknown().refine(content => content !== undefined, 'Send the annotations.'),
    format: z.enum(['auto', ...FOREIGN_FORMATS]).default('auto'),
  }),
  ImportPreview,
  { maxBytes: 4 * 1024 * 1024 },
)

const ImportedClaim = z.strictObject({
  claimReviewed: requiredText(500),
  claimant: optionalText(300),
  targets: z
    .array(
      z.strictObject({ start: z.int().min(0), end: z.int().min(0), exact: z.string().min(1).max(MAX_SPAN_LENGTH) }),
    )
    .min(1, 'Choose the passage first.')
    .max(20, 'A claim has at most 20 passages.'),
  importedFrom: z
    .string()
    .trim()
    .max(MAX_ADDRESS)
    .refine(isAddress, 'Give the address of the annotation (http, https or a URN), or leave it out.')
    .nullable()
    .default(null),
})

export const importClaimsContract = defineContract(
  'importClaims',
  'POST /statements/{statementId}/imports',
  'Makes claims of annotations that a person has looked through, all or none. Each opens its first sealed round, as a claim that is highlighted does.',
  z.strictObject({
    statementId: Id,
    /** The version of the text that the passages are in. */
    versionNumber: z.int().min(1),
    items: z
      .array(ImportedClaim)
      .min(1, 'Choose what to import.')
      .max(MAX_IMPORTED, `Import at most ${MAX_IMPORTED} claims at once.`),
  }),
  z.object({ items: z.array(z.object({ claimId: Id, claimReviewed: z.string() })) }),
  { status: 201, maxBytes: 4 * 1024 * 1024 },
)

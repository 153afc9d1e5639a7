import { z } from 'zod'
import { MAX_CHARACTERS } from '@/lib/domain/import-text'
import { ANCHOR_STATES } from '@/lib/domain/vocabulary'
import { Claim, TargetInput } from './claims'
import { defineContract } from './contract'
import { Permission, Person } from './people'
import { Id, OptionalHttpUrl, optionalText, Timestamp, Version } from './scalars'

const text = z
  .string()
  .max(
    MAX_CHARACTERS,
    `This text is longer than ${MAX_CHARACTERS.toLocaleString('en')} characters. Split it into parts.`,
  )

/** What became of all targets of a statement's claims in one version of its text. The three add up to all of them. */
export const AnchorCounts = z
  .object({ anchored: z.int(), changed: z.int(), orphaned: z.int() })
  .meta({ id: 'AnchorCounts' })
export type AnchorCountsDto = z.infer<typeof AnchorCounts>

export const StatementVersion = z
  .object({
    number: z.int(),
    sha256: z.string(),
    wordCount: z.int(),
    /** Where it was retrieved from, when that is known. */
    retrievedFrom: z.string().nullable(),
    retrievedAt: Timestamp,
    /** Why there is a new text; null for the first. */
    note: z.string().nullable(),
    author: Person,
    at: Timestamp,
    /** Where the canonical text can be fetched as text/plain. */
    textUrl: z.string(),
    /** As they stand now, repairs included. */
    anchors: AnchorCounts,
  })
  .meta({ id: 'StatementVersion' })
export type StatementVersionDto = z.infer<typeof StatementVersion>

/** A passage in one version of the text. */
const Passage = z
  .object({
    versionNumber: z.int(),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int(),
    end: z.int(),
  })
  .meta({ id: 'Passage' })
export type PassageDto = z.infer<typeof Passage>

/** A target that a new text changed or lost. */
const Unanchored = z.object({
  targetId: Id,
  claimId: Id,
  claimReviewed: z.string(),
  state: z.enum(ANCHOR_STATES),
  /** As it was last accepted. */
  was: Passage,
  /** What stands there now; null when it is gone. */
  now: Passage.nullable(),
})

export const listVersionsContract = defineContract(
  'listVersions',
  'GET /statements/{statementId}/versions',
  'The texts of a statement, oldest first, with what became of its passages in each.',
  z.strictObject({ statementId: Id }),
  z.object({ items: z.array(StatementVersion), may: z.object({ add: Permission }) }),
)

export const previewVersionContract = defineContract(
  'previewVersion',
  'POST /statements/{statementId}/versions/preview',
  'What a new text would do to every passage. Stores nothing.',
  z.strictObject({ statementId: Id, text }),
  z.object({
    /** The current version, which it is compared with. */
    basedOn: z.int(),
    /** As it would be stored: canonical. */
    text: z.string(),
    sha256: z.string(),
    wordCount: z.int(),
    /** The canonical text is the current one. */
    isSame: z.boolean(),
    anchors: AnchorCounts,
    /** In text order. Those of withdrawn and merged claims are counted, not listed. */
    unanchored: z.array(Unanchored),
  }),
  { maxBytes: 12 * 1024 * 1024 },
)

export const createVersionContract = defineContract(
  'createVersion',
  'POST /statements/{statementId}/versions',
  'Adds a corrected or republished text and maps every passage to it. Claims of which a passage changed or went are suspended until a person has decided.',
  z.strictObject({
    statementId: Id,
    /** The current version that the caller saw. */
    basedOn: z.int().min(1),
    text,
    retrievedFrom: OptionalHttpUrl,
    retrievedAt: Timestamp.optional(),
    /** Why there is a new text. */
    note: optionalText(1_000),
  }),
  StatementVersion,
  { status: 201, maxBytes: 12 * 1024 * 1024 },
)

export const DIFFERENCE_KINDS = [
  'NUMBER',
  'UNIT',
  'DATE',
  'NEGATION',
  'MODALITY',
  'NAME',
  'QUANTIFIER',
  'OTHER',
] as const

const Range = z.object({ start: z.int(), end: z.int() })

/** One piece of wording that differs; offsets within `was` and `now` of the repair, empty ranges where nothing stands. */
export const Difference = z
  .object({ kind: z.enum(DIFFERENCE_KINDS), was: Range, now: Range })
  .meta({ id: 'Difference' })

/** One thing for a person to decide: a target that the current text changed or lost. */
export const Repair = z
  .object({
    targetId: Id,
    claim: z.object({
      id: Id,
      claimReviewed: z.string(),
      stage: Claim.shape.stage,
      status: Claim.shape.status,
      rating: Claim.shape.rating,
      version: Version,
      /** How many passages the claim has in all. */
      targets: z.int(),
    }),
    state: z.enum(['CHANGED', 'ORPHANED']),
    was: Passage,
    /** The sentences around the words as they were; offsets of `was` in the text of its version. */
    wasSentence: Range.extend({ text: z.string() }),
    now: Passage.nullable(),
    nowSentence: Range.extend({ text: z.string() }).nullable(),
    /** Where `wasSentence` and `nowSentence` differ, offsets within their texts; empty when it is gone. */
    differences: z.array(Difference),
    /** Where it may stand now, the likeliest first. Never applied by itself. */
    suggestions: z.array(Passage),
    may: z.object({ repair: Permission, edit: Permission, reopen: Permission, withdraw: Permission }),
  })
  .meta({ id: 'Repair' })
export type RepairDto = z.infer<typeof Repair>

export const listRepairsContract = defineContract(
  'listRepairs',
  'GET /statements/{statementId}/repairs',
  'The passages of open and decided claims that the current text changed or lost, in text order: at most the first 200. Repaired ones make room for the rest.',
  z.strictObject({ statementId: Id }),
  z.object({
    versionNumber: z.int(),
    anchors: AnchorCounts,
    items: z.array(Repair),
    /** How many there are in all. */
    total: z.int(),
  }),
)

export const repairClaimContract = defineContract(
  'repairClaim',
  'POST /claims/{claimId}/repair',
  'Says that the claim is still the same where its passages changed or moved: its verdicts and its approval stand, and the record says who said so. To rate the new words afresh, edit the claim instead; a decided one is reopened first.',
  z.strictObject({
    claimId: Id,
    version: Version,
    /** The version of the text that the caller saw. */
    versionNumber: z.int().min(1),
    targets: z
      .array(
        z.strictObject({
          targetId: Id,
          /** Where it stands now; left out, where the mapping found it. */
          moveTo: TargetInput.optional(),
        }),
      )
      .min(1, 'Name the passages.')
      .max(20),
    note: optionalText(1_000),
  }),
  Claim,
)

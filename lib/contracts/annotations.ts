import { z } from 'zod'
import { ANNOTATION_CONTEXT } from '@/lib/domain/web-annotation'
import { defineContract } from './contract'
import { Id, Timestamp } from './scalars'

const Urn = z.string().startsWith('urn:uuid:')
const Address = z.url()

const Agent = z.object({ id: Urn.optional(), type: z.enum(['Person', 'Organization']), name: z.string() })

const Body = z.union([
  z.object({
    type: z.literal('TextualBody'),
    /** What is said of the claim: the rating's word. Absent where nothing is said yet, or no more. */
    purpose: z.literal('classifying'),
    value: z.string(),
    format: z.literal('text/plain'),
    /** The rating's key in the desk's scale; absent where the words say that there is none. */
    'schema:ratingValue': z.string().optional(),
  }),
  z.object({
    /** A verdict's own. */
    id: Urn.optional(),
    type: z.literal('TextualBody'),
    /** First the claim in one sentence, then the desk's explanation, then what reviewers wrote. */
    purpose: z.literal('commenting'),
    value: z.string(),
    format: z.literal('text/plain'),
    creator: Agent.optional(),
    created: Timestamp.optional(),
    'schema:reviewRating': z
      .object({
        type: z.literal('schema:Rating'),
        'schema:ratingValue': z.string(),
        'schema:alternateName': z.string(),
      })
      .optional(),
  }),
  /** A source that was cited. */
  z.object({ type: z.literal('SpecificResource'), purpose: z.literal('linking'), source: z.string() }),
])

const AnnotationTarget = z.object({
  id: Urn,
  type: z.literal('SpecificResource'),
  /** The canonical text that the selectors count in, as text/plain. One address never serves two texts. */
  source: Address,
  selector: z
    .tuple([
      z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
      /** In code points. */
      z.object({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(0) }),
    ])
    .readonly(),
})

/** A claim, as the Web Annotation Data Model describes assessments. */
export const Annotation = z
  .object({
    id: Urn,
    type: z.literal('Annotation'),
    motivation: z.literal('assessing'),
    creator: Agent,
    created: Timestamp.optional(),
    modified: Timestamp,
    'schema:creativeWorkStatus': z.string().optional(),
    body: z.array(Body).readonly(),
    target: z.array(AnnotationTarget).readonly(),
  })
  .meta({ id: 'Annotation' })
export type AnnotationDto = z.infer<typeof Annotation>

const collection = {
  id: Address,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int().min(0),
  first: Address,
  last: Address,
}

export const AnnotationCollection = z
  .object({ '@context': z.literal(ANNOTATION_CONTEXT), ...collection })
  .meta({ id: 'AnnotationCollection' })

export const AnnotationPage = z
  .object({
    '@context': z.literal(ANNOTATION_CONTEXT),
    id: Address,
    type: z.literal('AnnotationPage'),
    partOf: z.object(collection),
    startIndex: z.int().min(0),
    prev: Address.optional(),
    next: Address.optional(),
    items: z.array(Annotation).readonly(),
  })
  .meta({ id: 'AnnotationPage' })
export type AnnotationPageDto = z.infer<typeof AnnotationPage>

/** The number of a page of annotations, from 1. */
export const PageNumber = z.coerce.number().int().min(1).max(100_000).default(1)

export const readAnnotationsContract = defineContract(
  'readAnnotations',
  'GET /statements/{statementId}/annotations',
  'The open and decided claims of a statement in text order as a page of W3C Web Annotations; the first one unless told. Nothing of a sealed round is in it.',
  z.strictObject({ statementId: Id, page: PageNumber }),
  AnnotationPage,
)

export const readAnnotationCollectionContract = defineContract(
  'readAnnotationCollection',
  'GET /statements/{statementId}/annotations/collection',
  'The collection that those pages are part of.',
  z.strictObject({ statementId: Id }),
  AnnotationCollection,
)

/** A file to be kept, as it is written. */
const ExportedFile = z.object({ name: z.string(), content: z.string() })
export type ExportedFileDto = z.infer<typeof ExportedFile>

export const exportClaimsTableContract = defineContract(
  'exportClaimsTable',
  'GET /statements/{statementId}/claims.csv',
  'The open and decided claims of a statement in text order as CSV (RFC 4180), one a row, with a header. No cell can run as a formula.',
  z.strictObject({ statementId: Id }),
  ExportedFile,
)

export const exportTeiContract = defineContract(
  'exportTei',
  'GET /statements/{statementId}/tei.xml',
  'The current text of a statement with its open and decided claims as stand-off annotations, in TEI P5.',
  z.strictObject({ statementId: Id }),
  ExportedFile,
)

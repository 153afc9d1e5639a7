import type { ExportedAgent, ExportedClaim, ExportedPassage } from './exported-claim'

/** The one JSON-LD context of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
/** How the Web Annotation Protocol, section 3.2, says that annotations are served. */
export const ANNOTATION_TYPE = `application/ld+json; profile="${ANNOTATION_CONTEXT}"`
/** Annotations on a page of a collection: as many as one import takes. */
export const ANNOTATIONS_PER_PAGE = 500

export interface AnnotationAgent {
  readonly id?: string
  readonly type: 'Person' | 'Organization'
  readonly name: string
}

/** `classifying`: what is said of the claim. `commenting`: first the claim's own sentence, then the explanation, then reviewers. `linking`: a source. */
export type AnnotationBody =
  | {
      readonly type: 'TextualBody'
      readonly purpose: 'classifying'
      readonly value: string
      readonly format: 'text/plain'
      /** The rating's key in the desk's scale. */
      readonly 'schema:ratingValue'?: string
    }
  | {
      readonly id?: string
      readonly type: 'TextualBody'
      readonly purpose: 'commenting'
      readonly value: string
      readonly format: 'text/plain'
      readonly creator?: AnnotationAgent
      readonly created?: string
      /** What this reviewer rated the claim. */
      readonly 'schema:reviewRating'?: {
        readonly type: 'schema:Rating'
        readonly 'schema:ratingValue': string
        readonly 'schema:alternateName': string
      }
    }
  | { readonly type: 'SpecificResource'; readonly purpose: 'linking'; readonly source: string }

export interface AnnotationTarget {
  readonly id: string
  readonly type: 'SpecificResource'
  /** The canonical text of the version that the selectors count in: text/plain, and never another text. */
  readonly source: string
  readonly selector: readonly [
    {
      readonly type: 'TextQuoteSelector'
      readonly exact: string
      readonly prefix: string
      readonly suffix: string
    },
    /** In code points, the end exclusive (https://www.w3.org/TR/annotation-model/#text-position-selector). */
    { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
  ]
}

export interface WebAnnotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'assessing'
  readonly creator: AnnotationAgent
  readonly created?: string
  readonly modified: string
  /** Where the desk's work on the claim stands. */
  readonly 'schema:creativeWorkStatus'?: string
  readonly body: readonly AnnotationBody[]
  readonly target: readonly AnnotationTarget[]
}

/**
 * A claim as one annotation with a target for each of its passages: what is said holds of each of them. Its id is the
 * claim's own, the same in every export, whoever reads it and through whichever link.
 */
export function webAnnotation(claim: ExportedClaim, textAddress: (versionNumber: number) => string): WebAnnotation {
  return {
    id: urn(claim.id),
    type: 'Annotation',
    motivation: 'assessing',
    creator: agentOf(claim.creator),
    ...(claim.createdAt === null ? {} : { created: claim.createdAt }),
    modified: claim.modifiedAt,
    ...(claim.status === null ? {} : { 'schema:creativeWorkStatus': claim.status }),
    body: bodiesOf(claim),
    target: claim.passages.map(passage => targetOf(passage, textAddress(passage.versionNumber))),
  }
}

function bodiesOf({ result, claimReviewed, explanation, verdicts, sources }: ExportedClaim): AnnotationBody[] {
  const comment = (value: string) =>
    ({ type: 'TextualBody', purpose: 'commenting', value, format: 'text/plain' }) as const
  const links = sources.flatMap(({ url }) => (url === null ? [] : [url]))
  return [
    ...(result === null ? [] : [classification(result)]),
    comment(claimReviewed),
    ...(explanation === null ? [] : [comment(explanation)]),
    ...verdicts.map(({ id, reviewer, rating, rationale, castAt }) => ({
      id: urn(id),
      ...comment(rationale),
      creator: agentOf(reviewer),
      created: castAt,
      'schema:reviewRating': {
        type: 'schema:Rating' as const,
        'schema:ratingValue': rating.key,
        'schema:alternateName': rating.label,
      },
    })),
    ...links.map(source => ({ type: 'SpecificResource' as const, purpose: 'linking' as const, source })),
  ]
}

function classification({ label, key }: NonNullable<ExportedClaim['result']>): AnnotationBody {
  return {
    type: 'TextualBody',
    purpose: 'classifying',
    value: label,
    format: 'text/plain',
    ...(key === null ? {} : { 'schema:ratingValue': key }),
  }
}

function targetOf({ id, exact, prefix, suffix, start, end }: ExportedPassage, source: string): AnnotationTarget {
  return {
    id: urn(id),
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  }
}

function agentOf(agent: ExportedAgent): AnnotationAgent {
  return agent.kind === 'person'
    ? { id: urn(agent.id), type: 'Person', name: agent.name }
    : { type: 'Organization', name: agent.name }
}

/** RFC 9562, section 4: the same in every export, and it says nothing of an address or a link. */
function urn(id: string): string {
  return `urn:uuid:${id}`
}

import { ANNOTATION_CONTEXT, ANNOTATIONS_PER_PAGE, type WebAnnotation } from './web-annotation'

/** A set of annotations and where it is served: its pages below `pages`, itself at `collection`. */
export interface AnnotationSet {
  readonly pages: string
  readonly collection: string
  /** What it is of, for people. */
  readonly label: string
  /** How many annotations it has. */
  readonly total: number
}

export interface AnnotationCollection {
  readonly id: string
  readonly type: 'AnnotationCollection'
  readonly label: string
  readonly total: number
  readonly first: string
  readonly last: string
}

export interface AnnotationPage {
  readonly '@context': typeof ANNOTATION_CONTEXT
  readonly id: string
  readonly type: 'AnnotationPage'
  readonly partOf: AnnotationCollection
  readonly startIndex: number
  readonly prev?: string
  readonly next?: string
  readonly items: readonly WebAnnotation[]
}

/** How many pages a set has; an empty one has one, which is empty. */
export function pageCount(total: number, perPage = ANNOTATIONS_PER_PAGE): number {
  return Math.max(1, Math.ceil(total / perPage))
}

/** The set as a collection that names its first and last page (https://www.w3.org/TR/annotation-model/#annotation-collection). */
export function annotationCollection(
  { pages, collection, label, total }: AnnotationSet,
  perPage = ANNOTATIONS_PER_PAGE,
): AnnotationCollection {
  return {
    id: collection,
    type: 'AnnotationCollection',
    label,
    total,
    first: addressOf(pages, 1),
    last: addressOf(pages, pageCount(total, perPage)),
  }
}

/** Page `number`, from 1, which holds `items`, with the collection that it is part of. */
export function annotationPage(
  set: AnnotationSet,
  number: number,
  items: readonly WebAnnotation[],
  perPage = ANNOTATIONS_PER_PAGE,
): AnnotationPage {
  return {
    '@context': ANNOTATION_CONTEXT,
    id: addressOf(set.pages, number),
    type: 'AnnotationPage',
    partOf: annotationCollection(set, perPage),
    startIndex: (number - 1) * perPage,
    ...(number > 1 ? { prev: addressOf(set.pages, number - 1) } : {}),
    ...(number < pageCount(set.total, perPage) ? { next: addressOf(set.pages, number + 1) } : {}),
    items,
  }
}

function addressOf(pages: string, number: number): string {
  return `${pages}?page=${number}`
}

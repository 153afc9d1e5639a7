import type { PublishedClaimDto, SnapshotDto } from '@/lib/contracts/snapshot'
import {
  type AnnotationCollection,
  type AnnotationPage,
  annotationCollection,
  annotationPage,
  pageCount,
} from '@/lib/domain/annotation-pages'
import { type CodePoints, codePointsOf } from '@/lib/domain/code-points'
import { distinctSources, type ExportedClaim, exportedPassage, wordsWithoutRating } from '@/lib/domain/exported-claim'
import { ANNOTATION_CONTEXT, ANNOTATIONS_PER_PAGE, webAnnotation } from '@/lib/domain/web-annotation'
import { sharedSet, sharedTextAddress } from './annotation-set'

/**
 * A page of what a publication shows as W3C Web Annotations, for the bearer of that link; null where there is no such page.
 * Made of the snapshot alone: what the desk has done since is not in it, as it is not in the publication's data.
 */
export function publishedAnnotations(snapshot: SnapshotDto, token: string, page: number): AnnotationPage | null {
  const { claims, statement } = snapshot
  if (page > pageCount(claims.length)) return null
  const points = codePointsOf(statement.text)
  const begin = (page - 1) * ANNOTATIONS_PER_PAGE
  const items = claims
    .slice(begin, begin + ANNOTATIONS_PER_PAGE)
    .map(claim => webAnnotation(publishedClaim(snapshot, claim, points), () => sharedTextAddress(token)))
  return annotationPage(setOf(snapshot, token), page, items)
}

/** The collection that those pages are part of. */
export function publishedCollection(
  snapshot: SnapshotDto,
  token: string,
): AnnotationCollection & { '@context': typeof ANNOTATION_CONTEXT } {
  return { '@context': ANNOTATION_CONTEXT, ...annotationCollection(setOf(snapshot, token)) }
}

function setOf({ statement, desk, claims }: SnapshotDto, token: string) {
  return sharedSet(token, { title: statement.title, isSample: desk.isSample }, claims.length)
}

/** No person is named in it: what is published is the desk's. */
function publishedClaim({ desk, statement }: SnapshotDto, claim: PublishedClaimDto, points: CodePoints): ExportedClaim {
  const { id, claimReviewed, claimant, saidOn, rating, action, explanation, decidedAt, evidence, targets } = claim
  const { versionNumber } = statement
  return {
    id,
    claimReviewed,
    claimant,
    saidOn,
    status: null,
    result: rating ? { label: rating.label, key: rating.key } : { label: wordsWithoutRating(action), key: null },
    explanation: explanation === '' ? null : explanation,
    decidedAt,
    verdicts: [],
    sources: distinctSources(evidence.map(({ source }) => source)),
    passages: targets.map(target => exportedPassage({ ...target, state: 'ANCHORED', versionNumber }, points)),
    creator: { kind: 'desk', name: desk.name },
    createdAt: null,
    modifiedAt: decidedAt,
  }
}

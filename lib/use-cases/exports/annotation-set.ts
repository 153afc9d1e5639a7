import type { AnnotationSet } from '@/lib/domain/annotation-pages'
import { SAMPLE_NOTE } from '@/lib/domain/sample-note'
import { publicOrigin } from '@/lib/platform/env'

/** Where the canonical text of a version is served to members. */
export function memberTextAddress(statementId: string, versionNumber: number): string {
  return `${publicOrigin()}/api/v1/statements/${statementId}/versions/${versionNumber}/text`
}

/** A desk's annotations of a statement, as members are served them. */
export function memberSet(
  statementId: string,
  { title, isSample }: { title: string; isSample: boolean },
  total: number,
): AnnotationSet {
  const pages = `${publicOrigin()}/api/v1/statements/${statementId}/annotations`
  return { pages, collection: `${pages}/collection`, label: labelled(title, isSample), total }
}

/** A publication's annotations, as the bearer of a link to it is served them. */
export function sharedSet(
  token: string,
  { title, isSample }: { title: string; isSample: boolean },
  total: number,
): AnnotationSet {
  const at = `${publicOrigin()}/s/${token}`
  return {
    pages: `${at}/annotations.jsonld`,
    collection: `${at}/collection.jsonld`,
    label: labelled(title, isSample),
    total,
  }
}

/** Where the published text is served to the bearer of a link. */
export function sharedTextAddress(token: string): string {
  return `${publicOrigin()}/s/${token}/text`
}

function labelled(title: string, isSample: boolean): string {
  return isSample ? `${SAMPLE_NOTE} ${title}` : title
}

import { PageNumber } from '@/lib/contracts/annotations'
import { ANNOTATION_TYPE } from '@/lib/domain/web-annotation'
import { publishedAnnotations, publishedCollection } from '@/lib/use-cases/exports/published-annotations'
import { type OpenShare, readSnapshot } from '@/lib/use-cases/publications/open-share'
import { entity } from '../entity'
import { HEADERS, READABLE_ANYWHERE } from './reply'

/** What a publication shows, as W3C Web Annotations: the page that `?page=` names, the first unless told. Null where there is none. */
export async function serveAnnotations(request: Request, share: OpenShare, token: string): Promise<Response | null> {
  const page = PageNumber.safeParse(new URL(request.url).searchParams.get('page') ?? undefined)
  if (!page.success) return null
  const annotations = publishedAnnotations((await readSnapshot(share)).snapshot, token, page.data)
  return annotations && linked(annotations, token, request)
}

/** The collection that those pages are part of. */
export async function serveCollection(request: Request, share: OpenShare, token: string): Promise<Response> {
  return linked(publishedCollection((await readSnapshot(share)).snapshot, token), token, request)
}

function linked(annotations: object, token: string, request: Request): Response {
  const headers = {
    ...HEADERS,
    ...READABLE_ANYWHERE,
    'content-type': ANNOTATION_TYPE,
    // RFC 8631: where to ask what has happened to the publication since. The annotations are of what was published.
    link: `</s/${token}/status.json>; rel="status"`,
  }
  return entity(JSON.stringify(annotations), headers, request)
}

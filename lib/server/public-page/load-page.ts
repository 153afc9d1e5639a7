import { log } from '@/lib/platform/log'
import { keepPage, type OpenShare, readPage, readSnapshot } from '@/lib/use-cases/publications/open-share'
import { createPageCache } from './page-cache'
import { RENDERER, renderPage } from './render-page'
import { type PagePiece, piecesOf } from './slot'

/** About 64 MB at most. */
const cache = createPageCache(32_000_000)
const loading = new Map<string, Promise<readonly PagePiece[]>>()

/** A publication's page, cut at its slots: from memory, else as it is stored, else rendered now and stored. */
export async function loadPage(share: OpenShare): Promise<readonly PagePiece[]> {
  const { publicationId } = share
  const known = cache.get(publicationId) ?? (await loading.get(publicationId))
  if (known) return known
  // Readers who come while it is being made wait for the same page.
  const made = piecesOfPage(share).finally(() => loading.delete(publicationId))
  loading.set(publicationId, made)
  const pieces = await made
  cache.set(publicationId, pieces)
  return pieces
}

async function piecesOfPage(share: OpenShare): Promise<readonly PagePiece[]> {
  return piecesOf((await readPage(share, RENDERER)) ?? (await makePage(share)))
}

async function makePage(share: OpenShare): Promise<string> {
  const { snapshot, hash } = await readSnapshot(share)
  const html = renderPage(snapshot, hash)
  await keepPage(share, RENDERER, html).catch(error =>
    log.warn(
      { err: error, publicationId: share.publicationId },
      'a rendered page was not stored; it will be made again',
    ),
  )
  return html
}

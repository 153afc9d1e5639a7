import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import type { SnapshotDto } from '@/lib/contracts/snapshot'
import type { CorrectionLog } from '@/lib/use-cases/publications/open-share'
import { CorrectionLogPage } from './correction-log-page'
import { EndedPage } from './ended-page'
import { PAGE_CSS } from './page-css'
import { PublicPage } from './public-page'

/** Of the one style sheet inside every page, as its content security policy names it. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(PAGE_CSS).digest('base64')}`

/** Raise the number when the markup changes, and stored pages are made anew. The style's hash is part of it, as a page and its policy must agree. */
export const RENDERER = `5 ${STYLE_HASH}`

/** The page of a publication, with empty slots for what only a request can tell. */
export function renderPage(snapshot: SnapshotDto, hash: string): string {
  return `<!doctype html>${renderToStaticMarkup(<PublicPage snapshot={snapshot} hash={hash} />)}`
}

/** The statement's corrections, for the bearer of that token. */
export function renderCorrectionLog(log: CorrectionLog, token: string): string {
  return `<!doctype html>${renderToStaticMarkup(<CorrectionLogPage log={log} token={token} />)}`
}

/** The page behind a link that leads nowhere. */
export function renderEndedPage(): string {
  return `<!doctype html>${renderToStaticMarkup(<EndedPage />)}`
}

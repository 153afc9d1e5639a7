import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import type { SnapshotDto } from '@/lib/contracts/snapshot'
import type { CorrectionLog } from '@/lib/use-cases/publications/open-share'
import { CorrectionLogPage } from './correction-log-page'
import { EndedPage } from './ended-page'
import { PAGE_CSS } from './page-css'
import { PublicPage } from './public-page'
import { ReceiptPage, type ReceiptProps } from './receipt-page'
import { ReportFormPage, type ReportFormProps } from './report-form-page'

/** Of the one style sheet inside every page, as its content security policy names it. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(PAGE_CSS).digest('base64')}`

/** Raise the number when the markup changes, and stored pages are made anew. The style's hash is part of it, as a page and its policy must agree. */
export const RENDERER = `10 ${STYLE_HASH}`

/** The page of a publication, with empty slots for what only a request can tell. */
export function renderPage(snapshot: SnapshotDto, hash: string): string {
  return `<!doctype html>${renderToStaticMarkup(<PublicPage snapshot={snapshot} hash={hash} />)}`
}

/** The statement's corrections, for the bearer of that token. */
export function renderCorrectionLog(log: CorrectionLog, token: string): string {
  return `<!doctype html>${renderToStaticMarkup(<CorrectionLogPage log={log} token={token} />)}`
}

/** The form with which a reader reports an error, with what they have typed and what is wrong with it. */
export function renderReportForm(props: ReportFormProps): string {
  return `<!doctype html>${renderToStaticMarkup(<ReportFormPage {...props} />)}`
}

/** A report as its reader finds it again, with the desk's answer. */
export function renderReceipt(props: ReceiptProps): string {
  return `<!doctype html>${renderToStaticMarkup(<ReceiptPage {...props} />)}`
}

/** The page behind a link that leads nowhere. */
export function renderEndedPage(): string {
  return `<!doctype html>${renderToStaticMarkup(<EndedPage />)}`
}

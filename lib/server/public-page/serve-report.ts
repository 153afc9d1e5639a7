import { localLimiter, sharedLimiter } from '@/lib/adapters/limiter'
import { check } from '@/lib/contracts/check'
import { sendReportContract } from '@/lib/contracts/reports'
import { SecretToken } from '@/lib/contracts/scalars'
import { AppError } from '@/lib/platform/app-error'
import { publicOrigin } from '@/lib/platform/env'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import type { OpenShare } from '@/lib/use-cases/publications/open-share'
import { forgetOwnContact, readReceipt, readReported } from '@/lib/use-cases/reports/read-receipt'
import { sendReport } from '@/lib/use-cases/reports/send-report'
import { clientAddress } from '../client-address'
import { readBytes, readJsonObject } from '../json-body'
import { isOwnOrigin } from '../same-site'
import { renderReceipt, renderReportForm } from './render-page'
import { HEADERS, html } from './reply'
import { inputOf, NOTHING_TYPED, type TypedReport, typedIn } from './report-fields'

const HOUR = 3_600

/** Reports that one address, and all readers of one link, may send; for a newsroom behind one address, and for a storm. */
const perAddress = sharedLimiter({ name: 'report-address', points: 10, seconds: HOUR })
const perShare = sharedLimiter({ name: 'report-share', points: 100, seconds: HOUR })
/** Forms that come back with something wrong cost little, but not nothing. */
const tries = localLimiter({ name: 'report-try', points: 60, seconds: 60 })

type Place = { share: OpenShare; token: string; receipt: string | undefined }

/**
 * Answers the form for errors of a page whose link stands, and the receipts of what was sent with it; null where there is
 * no such receipt. No account, no cookie, no script: the link and the receipt are all the credentials there are.
 */
export async function serveReport(request: Request, place: Place): Promise<Response | null> {
  if (place.receipt !== undefined) return await receiptOf(request, place, place.receipt)
  if (request.method === 'POST') return await take(request, place)
  const check = new URL(request.url).searchParams.get('check') ?? ''
  return await formOf(place, { ...NOTHING_TYPED, check: /^\d{1,7}$/.test(check) ? check : '', receipt: newSecret() })
}

type Refused = { status?: number; problems?: Record<string, string>; retryAfter?: number }

async function formOf({ share, token }: Place, typed: TypedReport, refused: Refused = {}): Promise<Response> {
  const { status = 200, problems = {}, retryAfter } = refused
  const page = renderReportForm({ page: await readReported(share), token, typed, problems })
  return html(page, status, { hasForm: true, ...(retryAfter === undefined ? {} : { retryAfter }) })
}

async function take(request: Request, place: Place): Promise<Response> {
  refuseForeignPage(request.headers)
  const address = clientAddress(request.headers)
  const wait = await tries.take(address)
  if (wait !== null) throw tooMany(wait)
  return isJson(request) ? await takeJson(request, place, address) : await takeForm(request, place, address)
}

/** From a program. Refusals are problem details, as in the API. */
async function takeJson(request: Request, { token }: Place, address: string): Promise<Response> {
  const body = await readJsonObject(request, sendReportContract.maxBytes)
  const wait = sendReportContract.input.safeParse({ ...body, token }).success
    ? await countSending(address, token)
    : null
  if (wait !== null) throw tooMany(wait)
  const { receipt } = await sendReport.execute(null, { ...body, token })
  const url = `${publicOrigin()}/s/${token}/report/${receipt}`
  return new Response(JSON.stringify({ receipt, url }), {
    status: 201,
    headers: { ...HEADERS, location: url, 'content-type': 'application/json; charset=utf-8' },
  })
}

/** From a browser. Whatever is refused comes back as the form with everything that was typed. */
async function takeForm(request: Request, place: Place, address: string): Promise<Response> {
  const sent = typedIn(await readForm(request))
  // Only this page's own markup is expected there; what is no receipt is replaced rather than talked about.
  const typed = SecretToken.safeParse(sent.receipt).success ? sent : { ...sent, receipt: newSecret() }
  if (typed.isTrapped) {
    return await formOf(place, typed, {
      status: 422,
      problems: {
        '': 'A field that nobody sees was filled in, which programs do. What you wrote is kept: send it again.',
      },
    })
  }
  const input = { ...inputOf(typed), token: place.token }
  const checked = check(sendReportContract.input, input)
  if (!checked.isValid) {
    const problems = checked.problems.map(({ path, message }) => [path, message] as const)
    return await formOf(place, typed, { status: 422, problems: inWords(problems) })
  }
  const wait = await countSending(address, place.token)
  if (wait !== null) {
    const { message } = tooMany(wait)
    return await formOf(place, typed, { status: 429, problems: { '': message }, retryAfter: wait })
  }
  try {
    const { receipt } = await sendReport.execute(null, input)
    return seeOther(`/s/${place.token}/report/${receipt}`)
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'not-found') throw error
    const problems = (error.details.errors ?? []).map(({ path, message }) => [path, message] as const)
    const told = problems.length > 0 ? inWords(problems) : { '': `${error.message} What you wrote is kept.` }
    return await formOf(place, typed, { status: error.status, problems: told })
  }
}

/** What is wrong with a check that is none is the choice, whatever the schema says of it. */
function inWords(problems: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(
    problems.map(([path, message]) => [path, path === 'check' ? 'Choose one of the checks on the page.' : message]),
  )
}

/** Counts a report about to be sent; the seconds to wait where there have been too many. */
async function countSending(address: string, token: string): Promise<number | null> {
  return (await perAddress.take(address)) ?? (await perShare.take(hashSecret(token)))
}

function tooMany(wait: number): AppError {
  const minutes = Math.ceil(wait / 60)
  return new AppError(
    'too-many-requests',
    `Too many reports have come from here or about this page. Copy what you wrote and send it again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    { retryAfter: wait },
  )
}

async function receiptOf(request: Request, { share, token }: Place, secret: string): Promise<Response | null> {
  const receipt = await readReceipt(share, token, secret)
  if (!receipt) return null
  const path = `/s/${token}/report/${secret}`
  if (request.method !== 'POST') {
    const page = renderReceipt({
      page: await readReported(share),
      token,
      receipt,
      address: `${publicOrigin()}${path}`,
    })
    return html(page, 200, { hasForm: true })
  }
  refuseForeignPage(request.headers)
  const form = await readForm(request)
  if (form.get('forget') !== 'contact') {
    throw new AppError('bad-request', 'This takes nothing but forget=contact.')
  }
  await forgetOwnContact(share, receipt)
  return seeOther(path)
}

/**
 * Throws foreign-origin unless the desk's own page sent it, or a program that carries no cookie. These pages tell nobody
 * their address (Referrer-Policy: no-referrer), so browsers send `Origin: null` with their forms: what counts is
 * Sec-Fetch-Site, which no page can set.
 */
function refuseForeignPage(headers: Headers): void {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const isOurs = site === 'same-origin' || ((site === null || site === 'none') && !headers.has('cookie'))
  if (isOurs && (origin === null || origin === 'null' || isOwnOrigin(origin))) return
  throw new AppError('foreign-origin', 'This came from another site. Open the page itself and send it from there.')
}

function isJson(request: Request): boolean {
  return typeOf(request) === 'application/json'
}

function typeOf({ headers }: Request): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

async function readForm(request: Request): Promise<URLSearchParams> {
  if (typeOf(request) !== 'application/x-www-form-urlencoded') {
    throw new AppError('unsupported-media-type', 'Send the page’s form, or JSON with Content-Type: application/json.')
  }
  const bytes = await readBytes(request, sendReportContract.maxBytes)
  try {
    return new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('bad-request', 'The form is not in UTF-8.')
  }
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...HEADERS, location } })
}

import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/platform/app-error'
import { publicOrigin } from '@/lib/platform/env'
import { endSession } from '@/lib/use-cases/accounts/end-session'
import { runNextAuth } from './auth-bridge'
import { type AuthOutcome, authOptions } from './auth-options'
import { type AuthForm, cookiesOf, ownPath, readAuthForm } from './auth-request'
import { clientAddress } from './client-address'
import { problemResponse } from './problem-response'
import type { RouteHandler } from './route'
import { isOwnOrigin, refuseForeignOrigin } from './same-site'
import { isSecureOrigin, sessionIdOf } from './session-cookie'

/** Everything next-auth is asked for here; it knows more, which is turned away. */
const ACTIONS: Readonly<Record<'GET' | 'POST', readonly string[]>> = {
  GET: ['csrf', 'session', 'providers', 'signin', 'error'],
  POST: ['callback/credentials', 'signout'],
}

const WRONG = new AppError(
  'sign-in-required',
  'This e-mail address and this password do not belong together. Check both, or ask an administrator for a new password link.',
)
const STALE_FORM = new AppError('foreign-origin', 'This page was open for too long. Reload it and try again.')

/**
 * Signing in and out: GET csrf, then POST as a form callback/credentials {csrfToken, email, password}, or signout
 * {csrfToken}. With `json=true` the reply is JSON and a refusal a problem; without, a redirect, on refusal to the sign-in
 * page with `?error=<its code>`. What is malformed is refused before next-auth sees it.
 */
export const authRoute: RouteHandler = async (request, context) => {
  const requestId = randomUUID()
  try {
    const method = request.method === 'POST' ? 'POST' : 'GET'
    const action = [(await context.params).nextauth ?? []].flat()
    refuseUnknown(method, action.join('/'))
    if (method === 'POST') refuseForeignOrigin(request.headers)
    const form = method === 'POST' ? await readAuthForm(request) : {}
    const reply = await answer(request, method, action, form)
    reply.headers.set('cache-control', 'no-store')
    reply.headers.set('x-request-id', requestId)
    return reply
  } catch (error) {
    return problemResponse(error, requestId)
  }
}

function refuseUnknown(method: 'GET' | 'POST', action: string): void {
  if (ACTIONS[method].includes(action)) return
  const isKnown = ACTIONS.GET.includes(action) || ACTIONS.POST.includes(action)
  if (isKnown) throw new AppError('method-not-allowed', `This address does not take ${method}.`)
  throw new AppError('not-found', 'There is nothing at this address.')
}

async function answer(request: Request, method: 'GET' | 'POST', action: string[], form: AuthForm): Promise<Response> {
  const outcome: AuthOutcome = { failure: null, wasRefused: false }
  const url = new URL(request.url)
  const target = ownPath(form.callbackUrl ?? url.searchParams.get('callbackUrl'))
  const callbackUrl = `${publicOrigin()}${target}`
  const cookies = cookiesOf(request.headers)
  delete cookies[callbackCookieName()] // Only what this request asks for counts; a forged one makes next-auth answer 500.
  const earlier = await sessionIdOf(request.headers)
  const error = /^[A-Za-z-]{1,40}$/.exec(url.searchParams.get('error') ?? '')?.[0]

  const reply = await runNextAuth(
    {
      method,
      action,
      query: { callbackUrl, ...(error ? { error } : {}) },
      body: { ...form, callbackUrl, json: 'false' },
      cookies,
      headers: request.headers,
    },
    authOptions(clientAddress(request.headers), outcome),
  )

  if (method === 'GET') return withOwnLocation(reply)
  const refusal = refusalOf(reply, outcome)
  if (refusal) return refused(refusal, form, target, request.headers)
  if (action[0] === 'callback' && earlier) await endSession(earlier)
  return succeeded(reply, form, target, request.headers)
}

/** The failure kept aside; a wrong password; a form whose token is not the cookie's; else none. */
function refusalOf(reply: Response, outcome: AuthOutcome): unknown {
  if (outcome.failure) return outcome.failure
  if (outcome.wasRefused) return WRONG
  return /\/sign(in|out)\?csrf=true$/.test(reply.headers.get('location') ?? '') ? STALE_FORM : null
}

async function refused(refusal: unknown, form: AuthForm, target: string, headers: Headers): Promise<Response> {
  const problem = problemResponse(refusal, randomUUID())
  const code = refusal instanceof AppError ? refusal.code : 'internal'
  const page = `/sign-in?${new URLSearchParams({ error: code, from: target })}`
  if (form.json !== 'true') return new Response(null, { status: 303, headers: { location: page } })
  // `url` is for next-auth's own client, which reads the error from it.
  const body = { ...((await problem.json()) as object), url: `${originOf(headers)}${page}` } // problemResponse writes an object
  return new Response(JSON.stringify(body), { status: problem.status, headers: problem.headers })
}

function succeeded(reply: Response, form: AuthForm, target: string, requestHeaders: Headers): Response {
  const headers = new Headers()
  for (const cookie of reply.headers.getSetCookie()) headers.append('set-cookie', cookie)
  if (form.json === 'true') {
    headers.set('content-type', 'application/json')
    return new Response(JSON.stringify({ url: `${originOf(requestHeaders)}${target}` }), { status: 200, headers })
  }
  headers.set('location', target)
  return new Response(null, { status: 303, headers })
}

/** A redirect within the desk leads to the name under which it was asked, which on loopback has two. */
function withOwnLocation(reply: Response): Response {
  const location = reply.headers.get('location')
  if (location) reply.headers.set('location', ownPath(location))
  return reply
}

/** The origin a browser sent, which `refuseForeignOrigin` has found to be ours. */
function originOf(headers: Headers): string {
  const origin = headers.get('origin')
  return origin !== null && isOwnOrigin(origin) ? origin : publicOrigin()
}

function callbackCookieName(): string {
  return isSecureOrigin() ? '__Secure-next-auth.callback-url' : 'next-auth.callback-url'
}

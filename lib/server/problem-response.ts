import { STATUS_CODES } from 'node:http'
import { AppError } from '@/lib/platform/app-error'
import { log } from '@/lib/platform/log'

/** Any thrown thing as RFC 9457 problem details. What is not an expected refusal is logged and told apart by its request id alone. */
export function problemResponse(error: unknown, requestId: string): Response {
  const refusal = error instanceof AppError ? error : null
  if (!refusal) log.error({ err: error, requestId }, 'request failed')
  const status = refusal?.status ?? 500
  const code = refusal?.code ?? 'internal'
  const body = {
    type: `urn:assay:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail:
      refusal?.message ??
      'Something went wrong on our side. Nothing was saved. Try again; if it stays, tell your administrator this request’s number.',
    ...(refusal?.details.errors ? { errors: refusal.details.errors } : {}),
    ...(refusal?.details.current !== undefined ? { current: refusal.details.current } : {}),
    requestId,
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  })
  if (refusal?.details.retryAfter) headers.set('retry-after', String(refusal.details.retryAfter))
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  return new Response(JSON.stringify(body), { status, headers })
}

import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/platform/app-error'
import { problemResponse } from './problem-response'

/** Refuses an API address that no operation has. Signed in or not makes no difference: the list of operations is public. */
export function answerUnknown(): Response {
  const refusal = new AppError('not-found', 'The API has no such address. /api/v1/openapi.json lists what it has.')
  return problemResponse(refusal, randomUUID())
}

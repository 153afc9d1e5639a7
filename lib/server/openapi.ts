import { openApiDocument } from '@/lib/contracts/openapi'
import { publicOrigin } from '@/lib/platform/env'

let text: string | undefined

/** The API's description, the same for everyone. */
export function answerOpenApi(): Response {
  text ??= JSON.stringify(openApiDocument(publicOrigin()))
  return new Response(text, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=300' },
  })
}

import { missingForService } from '@/lib/use-cases/health/missing-for-service'

const PATIENCE_MS = 2_000

/** The process answers. Restart it when this fails, and only then. */
export function answerLive(): Response {
  return reply(200, { status: 'live' })
}

/** The process can serve: its database answers within two seconds and has this version's tables. Send people elsewhere when not. */
export async function answerReady(): Promise<Response> {
  const missing = await missingForService(PATIENCE_MS)
  return missing.length === 0 ? reply(200, { status: 'ready' }) : reply(503, { status: 'not-ready', missing })
}

function reply(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

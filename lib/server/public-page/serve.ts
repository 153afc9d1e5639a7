/** Answers `/s/{token}` and what lies below it. */
export async function servePublicPage(_request: Request): Promise<Response> {
  return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
}

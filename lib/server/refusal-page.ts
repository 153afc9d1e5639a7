import { problemResponse } from './problem-response'

/** What a person sees in a browser of a request that never reached the desk's own pages: the refusal's sentence, and a way on. */
export function refusalPage(error: unknown, requestId: string): Response {
  const { status, headers } = problemResponse(error, requestId)
  const sentence =
    error instanceof Error && status < 500 ? error.message : 'Something went wrong on our side. Try again.'
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Not possible · Assay</title>
<style>body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto 0;padding:0 1.5rem}</style>
<h1>That did not work</h1>
<p>${escapeHtml(sentence)}</p>
<p><a href="/">Go to the desk</a></p>
</html>`
  return new Response(html, { status, headers })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

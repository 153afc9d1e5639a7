import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { inProject } from '../lib/project.mjs'

const KINDS = ['--r-true', '--r-mixed', '--r-false', '--r-unverifiable']
const MARKS = KINDS.map((colour, kind) => {
  const look = `background-color: color-mix(in srgb, var(${colour}) 16%, transparent); text-decoration: underline solid var(${colour})`
  return `.kind-${kind} { color: inherit; ${look} } ::highlight(kind-${kind}) { ${look} }`
}).join('\n')

/** @param {string} script */
const page = script => `<!doctype html>
<meta charset="utf-8">
<title>Benchmark</title>
<link rel="stylesheet" href="/page.css">
<style>
  body { display: block; overflow: auto; block-size: auto }
  #host { inline-size: 42rem; margin-inline: auto; font: 1.125rem / 1.8125rem var(--serif) }
  ${MARKS}
</style>
<div id="host"></div>
<script src="/${script}.js"></script>
`

/**
 * Serves the bundled pages on this machine only.
 * @param {string} folder where `bundlePages` put them
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function servePages(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = pathname.startsWith('/fonts/')
      ? inProject('public/fonts', path.basename(pathname))
      : path.join(folder, path.basename(pathname))
    if (pathname === '/' || pathname === '/anchoring') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page(pathname === '/' ? 'page' : 'anchoring'))
    } else if (existsSync(file)) {
      response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
      response.end(readFileSync(file))
    } else {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2' }

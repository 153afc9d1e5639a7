import { AppError } from '@/lib/platform/app-error'

const MAX_DEPTH = 32

/** The request's JSON object; an absent body is an empty one. Refuses other types, oversized, malformed and deeply nested bodies. */
export async function readJsonObject(request: Request, maxBytes: number): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, maxBytes)
  if (bytes.byteLength === 0) return {}
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new AppError('unsupported-media-type', 'Send JSON, with the header Content-Type: application/json.')
  }
  const value = parseJson(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AppError('bad-request', 'The body must be a JSON object.')
  refuseOddShapes(value)
  return value as Record<string, unknown> // checked above
}

/** The request's body as it came, read no further than `maxBytes`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = new AppError('too-large', `This request is larger than ${Math.round(maxBytes / 1024)} KB.`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    // Node's ReadableStream is async iterable; the DOM's type does not say so.
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('bad-request', 'The body is not valid JSON in UTF-8.')
  }
}

/** Walks without recursion: a hostile body must not overflow the stack. */
function refuseOddShapes(root: object): void {
  const open: [unknown, number][] = [[root, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > MAX_DEPTH) throw new AppError('bad-request', `The body is nested more than ${MAX_DEPTH} levels deep.`)
    if (Object.hasOwn(value, '__proto__'))
      throw new AppError('bad-request', 'The body has a member named __proto__. Remove it.')
    for (const child of Object.values(value)) open.push([child, depth + 1])
  }
}

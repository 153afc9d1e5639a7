import { z } from 'zod'
import { createDocument, type oas31, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { ANNOTATION_TYPE } from '@/lib/domain/web-annotation'
import { ALL_CONTRACTS } from './all-contracts'
import {
  AnnotationCollection,
  AnnotationPage,
  exportClaimsTableContract,
  exportTeiContract,
  readAnnotationCollectionContract,
  readAnnotationsContract,
} from './annotations'
import { type Contract, pathParameters } from './contract'
import { EventSignal, listEventsContract } from './events'
import { Problem } from './problem'
import { Id } from './scalars'
import { readStatementTextContract } from './statements'

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

/** What each refusal means, everywhere the same. */
const REFUSALS: Readonly<Record<string, string>> = {
  '400': 'The request is not well-formed.',
  '401': 'Sign in, or send a bearer token that has not ended.',
  '403': 'Your role does not allow this, or the request came from another site.',
  '404': 'There is no such thing on this desk.',
  '409':
    'Not as things stand: something changed meanwhile. `current` holds the present state of what was to be changed.',
  '413': 'The body is too large.',
  '415': 'The body is not application/json.',
  '422': 'The input cannot be accepted; `errors` names what to change.',
  '429': 'Too many requests; see Retry-After.',
  '500': 'Something went wrong on our side. Nothing was saved.',
  '503': 'The desk is busy or restarting. Nothing was saved; try again after Retry-After.',
}
const ON_READ = ['400', '401', '403', '404', '422', '429', '500', '503']
const ON_CHANGE = [...ON_READ, '409', '413', '415']

/** Operations whose reply is, or can be, something else than JSON. */
const OTHER_CONTENT: Readonly<Record<string, Record<string, { schema: z.ZodType }>>> = {
  [listEventsContract.id]: {
    'text/event-stream': {
      schema: z.string().meta({
        description:
          'Events `change` (data: an EventSignal, id: its seq), `reset` (read everything anew) and `end` (sign in again).',
      }),
    },
  },
  [readStatementTextContract.id]: { 'text/plain': { schema: z.string() } },
  [readAnnotationsContract.id]: { [ANNOTATION_TYPE]: { schema: AnnotationPage } },
  [readAnnotationCollectionContract.id]: { [ANNOTATION_TYPE]: { schema: AnnotationCollection } },
  [exportClaimsTableContract.id]: { 'text/csv': { schema: z.string() } },
  [exportTeiContract.id]: { 'application/tei+xml': { schema: z.string() } },
}
/** Of these, the operation whose reply can be JSON too. */
const ALSO_JSON: readonly string[] = [listEventsContract.id]

/** The API as an OpenAPI 3.1 document, made from the contracts alone. `origin` is where this desk is reached. */
export function openApiDocument(origin: string): oas31.OpenAPIObject {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Assay',
      version: '1',
      description:
        'A desk takes a public statement apart, claim by claim. Ids are opaque. Timestamps are RFC 3339 in UTC. Text offsets count UTF-16 code units of the statement’s canonical text. Errors are RFC 9457 problem details.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ bearer: [] }, { session: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token made under “API tokens”.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: origin.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token',
          description: 'The browser’s session. Changes must then come from the desk’s own pages.',
        },
      },
      schemas: { EventSignal },
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [
          `Problem${status}`,
          { description, content: { 'application/problem+json': { schema: Problem } } },
        ]),
      ),
    },
    paths: pathsOf(ALL_CONTRACTS),
  })
}

function pathsOf(contracts: readonly Contract[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const contract of contracts) {
    paths[contract.path] = { ...paths[contract.path], [METHODS[contract.method]]: operationOf(contract) }
  }
  return paths
}

function operationOf(contract: Contract): ZodOpenApiOperationObject {
  const { id, method, summary, access, status, output } = contract
  const { path, rest } = inputOf(contract)
  const isRead = method === 'GET'
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH'
  const isMembers = access === 'member'
  const deskInQuery = isMembers && !hasBody ? { workspace: Id.optional().meta({ description: WHICH_DESK }) } : {}
  const deskInBody = isMembers ? { workspaceId: Id.optional().meta({ description: WHICH_DESK }) } : {}
  return {
    operationId: id,
    summary,
    ...(isMembers ? {} : { security: [] }),
    requestParams: {
      path: z.object(path),
      header: z.object({
        ...(isMembers && !isRead ? IDEMPOTENCY_KEY : {}),
        ...(id === listEventsContract.id ? LAST_EVENT_ID : {}),
      }),
      ...(hasBody ? {} : { query: z.object({ ...rest, ...deskInQuery }) }),
    },
    ...(hasBody
      ? { requestBody: { content: { 'application/json': { schema: z.strictObject({ ...rest, ...deskInBody }) } } } }
      : {}),
    responses: {
      [String(status) as '200' | '201']: {
        description: status === 201 ? 'Done; this is what was made.' : 'As asked.',
        content: {
          ...(id in OTHER_CONTENT && !ALSO_JSON.includes(id) ? {} : { 'application/json': { schema: output } }),
          ...OTHER_CONTENT[id],
        },
      },
      ...Object.fromEntries(
        (isRead ? ON_READ : ON_CHANGE).sort().map(code => [code, { $ref: `#/components/responses/Problem${code}` }]),
      ),
    },
  }
}

const WHICH_DESK = 'The desk, for members of several.'

const IDEMPOTENCY_KEY = {
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional()
    .meta({
      description:
        'Sent again with the same key and input within a day, the request is answered with the first reply, without its secrets.',
    }),
}

const LAST_EVENT_ID = {
  'Last-Event-ID': z
    .string()
    .regex(/^\d{1,10}$/)
    .optional()
    .meta({ description: 'For the stream: the number of the last event seen. Goes before `after`.' }),
}

/** A contract's one input, taken apart again into the path's parameters and the rest. */
function inputOf({ id, path, input }: Contract) {
  if (!(input instanceof z.ZodObject)) throw new TypeError(`the input of ${id} is not an object`)
  const shape: Readonly<Record<string, z.ZodType>> = input.shape
  const names = pathParameters(path)
  const entries = Object.entries(shape)
  return {
    path: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
    rest: Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
  }
}

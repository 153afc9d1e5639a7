import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from '@playwright/test'
import type { Desk } from '@/prisma/testing/factories'
import type { Place, Viewer } from '@/prisma/testing/sealed-worlds'
import { partsOf, unrolled } from './support/flight'

// The other half of the leak matrix (lib/server/leak-matrix.int.test.ts): what pages say while a round is sealed, as
// documents and as the payloads that a browser's navigation asks for.

/** The addresses at which each page is asked for. A page without a row fails the first test. */
const PAGES: Readonly<Record<string, (place: Place) => string[]>> = {
  'page.tsx': () => ['/'],
  'sign-in/page.tsx': () => ['/sign-in'],
  'invite/[token]/page.tsx': () => [`/invite/${'a'.repeat(43)}`],
  'reset-password/[token]/page.tsx': () => [`/reset-password/${'a'.repeat(43)}`],
  '(desk)/account/page.tsx': () => ['/account'],
  '(desk)/corrections/page.tsx': () => ['/corrections'],
  '(desk)/inbox/page.tsx': () => ['/inbox'],
  '(desk)/settings/page.tsx': () => ['/settings'],
  '(desk)/settings/members/page.tsx': () => ['/settings/members'],
  '(desk)/settings/policy/page.tsx': () => ['/settings/policy'],
  '(desk)/settings/scale/page.tsx': () => ['/settings/scale'],
  '(desk)/statements/page.tsx': () => ['/statements', '/statements?q=trainee', '/statements?show=needs-me'],
  '(desk)/statements/new/page.tsx': () => ['/statements/new'],
  '(desk)/statements/[statementId]/page.tsx': place => [
    `/statements/${place.statementId}`,
    ...claimsOf(place).map(claim => `/statements/${place.statementId}?claim=${claim}`),
  ],
  '(desk)/statements/[statementId]/import/page.tsx': place => [`/statements/${place.statementId}/import`],
  '(desk)/statements/[statementId]/history/page.tsx': place => [
    `/statements/${place.statementId}/history`,
    `/statements/${place.statementId}/history?at=2031-01-01T00:00:00Z`,
  ],
  '(desk)/statements/[statementId]/repair/page.tsx': place => [`/statements/${place.statementId}/repair`],
  '(desk)/statements/[statementId]/versions/page.tsx': place => [
    `/statements/${place.statementId}/versions`,
    `/statements/${place.statementId}/versions?from=1&to=1`,
  ],
  '(desk)/statements/[statementId]/versions/new/page.tsx': place => [`/statements/${place.statementId}/versions/new`],
}

/**
 * Pages that show the queue, or lead there: equally wanted claims come in turns that follow from their ids, which are random, so only
 * what stands there can be compared, not its order.
 */
const WITH_QUEUE = ['page.tsx', 'sign-in/page.tsx', '(desk)/statements/page.tsx', '(desk)/inbox/page.tsx']

function claimsOf({ claimId, duplicateId, discussedId, reopenedId }: Place): string[] {
  return [claimId, duplicateId, discussedId, reopenedId]
}

/** How a browser asks: for a document, for the payload of a navigation, for that of a prefetch. */
const FORMS = {
  document: { accept: 'text/html' },
  payload: { rsc: '1' },
  prefetch: { rsc: '1', 'next-router-prefetch': '1' },
} as const
type Form = keyof typeof FORMS

type World = { desk: Desk; strangers: Desk; place: Place }

/** Everything that needs a database, loaded once it is known which: these modules read their configuration as they load. */
async function atTheDatabase() {
  Object.assign(process.env, {
    DATABASE_URL: process.env.ASSAY_E2E_DATABASE_URL,
    NEXTAUTH_SECRET: 'these tests sign nothing, the server does',
    LOG_LEVEL: 'silent',
  })
  const [worlds, replies, factories, client, edit] = await Promise.all([
    import('@/prisma/testing/sealed-worlds'),
    import('@/prisma/testing/leak-replies'),
    import('@/prisma/testing/factories'),
    import('@/lib/db/client'),
    import('@/lib/use-cases/claims/edit-claim'),
  ])
  return { ...worlds, ...replies, ...factories, ...client, ...edit }
}

let at: Awaited<ReturnType<typeof atTheDatabase>>
const worlds = {} as Record<'one' | 'other', World>

test.describe.configure({ mode: 'serial', timeout: 600_000 })

test.beforeAll(async () => {
  at = await atTheDatabase()
  for (const name of ['one', 'other'] as const) {
    const desk = await at.sealedDesk()
    const strangers = await at.makeDesk({ name: 'The other desk', reviewers: 1, editors: 0 })
    worlds[name] = { desk, strangers, place: await at.sealedPlace(desk, at.WORLDS[name]) }
  }
})
test.afterAll(async () => {
  await at.closeDb()
})

test('every page has a row', () => {
  const root = path.join(import.meta.dirname, '../app')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const pages = files.filter(file => path.basename(file) === 'page.tsx').map(file => file.replaceAll(path.sep, '/'))
  expect(Object.keys(PAGES).sort()).toEqual(pages.sort())
})

test('no page tells anyone what is sealed: not by a word, an order or a count', async ({ playwright, baseURL }) => {
  const cells = new Set<string>()
  let compared = 0
  const compare = async (phase: string, isAsked: (page: string) => boolean) => {
    for (const viewer of at.VIEWERS) {
      const [one, other] = await Promise.all([
        visit(playwright, baseURL ?? '', worlds.one, viewer, isAsked),
        visit(playwright, baseURL ?? '', worlds.other, viewer, isAsked),
      ])
      expect(one.length).toBe(other.length)
      for (const [index, said] of one.entries()) {
        const there = other[index]
        const where = `${phase}: ${said.page} as ${said.form} to ${viewer}`
        for (const reply of [said, there])
          expect.soft(reply?.text.match(/.{0,80}canary.{0,80}/i)?.[0], where).toBeUndefined()
        expect.soft(said.status, where).toBeLessThan(500)
        expect([said.status, ...difference(said, there)], where).toEqual([there?.status])
        cells.add(`${said.page} ${said.form} ${viewer}`)
        compared++
      }
    }
  }
  await compare('sealed', () => true)
  for (const { desk, place } of Object.values(worlds)) {
    await at.editClaim.execute(desk.actors.maple, {
      claimId: place.claimId,
      version: 1,
      claimReviewed: 'Arrivals fell.',
    })
  }
  await compare('abandoned', page => page.includes('[statementId]'))
  console.log(
    `leak matrix of pages: ${cells.size} cells (${Object.keys(PAGES).length} pages × ${Object.keys(FORMS).length} forms × ${at.VIEWERS.length} roles), ${compared} pairs of replies`,
  )
})

test('shows its own reviewers what they cast, and everyone what has opened', async ({ playwright, baseURL }) => {
  const { desk, place } = worlds.one
  const http = await signedIn(playwright, baseURL ?? '', desk, desk.actors.almond)
  const page = await http.get(`/statements/${place.statementId}?claim=${place.discussedId}`)
  expect(await page.text()).toContain('Canary of almond')
  await http.dispose()
})

type Said = { page: string; form: Form; status: number; text: string }

async function visit(
  playwright: PlaywrightWorkerArgs['playwright'],
  origin: string,
  { desk, strangers, place }: World,
  viewer: Viewer,
  isAsked: (page: string) => boolean,
): Promise<Said[]> {
  const actor = at.actorOf(desk, viewer, strangers)
  const http = actor
    ? await signedIn(playwright, origin, viewer === 'stranger' ? strangers : desk, actor)
    : await playwright.request.newContext({ baseURL: origin })
  const said: Said[] = []
  for (const [page, addresses] of Object.entries(PAGES)) {
    if (!isAsked(page)) continue
    for (const address of addresses(place)) {
      // Object.keys loses the literal keys; FORMS is not extended anywhere.
      for (const form of Object.keys(FORMS) as Form[]) {
        const reply = await http.get(address, { headers: FORMS[form] })
        said.push({ page, form, status: reply.status(), text: await reply.text() })
      }
    }
  }
  await http.dispose()
  return said
}

async function signedIn(
  playwright: PlaywrightWorkerArgs['playwright'],
  origin: string,
  desk: Desk,
  actor: Parameters<Desk['emailOf']>[0],
): Promise<APIRequestContext> {
  const http = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
  const { csrfToken } = (await (await http.get('/api/auth/csrf')).json()) as { csrfToken: string } // next-auth's own shape
  const form = { csrfToken, email: desk.emailOf(actor), password: at.TEST_PASSWORD, json: 'true' }
  const reply = await http.post('/api/auth/callback/credentials', { form })
  expect(reply.ok()).toBe(true)
  return http
}

/**
 * What a reply says, without what differs by chance: ids, moments, secrets, nonces, the numbers of a payload's rows, and
 * what of a document is sent first. The payload keeps the order in which things stand on the page.
 */
function saidBy({ page: way, form, status, text }: Said): string[] {
  const { document, payload } = form === 'document' ? partsOf(text) : { document: '', payload: text }
  const [tags = '', tree = ''] = [document, unrolled(payload)].map(part => {
    // Next gives every reply's metadata keys of its own: 21 random letters, and one that says which.
    const plain = part.replace(/"nonce":"[^"]*"|nonce="[^"]*"/g, '"nonce"').replace(/"[\w-]{21}[hmv]"/g, '"key"')
    return at.neutral({ way, status, text: plain })
  })
  const sorted = (said: string, before: RegExp) =>
    said
      .replace(/\bid \d+/g, 'id')
      .split(before)
      .sort()
      .join('')
  const isQueue = WITH_QUEUE.includes(way)
  // Where a document is sent in parts, it has a place for each that comes later.
  const whole = tags.replace(
    /<template id="[^"]*">|<\/template>|<!--.*?-->|<div hidden(="")?( id="[^"]*")?>|<\/div>/g,
    '',
  )
  return [sorted(whole, /(?=<)/), isQueue ? sorted(tree, /(?=[{"])/) : tree]
}

/** Where two replies first differ in what they say, from a little before; nothing where they say the same. */
function difference(one: Said, other: Said | undefined): string[] {
  const [here, there] = [saidBy(one), other ? saidBy(other) : []]
  return here.flatMap((text, part) => {
    const match = there[part] ?? ''
    if (text === match) return []
    const at = [...text].findIndex((letter, place) => letter !== match[place])
    return [text, match].map(said => said.slice(Math.max(0, at - 120), at + 200))
  })
}

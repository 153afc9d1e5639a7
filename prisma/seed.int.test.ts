import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { closeDb, db } from '../lib/db/client'
import type { Actor } from '../lib/domain/actor'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../lib/platform/demo-accounts'
import { servePublicPage } from '../lib/server/public-page/serve'
import { signIn } from '../lib/use-cases/accounts/sign-in'
import { listClaims } from '../lib/use-cases/claims/list-claims'
import { readClaim } from '../lib/use-cases/claims/read-claim'
import { listComments } from '../lib/use-cases/comments/list-comments'
import { listStatements } from '../lib/use-cases/statements/list-statements'
import { readWorkspace } from '../lib/use-cases/workspace/read-workspace'
import { withClient } from '../scripts/lib/database.mjs'
import { codeOf } from '../scripts/lib/problem.mjs'
import { projectRoot } from '../scripts/lib/project.mjs'
import { DEMO } from './demo/demo-data'
import { historyOf } from './testing/history'

// The seed wants a database without any desk, so this file has one of its own. Before the imports: they read it.
vi.hoisted(() => {
  // biome-ignore lint/style/noProcessEnv: where the tests' configuration comes from; see prisma/testing/database.ts.
  process.env.DATABASE_URL += '_seed'
})

/** By demo.json's rule script: id, round, its state, what it says (or how many verdicts are missing), the decision. */
const EXPECTED = `
peaceful-protesters      1 CLOSED AGREED(MOSTLY_FALSE)    APPROVED(MOSTLY_FALSE)
fuel-trigger             1 CLOSED AGREED(TRUE)            APPROVED(TRUE)
resigned-next-day        1 CLOSED AGREED(MOSTLY_TRUE)     AGREED(MOSTLY_TRUE)
outlook                  1 CLOSED AGREED(OPINION)         APPROVED(OPINION)
jan-2-lpg                1 CLOSED AGREED(TRUE)            APPROVED(TRUE)
january-4-address        1 CLOSED AGREED(MOSTLY_TRUE)     APPROVED(TRUE)
hijacked-demonstrations  1 CLOSED SPLIT(BRANCH)           SPLIT
terrorist-groups         2 OPEN   AWAITING(1)             AWAITING
security-council         1 CLOSED AGREED(TRUE)            RETURNED
emergency                1 CLOSED AGREED(TRUE)            AGREED(TRUE)
airport                  1 CLOSED AGREED(MISSING_CONTEXT) AGREED(MISSING_CONTEXT)
officers-killed          1 CLOSED AGREED(MOSTLY_TRUE)     AGREED(MOSTLY_TRUE)
injured                  1 OPEN   AWAITING(2)             AWAITING
beheaded                 1 CLOSED AGREED(FALSE)           AGREED(FALSE)
treaty-articles          1 CLOSED SPLIT(SPREAD)           SPLIT
peacekeepers-tasks       1 OPEN   AWAITING(1)             AWAITING`

type Answer = { seeded: boolean; accounts: unknown[]; password?: string; sharePath?: string; setupPath?: string | null }

function startSeed(mode: string, secret: string) {
  // biome-ignore lint/style/noProcessEnv: the seed is run as `npm start` runs it.
  const env = { ...process.env, ASSAY_SHARE_SECRET: secret }
  const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/seed.ts', mode], { cwd: projectRoot, env })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', chunk => {
    stdout += chunk
  })
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  const ended = new Promise<Answer>((resolve, reject) => {
    child.once('close', code => {
      if (code === 0) resolve(JSON.parse(stdout))
      else reject(new Error(`the seed ended with ${code}: ${stderr}`))
    })
  })
  return { child, ended }
}

const seed = (mode = '--if-empty', secret = 'a secret of thirty-two characters or more') =>
  startSeed(mode, secret).ended

/** How many verdicts are stored; none while the tables are still empty. */
const verdicts = () => db().verdict.count()

let first: Answer
let statementId: string
const people = new Map<string, Actor>()
const person = (id: string): Actor => people.get(id) ?? expect.fail(`no ${id}`)
const claims = new Map<string, string>()
const claimId = (id: string): string => claims.get(id) ?? expect.fail(`no ${id}`)

beforeAll(async () => {
  await createDatabase()
  // Killed in the midst of its work, whenever that is; the second run goes on.
  const { child, ended } = startSeed('--if-empty', 'a secret of thirty-two characters or more')
  const cutOff = ended.catch(() => 'cut off')
  while ((await verdicts()) < 5 && child.exitCode === null) await sleep(20)
  child.kill('SIGKILL')
  expect(await cutOff).toBe('cut off')
  expect(await verdicts()).toBeLessThan(47)
  first = await seed()

  const members = await db().member.findMany({ include: { user: true } })
  for (const { id, email } of DEMO.people) {
    const member = members.find(({ user }) => user.email === email) ?? expect.fail(`no ${email}`)
    const { workspaceId, userId, role, user } = member
    people.set(id, { workspaceId, memberId: member.id, userId, role, name: user.name })
  }
  const { items } = await listStatements.execute(person('a1'), {})
  statementId = items[0]?.id ?? expect.fail('no statement')
  const listed = await listClaims.execute(person('a1'), { statementId })
  for (const { id, claimReviewed } of listed.items) {
    claims.set(DEMO.claims.find(claim => claim.claimReviewed === claimReviewed)?.id ?? '?', id)
  }
}, 120_000)

afterAll(closeDb)

async function createDatabase(): Promise<void> {
  const { adminUrl, template } = inject('testServer')
  // biome-ignore lint/style/noProcessEnv: see above.
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  await withClient(adminUrl, async client => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
        return
      } catch (error) {
        const isTemplateInUse = codeOf(error) === '55006'
        if (!isTemplateInUse || attempt === 20) throw error
        await sleep(100)
      }
    }
  })
}

describe('the demo desk', () => {
  it('comes out as its data says, in text order', async () => {
    const { items } = await listClaims.execute(person('e1'), { statementId })
    const lines = await Promise.all(
      items.map(async ({ id, status, rating, round }) => {
        const name = [...claims].find(([, claim]) => claim === id)?.[0] ?? '?'
        const { rounds } = await readClaim.execute(person('e1'), { claimId: id })
        const last = rounds.at(-1) ?? expect.fail('no round')
        const stored = await db().round.findFirstOrThrow({ where: { claimId: id, number: last.number } })
        const said = { AGREED: last.rating, SPLIT: stored.splitReason, AWAITING: round.missing, ESCALATED: '?' }
        const outcome = `${last.consensus}(${said[last.consensus]})`
        const shown = rating && status !== 'RETURNED' ? `${status}(${rating.key})` : status
        return `${name.padEnd(25)}${round.number} ${round.state.padEnd(6)} ${outcome.padEnd(24)}${shown}`
      }),
    )
    expect(lines).toEqual(EXPECTED.trim().split('\n'))
  })

  it('has all that its data holds, each once, though its load was cut off', async () => {
    expect(await verdicts()).toBe(47)
    expect(await db().source.count()).toBe(30)
    expect(await db().claim.count()).toBe(16)
    expect(await db().decision.count()).toBe(6)
    expect(await db().publication.count()).toBe(1)
    expect(await db().share.count()).toBe(1)
    const history = await historyOf(statementId)
    expect(history.broken).toBeNull()
    expect(history.types.filter(type => type === 'verdict.cast')).toHaveLength(47)
  })

  it('has two claims whose spans overlap, and attributes none of the introduction to the statement’s claimant', async () => {
    const { items } = await listClaims.execute(person('r1'), { statementId })
    const span = (id: string) => items.find(item => item.id === claimId(id))?.targets[0] ?? expect.fail(id)
    const [hijacked, groups] = [span('hijacked-demonstrations'), span('terrorist-groups')]
    expect(hijacked.start).toBeLessThan(groups.start)
    expect(groups.start).toBeLessThan(hijacked.end)
    expect(hijacked.end).toBeLessThan(groups.end)
    const overlaps = items.flatMap(one =>
      items.filter(
        other =>
          one.id < other.id && one.targets.some(a => other.targets.some(b => a.start < b.end && b.start < a.end)),
      ),
    )
    expect(overlaps).toHaveLength(1)
    const introduced = items.filter(({ claimant }) => claimant === 'Unsigned introduction to the published text')
    expect(introduced).toHaveLength(4)
  })

  it('keeps its open rounds sealed, for editors and administrators too', async () => {
    for (const id of ['terrorist-groups', 'injured', 'peacekeepers-tasks']) {
      for (const who of ['r3', 'e1', 'a1']) {
        const claim = await readClaim.execute(person(who), { claimId: claimId(id) })
        expect(claim.rounds.at(-1)?.verdicts, `${id} for ${who}`).toEqual([])
        expect(claim.rating).toBeNull()
        expect(claim.assigned.map(({ name }) => name).sort()).toEqual(DEMO.people.slice(0, 3).map(({ name }) => name))
      }
      const own = await readClaim.execute(person('r1'), { claimId: claimId(id) })
      expect(own.rounds.at(-1)?.verdicts.map(({ reviewer }) => reviewer.id)).toEqual([person('r1').memberId])
    }
  })

  it('says what sources report in its own words, never as a quotation', async () => {
    expect(await db().citation.count({ where: { quote: { not: null } } })).toBe(0)
    expect(await db().citation.count({ where: { note: null } })).toBe(0)
  })

  it('discusses the split claim between its rounds', async () => {
    const { items } = await listComments.execute(person('r1'), { claimId: claimId('terrorist-groups') })
    expect(items.map(({ text, round }) => [text, round])).toEqual(
      DEMO.claims.find(({ id }) => id === 'terrorist-groups')?.comments.map(({ text }) => [text, 1]),
    )
  })

  it('says that it is sample data, who pays and how it corrects itself', async () => {
    const desk = await readWorkspace.execute(person('r1'), {})
    expect(desk).toMatchObject({ name: 'Demo desk', isSample: true, contactEmail: 'corrections@demo.example' })
    expect(desk.funding).toMatch(/^This is a demo desk: it has no funders\./)
  })

  it('lets everyone it names sign in', async () => {
    expect(first.accounts).toEqual(DEMO_ACCOUNTS)
    expect(first.password).toBe(DEMO_PASSWORD)
    for (const { email } of DEMO_ACCOUNTS) {
      expect(await signIn({ email, password: DEMO_PASSWORD, address: '192.0.2.1' })).not.toBeNull()
    }
  })

  it('shows five decided claims to anyone who has its link', async () => {
    expect(first.sharePath).toMatch(/^\/s\/[A-Za-z0-9_-]{43}$/)
    const page = await servePublicPage(new Request(`http://127.0.0.1:3000${first.sharePath}`))
    expect(page.status).toBe(200)
    const html = await page.text()
    const published = DEMO.claims.filter(({ decision }) => decision !== null && decision.action !== 'RETURN')
    const headings = [...html.matchAll(/<h\d id="check-\d+-name"[^>]*>([^<]+)</g)].map(match => match[1])
    expect(headings).toEqual(expect.arrayContaining(published.map(({ claimReviewed }) => claimReviewed)))
    expect(headings).toHaveLength(5)
    for (const { name, email } of DEMO_ACCOUNTS) {
      expect(html).not.toContain(email)
      expect(html).not.toContain(name)
    }
  })
})

describe('the seed', () => {
  it('changes nothing the next time, and says the same', async () => {
    const before = await db().event.count()
    expect(await seed()).toEqual({ ...first, seeded: false })
    expect(await db().event.count()).toBe(before)
    expect(first.seeded).toBe(true)
  })

  it('names no link that it did not make', async () => {
    const answer = await seed('--if-empty', 'another secret of thirty-two characters')
    expect(answer).toMatchObject({ seeded: false, accounts: DEMO_ACCOUNTS })
    expect(answer.sharePath).toBeUndefined()
    expect(await db().share.count()).toBe(1)
  })

  it('sets nobody up where there is an administrator', async () => {
    expect(await seed('--setup-link')).toEqual({ setupPath: null })
  })

  it('offers no demo accounts on a desk that has lost them', async () => {
    await db().member.updateMany({ where: { id: person('r1').memberId }, data: { removedAt: new Date() } })
    expect(await seed()).toEqual({ seeded: false, accounts: [] })
  })
})

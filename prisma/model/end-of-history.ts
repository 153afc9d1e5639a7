import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { db } from '../../lib/db/client'
import { listClaims } from '../../lib/use-cases/claims/list-claims'
import { readQueue } from '../../lib/use-cases/claims/read-queue'
import { listMembers } from '../../lib/use-cases/workspace/list-members'
import { auditClaim } from '../testing/audit-claim'
import { historyOf } from '../testing/history'
import { expectedView } from './claim-view'
import { checkWords, readAndCheck } from './compare'
import { type Anyone, type Desk, isAdmin, isHere, NAMES, STRANGER } from './desk-state'
import { checkPublications } from './end-of-publications'
import { checkTexts } from './end-of-texts'
import type { Game } from './plan'
import { actorOf, type RealDesk } from './real-desk'
import { expectedReplay, replayed } from './replay'

/**
 * Everyone looks at everything (`isThorough`; otherwise some of them at each claim); then what the stored history says
 * is compared, and its chain checked.
 */
export async function checkEnd(game: Game, isThorough: boolean): Promise<void> {
  const { desk, real } = game
  const present = NAMES.filter(name => isHere(desk, name))
  for (const [place, who] of [...present, STRANGER as Anyone].entries()) {
    const isAsked = (index: number) => isThorough || (place + index + game.steps) % 3 === 0
    if (who !== STRANGER && (isThorough || place === game.steps % present.length)) {
      await checkLists(desk, real, who)
      await checkTexts(game, who)
    }
    for (const index of desk.claims.keys()) if (isAsked(index)) await readAndCheck(game, who, index)
  }
  await checkPeople(game)
  await checkPublications(game)
  for (const id of [real.statementId, real.workspaceId])
    strictEqual((await historyOf(id)).broken, null, 'the chain is broken')
  deepStrictEqual(await replayed(real), expectedReplay(desk), 'the replay of the stored history')
  const admin = present.find(name => isAdmin(desk, name))
  if (!admin) throw new Error('a desk keeps an administrator')
  // The audit of a claim is that of its statement and of the desk.
  for (const id of real.claims.slice(0, 1)) {
    deepStrictEqual(await auditClaim(actorOf(real, desk, admin), id), [], 'the audit of the desk')
  }
}

/** The list of claims and the queues say of each claim what the claim itself says. */
async function checkLists(desk: Desk, real: RealDesk, who: (typeof NAMES)[number]): Promise<void> {
  const actor = actorOf(real, desk, who)
  const views = desk.claims.map(claim => expectedView(desk, claim, who))
  const { items } = await listClaims.execute(actor, { statementId: real.statementId, ended: 'true' })
  checkWords(desk, who, JSON.stringify(items))
  const shown = new Map(items.map(item => [item.id, item]))
  deepStrictEqual(
    real.claims.map(id => {
      const item = shown.get(id)
      if (!item) return null
      const { status, rating, round, version, suspendedAt } = item
      return [status, rating?.key ?? null, round.cast, round.missing, version, suspendedAt !== null]
    }),
    views.map(view => {
      const round = view.rounds.at(-1)
      return [view.status, view.rating, round?.cast, round?.missing, view.version, view.isSuspended]
    }),
    `the claims as ${who} sees them listed`,
  )
  const queues = [
    ['verdicts', 'needsMyVerdict'],
    ['decisions', 'needsEditor'],
  ] as const
  for (const [of, wants] of queues) {
    const queue = await readQueue.execute(actor, { of })
    deepStrictEqual(
      queue.items.map(({ claim }) => real.claims.indexOf(claim.id)).sort(),
      [...views.keys()].filter(index => views[index]?.[wants]).sort(),
      `what waits for ${who} (${of})`,
    )
  }
}

async function checkPeople({ desk, real }: Game): Promise<void> {
  const { workspaceId } = real
  const actor = actorOf(real, desk, NAMES.find(name => isHere(desk, name)) ?? 'admin')
  const members = await listMembers.execute({ ...actor, role: 'ADMIN' }, {})
  const people = members.items.map(({ name, role, removedAt, isTrainee }) => {
    return `${name.toLowerCase()} ${role} ${removedAt === null} ${isTrainee}`
  })
  const expected = NAMES.map(
    name => `${name} ${desk.people[name].role} ${isHere(desk, name)} ${desk.people[name].isTrainee}`,
  )
  deepStrictEqual(people.sort(), expected.sort())
  strictEqual(await db().policyVersion.count({ where: { workspaceId } }), desk.policies.length)
}

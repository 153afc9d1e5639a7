import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { db } from '../../lib/db/client'
import { listClaims } from '../../lib/use-cases/claims/list-claims'
import { readQueue } from '../../lib/use-cases/claims/read-queue'
import { listPublications } from '../../lib/use-cases/publications/list-publications'
import { listShares } from '../../lib/use-cases/publications/list-shares'
import { listMembers } from '../../lib/use-cases/workspace/list-members'
import { auditClaim } from '../testing/audit-claim'
import { historyOf } from '../testing/history'
import { hasNews, standing, unfinished } from './changes'
import { expectedView } from './claim-view'
import { checkWords, readAndCheck } from './compare'
import { type Anyone, type Desk, isAdmin, isEditor, isHere, NAMES, STRANGER } from './desk-state'
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
    if (who !== STRANGER && (isThorough || place === game.steps % present.length)) await checkLists(desk, real, who)
    for (const index of desk.claims.keys()) if (isAsked(index)) await readAndCheck(game, who, index)
  }
  await checkDesk(game)
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
      return item && [item.status, item.rating?.key ?? null, item.round.cast, item.round.missing, item.version]
    }),
    views.map(view => {
      const round = view.rounds.at(-1)
      return [view.status, view.rating, round?.cast, round?.missing, view.version]
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

async function checkDesk({ desk, real }: Game): Promise<void> {
  const { statementId, workspaceId } = real
  const editor = NAMES.find(name => isHere(desk, name) && isEditor(desk, name)) ?? 'admin'
  const actor = actorOf(real, desk, editor)
  const shown = await listPublications.execute(actor, { statementId })
  deepStrictEqual(
    shown.items.map(({ claimCount }) => claimCount).reverse(),
    desk.publications.map(publication => publication.shown.size),
  )
  const { due, underReview } = unfinished(desk)
  const placeOf = ({ claim }: { claim: { id: string } }) => real.claims.indexOf(claim.id)
  deepStrictEqual(
    {
      decided: shown.decidedClaims,
      isNew: shown.changedSince,
      due: shown.dueCorrections.map(placeOf).sort(),
      underReview: shown.underReview.map(placeOf).sort(),
    },
    { decided: standing(desk).size, isNew: due.length > 0 || hasNews(desk), due, underReview },
  )

  const shares = await listShares.execute(actor, { statementId })
  const stateOf = new Map(shares.items.map(item => [item.id, `${item.publicationNumber} ${item.state}`]))
  deepStrictEqual(
    real.shares.map(id => stateOf.get(id)),
    desk.shares.map(({ publication, isRevoked }) => `${publication} ${isRevoked ? 'REVOKED' : 'ACTIVE'}`),
  )
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

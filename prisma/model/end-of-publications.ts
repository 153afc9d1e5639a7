import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { Snapshot } from '../../lib/contracts/snapshot'
import { db } from '../../lib/db/client'
import { findOpenShare } from '../../lib/db/shares'
import { hashSecret } from '../../lib/platform/secrets'
import { listPublications } from '../../lib/use-cases/publications/list-publications'
import { listShares } from '../../lib/use-cases/publications/list-shares'
import { hasNews, standing, unfinished } from './changes'
import { type Desk, isEditor, isHere, isSuspended, NAMES, type Publication } from './desk-state'
import { claimAt, type Game } from './plan'
import { actorOf, type RealDesk } from './real-desk'

/** What has been published, what the next publication would say, and what readers are told until then. */
export async function checkPublications({ desk, real }: Game): Promise<void> {
  const { statementId } = real
  const editor = NAMES.find(name => isHere(desk, name) && isEditor(desk, name)) ?? 'admin'
  const actor = actorOf(real, desk, editor)
  const shown = await listPublications.execute(actor, { statementId })
  const { due, underReview } = unfinished(desk)
  const placeOf = ({ claim }: { claim: { id: string } }) => real.claims.indexOf(claim.id)
  deepStrictEqual(
    {
      decided: shown.decidedClaims,
      isNew: shown.changedSince,
      due: shown.dueCorrections.map(placeOf).sort(),
      underReview: shown.underReview.map(placeOf).sort(),
    },
    {
      decided: standing(desk).size,
      isNew: due.length > 0 || hasNews(desk),
      due: due.sort(),
      underReview: underReview.sort(),
    },
  )
  deepStrictEqual(
    shown.items.map(({ claimCount }) => claimCount).reverse(),
    desk.publications.map(publication => publication.shown.size),
  )
  deepStrictEqual(await snapshotsOf(real), desk.publications.map(expectedSnapshot), 'what is published')

  const shares = await listShares.execute(actor, { statementId })
  const stateOf = new Map(shares.items.map(item => [item.id, `${item.publicationNumber} ${item.state}`]))
  deepStrictEqual(
    real.shares.map(({ id }) => stateOf.get(id)),
    desk.shares.map(({ publication, isRevoked }) => `${publication} ${isRevoked ? 'REVOKED' : 'ACTIVE'}`),
  )
  for (const [index, { token }] of real.shares.entries()) {
    const open = await findOpenShare(db(), hashSecret(token))
    const { publication = 0, isRevoked = true } = desk.shares[index] ?? {}
    strictEqual(open === null, isRevoked, 'a link that was revoked, or was not')
    const told = open?.lifted.map(({ claimId, state }) => `${real.claims.indexOf(claimId)} ${state}`) ?? []
    deepStrictEqual(
      told.sort(),
      isRevoked ? [] : toldReaders(desk, publication),
      `what readers of link ${index} are told`,
    )
  }
}

/** What the page of a publication says beside the claims that it shows: those that stand otherwise by now. */
function toldReaders(desk: Desk, publication: number): string[] {
  const shown = desk.publications[publication - 1]?.shown ?? new Map<number, number>()
  return [...shown]
    .flatMap(([index, decision]) => {
      const claim = claimAt(desk, index)
      const newest = Math.max(...desk.publications.map(one => one.shown.get(index) ?? 0))
      const isPaused = claim.stage === 'DECIDED' && isSuspended(desk, claim)
      if (!claim.lifted.has(decision) && !isPaused) return []
      const isGone = claim.stage === 'WITHDRAWN' || claim.stage === 'MERGED'
      if (claim.lifted.has(newest)) return [`${index} ${isGone ? claim.stage : 'UNDER_REVIEW'}`]
      return [`${index} ${isPaused ? 'UNDER_REVIEW' : 'REPUBLISHED'}`]
    })
    .sort()
}

function expectedSnapshot({ version, quotes, underReview }: Publication) {
  const claims = [...quotes].map(([claim, words]) => `${claim} ${words.join(' + ')}`).sort()
  return { version, claims, underReview: underReview.map(String).sort() }
}

async function snapshotsOf({ statementId, claims: ids }: RealDesk): Promise<ReturnType<typeof expectedSnapshot>[]> {
  const rows = await db().publication.findMany({ where: { statementId }, orderBy: { number: 'asc' } })
  return rows.map(({ snapshot }) => {
    const { statement, claims, underReview } = Snapshot.parse(snapshot)
    const quotesOf = (targets: readonly { exact: string }[]) => targets.map(({ exact }) => exact).sort()
    return {
      version: statement.versionNumber,
      claims: claims.map(({ id, targets }) => `${ids.indexOf(id)} ${quotesOf(targets).join(' + ')}`).sort(),
      underReview: underReview.map(({ id }) => String(ids.indexOf(id))).sort(),
    }
  })
}

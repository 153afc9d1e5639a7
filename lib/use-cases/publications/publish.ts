import { publishContract } from '@/lib/contracts/publications'
import type { Tx } from '@/lib/db/client'
import { type PublishedContact, readPublishedContacts } from '@/lib/db/contacts'
import { lastCorrectionNumber, listCorrectionsOf } from '@/lib/db/corrections'
import type { EventDraft } from '@/lib/db/events'
import { readEmbargo } from '@/lib/db/plans'
import { insertPublication, printOf, readLastPrint, readPublication } from '@/lib/db/publications'
import {
  listStanding,
  type Masthead,
  readDecidedClaims,
  readMasthead,
  readRules,
  readText,
  type Standing,
} from '@/lib/db/snapshot'
import { correctionProblems } from '@/lib/domain/correction'
import { AppError } from '@/lib/platform/app-error'
import { makeCorrection } from '../corrections/make-correction'
import { comingCorrections, publishedCorrection } from '../corrections/published-corrections'
import { groundOf, publishedReviews, readUnfinished, type Unfinished } from '../corrections/read-unfinished'
import { defineCommand } from '../define'
import { refuseProblems } from '../refuse-problems'
import { answerReports } from '../reports/answer-reports'
import { buildSnapshot } from './build-snapshot'
import { shuffled } from './reviewer-names'

/**
 * Takes an immutable snapshot of the statement's decided claims, with a correction for each published claim that stands
 * otherwise by now. The page is made from it afterwards, outside the lock.
 */
export const publish = defineCommand({
  contract: publishContract,
  action: 'publication.create',
  lock: 'statement',
  async load(tx, { workspaceId }, { statementId }) {
    const standing = await listStanding(tx, workspaceId, statementId)
    return {
      masthead: await readMasthead(tx, workspaceId, statementId),
      standing,
      contacts: await readPublishedContacts(
        tx,
        workspaceId,
        standing.map(({ claimId }) => claimId),
      ),
      last: await readLastPrint(tx, workspaceId, statementId),
      unfinished: await readUnfinished(tx, workspaceId, statementId, standing),
      embargoUntil: await readEmbargo(tx, workspaceId, statementId),
    }
  },
  facts: ({ embargoUntil }) => ({ embargoUntil }),
  async run({ tx, actor, input: { statementId, corrections: given }, resource, at }) {
    const { masthead, standing, contacts, last, unfinished } = resource
    refuseProblems(correctionProblems(given, groundOf(unfinished)))
    refuseWithoutNews(resource)
    const { workspaceId } = actor
    const number = (last?.number ?? 0) + 1
    const earlier = await listCorrectionsOf(tx, actor, { statementId })
    const coming = comingCorrections(given, unfinished, {
      statementId,
      last: await lastCorrectionNumber(tx, workspaceId, statementId),
      publication: { number, at },
    })
    const material = {
      ...(await readMaterial(tx, workspaceId, masthead, standing)),
      contacts,
      underReview: publishedReviews(unfinished),
      corrections: [...coming.map(({ told }) => told).reverse(), ...earlier.map(publishedCorrection)],
    }
    const snapshot = buildSnapshot(material, { number, at }, shuffled)
    const publication = await insertPublication(tx, actor, { statementId, number, snapshot, standing, at })
    const { id: publicationId, snapshotHash, claimCount, contentHash } = publication
    const ids = { publicationId, number, claimCount, snapshotHash }
    const events: EventDraft[] = [{ type: 'statement.published', ids, contentHash }]
    for (const [index, { row, reportIds }] of coming.entries()) {
      const { id: correctionId, event } = await makeCorrection(tx, actor, { ...row, publicationId }, at)
      const path = `corrections.${index}.reportIds`
      events.push(event, ...(await answerReports(tx, actor, { ...row, correctionId, reportIds }, at, path)))
    }
    return { value: publicationId, events }
  },
  present: (tx, actor, publicationId) => readPublication(tx, actor, publicationId),
})

type Resource = {
  masthead: Masthead
  standing: readonly Standing[]
  contacts: ReadonlyMap<string, readonly PublishedContact[]>
  last: { number: number; print: string } | null
  unfinished: Unfinished
}

/**
 * Throws conflict where the publication would show nothing, or nothing new. Taking everything back is news, and so is that
 * all of it is looked at again.
 */
function refuseWithoutNews({ masthead, standing, contacts, last, unfinished }: Resource): void {
  if (unfinished.due.length > 0) return
  if (standing.length === 0 && unfinished.underReview.length === 0) {
    throw new AppError('conflict', 'No claim of this statement is decided. Approve at least one, then publish.')
  }
  if (last?.print === printOf(masthead, standing, contacts)) {
    throw new AppError(
      'conflict',
      `Nothing has changed since publication ${last.number}. Share that one, add a note to it, or decide another claim first.`,
    )
  }
}

async function readMaterial(tx: Tx, workspaceId: string, masthead: Masthead, standing: readonly Standing[]) {
  const { id, versionNumber } = masthead.statement
  const text = await readText(tx, workspaceId, id, versionNumber)
  const claims = await readDecidedClaims(tx, workspaceId, versionNumber, standing)
  return { ...masthead, text, claims, ...(await readRules(tx, workspaceId, claims)) }
}

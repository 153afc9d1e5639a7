import { z } from 'zod'
import { readMatter } from '../../lib/db/claim-read'
import { db } from '../../lib/db/client'
import { isOpened, outcomeOf, readBinding } from '../../lib/db/decision-binding'
import type { Actor } from '../../lib/domain/actor'
import { decisionHash } from '../../lib/domain/decision-hash'

const Details = z.object({ claimant: z.string() })

/**
 * Recomputes from a claim's rows all that is derived, and says where the stored copies differ: the outcome of each round,
 * the claim's own copy of it, and what each decision was bound to. Empty when all is as it should be.
 */
export async function auditClaim(actor: Actor, claimId: string): Promise<string[]> {
  return await db().$transaction(
    async tx => {
      const matter = await readMatter(tx, actor, claimId)
      const { record, rounds } = matter
      const rows = await tx.round.findMany({ where: { claimId }, orderBy: { number: 'asc' } })
      const decisions = await tx.decision.findMany({ where: { claimId }, orderBy: { number: 'asc' } })
      const problems: string[] = []
      const check = (what: string, stored: unknown, derived: unknown) => {
        if (stored !== derived) problems.push(`${what}: stored ${stored}, derived ${derived}`)
      }
      for (const round of rounds.filter(isOpened)) {
        const row = rows.find(({ number }) => number === round.number)
        const outcome = outcomeOf(matter, round.number)
        check(`consensus of round ${round.number}`, row?.consensus, outcome.status)
        check(`rating of round ${round.number}`, row?.rating, outcome.status === 'AGREED' ? outcome.rating : null)
      }
      const latest = rounds.at(-1)
      check('number of the latest round', record.round, latest?.number)
      check('open rounds', rounds.filter(({ state }) => state === 'OPEN').length, record.roundState === 'OPEN' ? 1 : 0)
      if (latest && isOpened(latest)) {
        check('consensus of the claim', record.consensus, outcomeOf(matter, latest.number).status)
        check('revision rated', latest.claimRevision, record.revision)
      }
      for (const decision of decisions) {
        const round = rounds.find(({ number }) => number === decision.round)
        const revision = await tx.statementRevision.findFirst({
          where: { statementId: record.statementId, at: { lte: decision.at } },
          orderBy: { number: 'desc' },
        })
        const { claimant } = Details.parse(revision?.details)
        const hash = round ? decisionHash(await readBinding(tx, actor, matter, round, claimant)) : null
        check(`what decision ${decision.number} was bound to`, decision.boundHash, hash)
      }
      const last = decisions.at(-1)
      if (record.stage === 'DECIDED') {
        check('round of the standing decision', last?.round, record.round)
        check('rating of the claim', record.rating, last?.rating ?? null)
      }
      return problems
    },
    { isolationLevel: 'RepeatableRead', maxWait: 20_000, timeout: 60_000 },
  )
}

import type { z } from 'zod'
import { readAsOfContract } from '@/lib/contracts/history'
import { readPeople } from '@/lib/db/claim-people'
import type { Tx } from '@/lib/db/client'
import { clockOf } from '@/lib/db/clock'
import { readDecisionWords, readForReplay, readStatementAt } from '@/lib/db/history-as-of'
import { atOneMoment } from '@/lib/db/one-moment'
import { readVerdicts } from '@/lib/db/verdicts'
import type { Actor } from '@/lib/domain/actor'
import type { StatementState } from '@/lib/domain/history'
import { replayHistory } from '@/lib/domain/replay-history'
import { isRevealed } from '@/lib/domain/round'
import { compareSpans } from '@/lib/domain/span-order'
import { AppError } from '@/lib/platform/app-error'
import { defineQuery } from '../define'
import { invalidInput } from '../invalid-input'
import { claimThen } from './claim-then'

/** A statement and its claims as they stood at a moment, by replaying the history up to it. */
export const readAsOf = defineQuery({
  contract: readAsOfContract,
  action: 'event.list',
  run: ({ db, actor, input }) => atOneMoment(db, tx => presentAsOf(tx, actor, input.statementId, new Date(input.at))),
})

async function presentAsOf(
  tx: Tx,
  actor: Actor,
  statementId: string,
  at: Date,
): Promise<z.input<typeof readAsOfContract.output>> {
  if (at > (await clockOf(tx))) throw invalidInput('at', 'That moment is still to come. Choose one that has passed.')
  const { events, rows } = await readForReplay(tx, actor, statementId, at)
  const state = replayHistory(events, rows, { at: at.toISOString() })
  if (state.version === 0) {
    throw new AppError('not-found', 'The statement had not been brought in by then. Choose a later moment.')
  }
  const people = await readPeople(tx, actor)
  const decisions = await readDecisionWords(tx, actor, standingIn(state))
  // Through the seal: what is not open to the actor now is not shown of any moment.
  const verdicts = await readVerdicts(tx, actor, claimsWithVerdicts(state))
  const scales = new Map(rows.scales.map(scale => [scale.version, scale]))
  const newest = state.publications.at(-1)
  return {
    at: at.toISOString(),
    seq: state.seq,
    statement: await readStatementAt(tx, actor, statementId, state),
    claims: state.claims
      .toSorted((one, other) => compareSpans(spanOf(one), spanOf(other)))
      .map(claim => {
        const scale = scales.get(claim.scaleVersion)
        if (!scale) throw new RangeError(`scale ${claim.scaleVersion} was not read`)
        return claimThen(claim, { scale, people, decisions, verdicts })
      }),
    publication: newest ? { number: newest.number, at: newest.at } : null,
  }
}

function standingIn({ claims }: StatementState): string[] {
  return claims.flatMap(({ standingDecisionId }) => standingDecisionId ?? [])
}

function claimsWithVerdicts({ claims }: StatementState): string[] {
  return claims.filter(claim => claim.rounds.some(isRevealed)).map(({ id }) => id)
}

function spanOf({ id, targets }: StatementState['claims'][number]) {
  const [first] = targets
  return { id, start: first?.start ?? 0, end: first?.end ?? 0 }
}

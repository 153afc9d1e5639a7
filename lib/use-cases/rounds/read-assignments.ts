import { readAssignmentsContract } from '@/lib/contracts/assignments'
import { askedClaim, readAskable } from '@/lib/db/assignments'
import { findClaimsOf } from '@/lib/db/claim-record'
import { readSeq } from '@/lib/db/events-read'
import { atOneMoment } from '@/lib/db/one-moment'
import { readPlan } from '@/lib/db/plans'
import { defineQuery } from '../define'
import { laterReviewers } from './later-reviewers'

/** What an assignment starts from: who may be asked and how busy they are, and the claims whose round is open. */
export const readAssignments = defineQuery({
  contract: readAssignmentsContract,
  action: 'claim.list',
  run: ({ db, actor, input: { statementId } }) =>
    atOneMoment(db, async tx => {
      await readSeq(tx, actor, statementId) // Says so where there is no such statement.
      const records = await findClaimsOf(tx, actor, statementId, false)
      return {
        members: await readAskable(tx, actor),
        claims: records.filter(({ stage, roundState }) => stage === 'OPEN' && roundState === 'OPEN').map(askedClaim),
        later: laterReviewers(await readPlan(tx, actor, statementId)),
      }
    }),
})

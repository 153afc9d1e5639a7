import { simulatePolicyContract } from '@/lib/contracts/policies'
import { readCountedRounds } from '@/lib/db/counted-rounds'
import { countPeople } from '@/lib/db/members'
import { atOneMoment } from '@/lib/db/one-moment'
import { peopleNeeded, shortfallOf } from '@/lib/domain/decider'
import { simulatePolicy as simulate } from '@/lib/domain/policy-simulation'
import { type RatingScale, ratingsInOrder } from '@/lib/domain/scale'
import type { SentencePart } from '@/lib/domain/sentence'
import { defineQuery } from '../define'
import { refusePolicy } from './refuse-policy'

const MOST_LISTED = 200

/** What a changed policy would have made of the desk's closed rounds, for who may set it. Refuses what setting would refuse. */
export const simulatePolicy = defineQuery({
  contract: simulatePolicyContract,
  action: 'policy.set',
  run: async ({ db, actor, input: policy }) => {
    const { people, rounds } = await atOneMoment(db, async tx => {
      const people = await countPeople(tx, actor.workspaceId)
      refusePolicy(policy, people)
      return { people, rounds: await readCountedRounds(tx, actor) }
    })
    const { before, after, changed } = simulate(rounds, policy)
    return {
      rounds: rounds.length,
      changed: changed.slice(0, MOST_LISTED).map(({ round, ...sentences }) => ({
        claimId: round.claimId,
        statementId: round.statementId,
        statementTitle: round.statementTitle,
        claimReviewed: round.claimReviewed,
        round: round.number,
        ...sentences,
        ratings: namedIn([...sentences.before, ...sentences.after], round.scale),
      })),
      changedTotal: changed.length,
      countsBefore: before,
      countsAfter: after,
      deciders: { ...people, needed: peopleNeeded(policy), warning: shortfallOf(policy, people)?.message ?? null },
    }
  },
})

function namedIn(parts: readonly SentencePart[], scale: RatingScale) {
  return ratingsInOrder(scale).filter(({ key }) => parts.some(({ rating }) => rating === key))
}

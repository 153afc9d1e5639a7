import type { ClaimDto } from '../../lib/contracts/claims'
import { db } from '../../lib/db/client'
import { assignReviewers } from '../../lib/use-cases/rounds/assign-reviewers'
import { closeRound } from '../../lib/use-cases/rounds/close-round'
import { recuse } from '../../lib/use-cases/rounds/recuse'
import { castVerdict } from '../../lib/use-cases/verdicts/cast-verdict'
import { castAll, citation, makeClaim, readAs } from './claims'
import type { Desk } from './factories'
import { atOnce, type Race, unless } from './races'

export function verdictOn(claim: ClaimDto, rating: string) {
  return {
    claimId: claim.id,
    version: claim.version,
    rating,
    confidence: 'LOW',
    rationale: 'In haste.',
    citations: [citation()],
  }
}

/** A claim that four reviewers are asked to rate, with the first ones' ratings in. */
async function asked(desk: Desk, count: number, ratings: readonly string[]): Promise<ClaimDto> {
  const { id } = await makeClaim(desk)
  const memberIds = desk.reviewers.slice(0, count).map(({ memberId }) => memberId)
  await assignReviewers.execute(desk.actors.maple, { claimId: id, memberIds })
  return await castAll(desk, id, ratings)
}

/** Races of verdicts, of closing and of standing back. The desk has four reviewers or more and a quorum of 2. */
export const RACES_OF_ROUNDS: readonly Race[] = [
  {
    name: 'the last verdicts close the round once, with all of them',
    prepare: desk => asked(desk, 4, []),
    async run(desk, claim) {
      const everyone = desk.reviewers.slice(0, 4)
      const outcome = await atOnce(
        ...everyone.map(actor => () => castVerdict.execute(actor, verdictOn(claim, 'FALSE'))),
      )
      const { status, round } = await readAs(desk.actors.maple, claim.id)
      const seen = `${status}, ${round.state} with ${round.cast}`
      return { outcome, problems: unless(seen === 'AGREED, CLOSED with 4', `all four have cast: ${seen}`) }
    },
    needsLock: true,
    outcomes: ['done done done done'],
  },
  {
    name: 'an editor’s closing never leaves out a dissent that was cast before',
    prepare: desk => asked(desk, 4, ['FALSE', 'FALSE']),
    async run(desk, claim) {
      const { maple, cedar } = desk.actors
      const outcome = await atOnce(
        () => closeRound.execute(maple, { claimId: claim.id, version: claim.version }),
        () => castVerdict.execute(cedar, verdictOn(claim, 'TRUE')),
      )
      const { status, round } = await readAs(maple, claim.id)
      const wanted = outcome[1] === 'done' ? 'SPLIT, CLOSED with 3' : 'AGREED, CLOSED with 2'
      const seen = `${status}, ${round.state} with ${round.cast}`
      return { outcome, problems: unless(seen === wanted, `${seen}, not ${wanted}`) }
    },
    needsLock: true,
    outcomes: ['done done', 'done refused'],
  },
  {
    name: 'a recusal and the verdict that closes the round never count the recused',
    prepare: desk => asked(desk, 3, ['TRUE', 'FALSE']),
    async run(desk, claim) {
      const { almond, cedar } = desk.actors
      const outcome = await atOnce(
        () => recuse.execute(almond, { claimId: claim.id, reason: 'A relative.' }),
        () => castVerdict.execute(cedar, verdictOn(claim, 'FALSE')),
      )
      return { outcome, problems: await problemsOfRecusal(desk, claim, 'AGREED with 2', 'SPLIT with 3') }
    },
    needsLock: true,
    outcomes: ['done done'],
  },
  {
    name: 'a recusal and an editor’s closing never count the recused',
    prepare: desk => asked(desk, 4, ['TRUE', 'FALSE', 'FALSE']),
    async run(desk, claim) {
      const { almond, maple } = desk.actors
      const outcome = await atOnce(
        () => recuse.execute(almond, { claimId: claim.id, reason: 'A relative.' }),
        () => closeRound.execute(maple, { claimId: claim.id, version: claim.version }),
      )
      return { outcome, problems: await problemsOfRecusal(desk, claim, 'AGREED with 2', 'SPLIT with 3') }
    },
    needsLock: true,
    outcomes: ['done done'],
  },
  {
    name: 'one form sent from two tabs leaves one standing verdict',
    prepare: desk => makeClaim(desk),
    async run(desk, claim) {
      const send = (rating: string) => () => castVerdict.execute(desk.actors.birch, verdictOn(claim, rating))
      const outcome = await atOnce(send('TRUE'), send('FALSE'))
      const rows = await db().verdict.findMany({ where: { claimId: claim.id }, orderBy: { revision: 'asc' } })
      const revisions = rows.map(({ revision }) => revision).join()
      const { round } = await readAs(desk.actors.birch, claim.id)
      return { outcome, problems: unless(`${revisions} ${round.cast}` === '1,2 1', `${revisions}, ${round.cast} cast`) }
    },
    outcomes: ['done done'],
  },
]

/** Who stood back before the reveal is not counted; who did so afterwards is. */
async function problemsOfRecusal(desk: Desk, claim: ClaimDto, without: string, withThem: string): Promise<string[]> {
  const recusal = await db().recusal.findFirst({ where: { claimId: claim.id } })
  const { status, round } = await readAs(desk.actors.maple, claim.id)
  const seen = `${status} with ${round.cast}`
  const wanted = recusal?.fromRound === 1 ? without : withThem
  return unless(recusal !== null && seen === wanted, `${seen}, not ${wanted}, recused from ${recusal?.fromRound}`)
}

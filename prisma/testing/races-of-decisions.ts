import type { ClaimDto } from '../../lib/contracts/claims'
import { Snapshot } from '../../lib/contracts/snapshot'
import { db } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { AppError } from '../../lib/platform/app-error'
import { editClaim } from '../../lib/use-cases/claims/edit-claim'
import { decideClaim } from '../../lib/use-cases/decisions/decide-claim'
import { reopenClaim } from '../../lib/use-cases/decisions/reopen-claim'
import { publish } from '../../lib/use-cases/publications/publish'
import { assignReviewers } from '../../lib/use-cases/rounds/assign-reviewers'
import { closeRound } from '../../lib/use-cases/rounds/close-round'
import { castVerdict } from '../../lib/use-cases/verdicts/cast-verdict'
import { approveAs, castAll, castAs, makeClaim, readAs } from './claims'
import type { Desk } from './factories'
import { atOnce, type Race, unless } from './races'
import { verdictOn } from './races-of-rounds'

function approval(claim: Pick<ClaimDto, 'id' | 'contentHash'>) {
  return { claimId: claim.id, action: 'APPROVE', contentHash: claim.contentHash, explanation: 'As agreed.' }
}

async function agreed(desk: Desk): Promise<ClaimDto> {
  const { id } = await makeClaim(desk)
  return await castAll(desk, id, ['FALSE', 'FALSE'])
}

async function approved(desk: Desk): Promise<ClaimDto> {
  return await approveAs(desk.actors.maple, (await agreed(desk)).id)
}

/** Approves as soon as there is something to approve, as an editor who keeps looking; returns what they saw. */
async function approveWhenSeen(editor: Actor, claimId: string): Promise<ClaimDto> {
  for (let looks = 0; looks < 200; looks++) {
    const seen = await readAs(editor, claimId)
    if (seen.status === 'AGREED') {
      await decideClaim.execute(editor, approval(seen))
      return seen
    }
    if (seen.round.state === 'CLOSED') throw new AppError('conflict', 'There is nothing to approve.')
  }
  throw new Error('the round never closed')
}

/** Races of deciding, changing, taking up again and publishing. The desk has four reviewers or more and a quorum of 2. */
export const RACES_OF_DECISIONS: readonly Race[] = [
  {
    name: 'an approval right behind the closing stands on every verdict that was cast, as the editor saw them',
    async prepare(desk) {
      const { id } = await makeClaim(desk)
      const memberIds = desk.reviewers.slice(0, 4).map(({ memberId }) => memberId)
      await assignReviewers.execute(desk.actors.maple, { claimId: id, memberIds })
      return await castAll(desk, id, ['FALSE', 'FALSE'])
    },
    async run(desk, claim) {
      const { maple, oak, cedar } = desk.actors
      let seen: ClaimDto | undefined
      const outcome = await atOnce(
        () => closeRound.execute(maple, { claimId: claim.id, version: claim.version }),
        // Close enough to what the others say to agree with them.
        () => castVerdict.execute(cedar, verdictOn(claim, 'MOSTLY_FALSE')),
        async () => {
          seen = await approveWhenSeen(oak, claim.id)
        },
      )
      const now = await readAs(oak, claim.id)
      const [decision] = now.decisions
      return {
        outcome,
        problems: [
          ...unless(now.round.cast === (outcome[1] === 'done' ? 3 : 2), `${now.round.cast} verdicts are counted`),
          ...unless(decision?.boundHash === now.contentHash, 'the decision binds something else than what stands'),
          ...unless(seen?.round.cast === now.round.cast, `the editor saw ${seen?.round.cast} of ${now.round.cast}`),
        ],
      }
    },
    outcomes: ['done done done', 'done refused done'],
  },
  {
    name: 'two approvals approve once',
    prepare: agreed,
    async run(desk, claim) {
      const { maple, oak } = desk.actors
      const outcome = await atOnce(
        () => decideClaim.execute(maple, approval(claim)),
        () => decideClaim.execute(oak, approval(claim)),
      )
      const count = await db().decision.count({ where: { claimId: claim.id } })
      return { outcome: outcome.sort(), problems: unless(count === 1, `${count} decisions`) }
    },
    outcomes: ['done refused'],
  },
  {
    name: 'an approval and a change of the claim never approve what the editor did not see',
    prepare: agreed,
    async run(desk, claim) {
      const { maple, oak } = desk.actors
      const edit = { claimId: claim.id, version: claim.version, claimReviewed: 'Something else entirely.' }
      const outcome = await atOnce(
        () => decideClaim.execute(maple, approval(claim)),
        () => editClaim.execute(oak, edit),
      )
      const { stage, claimReviewed } = await readAs(maple, claim.id)
      const wanted = outcome[0] === 'done' ? `DECIDED ${claim.claimReviewed}` : `OPEN ${edit.claimReviewed}`
      return { outcome, problems: unless(`${stage} ${claimReviewed}` === wanted, `${stage} ${claimReviewed}`) }
    },
    outcomes: ['done refused', 'refused done'],
  },
  {
    name: 'an approval, two reopenings and the verdict that follows stand on the round they saw',
    prepare: approved,
    async run(desk, claim) {
      const { almond, maple, oak, admin } = desk.actors
      const reopen = (editor: Actor) => async () => {
        await reopenClaim.execute(editor, { claimId: claim.id, version: claim.version, reason: 'New figures.' })
        await castAs(almond, claim.id, 'TRUE')
      }
      const [one, approving, other] = await atOnce(
        reopen(oak),
        () => decideClaim.execute(admin, approval(claim)),
        reopen(maple),
      )
      const { stage, round } = await readAs(maple, claim.id)
      const seen = `${stage}, round ${round.number} ${round.state} with ${round.cast}`
      const count = await db().decision.count({ where: { claimId: claim.id } })
      return {
        outcome: [approving ?? 'done', ...[one ?? 'done', other ?? 'done'].sort()],
        problems: [
          ...unless(seen === 'OPEN, round 2 OPEN with 1', seen),
          ...unless(count === 1, `${count} decisions were made`),
        ],
      }
    },
    outcomes: ['refused done refused'],
  },
  {
    name: 'a reopening and a publication never show a claim as decided that was reopened before',
    async prepare(desk) {
      const claim = await approved(desk)
      const { statementId } = claim
      await publish.execute(desk.actors.maple, { statementId })
      const other = await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })
      await castAll(desk, other.id, ['FALSE', 'FALSE'])
      await approveAs(desk.actors.maple, other.id)
      return claim
    },
    async run(desk, claim) {
      const { maple, oak } = desk.actors
      const { id: claimId, version, statementId } = claim
      const outcome = await atOnce(
        () => publish.execute(maple, { statementId }),
        () => reopenClaim.execute(oak, { claimId, version, reason: 'New figures.' }),
      )
      const order = await db().event.findMany({
        where: { streamId: statementId, type: { in: ['claim.reopened', 'statement.published'] } },
        orderBy: { seq: 'desc' },
      })
      const isReopenedFirst = order[0]?.type === 'statement.published'
      const last = await db().publication.findFirstOrThrow({ where: { statementId }, orderBy: { number: 'desc' } })
      const { claims, underReview } = Snapshot.parse(last.snapshot)
      const isShown = claims.some(({ id }) => id === claimId)
      const isSaid = underReview.some(({ id }) => id === claimId)
      const wanted = isReopenedFirst ? 'under review' : 'as decided'
      const shown = isShown && !isSaid ? 'as decided' : isSaid && !isShown ? 'under review' : 'neither or both'
      return {
        outcome,
        problems: [
          ...unless(last.number === 2 && claims.length + underReview.length === 2, `publication ${last.number}`),
          ...unless(shown === wanted, `it is shown ${shown}, and should be ${wanted}`),
        ],
      }
    },
    needsLock: true,
    outcomes: ['done done'],
  },
]

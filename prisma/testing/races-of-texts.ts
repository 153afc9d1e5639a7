import type { ClaimDto } from '../../lib/contracts/claims'
import type { Actor } from '../../lib/domain/actor'
import { decideClaim } from '../../lib/use-cases/decisions/decide-claim'
import { castVerdict } from '../../lib/use-cases/verdicts/cast-verdict'
import { createVersion } from '../../lib/use-cases/versions/create-version'
import { repairClaim } from '../../lib/use-cases/versions/repair-claim'
import { castAll, castAs, makeClaim, readAs } from './claims'
import { type Desk, TEST_TEXT } from './factories'
import { atOnce, type Race, unless } from './races'
import { verdictOn } from './races-of-rounds'
import { addTextAs } from './texts'

const CHANGED = TEST_TEXT.replace('by a third', 'by a quarter')

function changesText({ statementId }: ClaimDto, actor: Actor, basedOn = 1, text = CHANGED) {
  return () => createVersion.execute(actor, { statementId, basedOn, text })
}

/** Races of a new text with what is done to a claim that it changes. The desk has four reviewers or more and a quorum of 2. */
export const RACES_OF_TEXTS: readonly Race[] = [
  {
    name: 'a verdict either stands before the text changes or is refused, and the round stays open under the change',
    async prepare(desk) {
      const { id } = await makeClaim(desk)
      await castAs(desk.actors.almond, id)
      return await readAs(desk.actors.birch, id)
    },
    async run(desk, claim) {
      const { maple, birch } = desk.actors
      const outcome = await atOnce(changesText(claim, maple), () =>
        castVerdict.execute(birch, verdictOn(claim, 'FALSE')),
      )
      const now = await readAs(maple, claim.id)
      const hasCast = outcome[1] === 'done'
      return {
        outcome,
        problems: [
          ...unless(now.suspendedAt !== null, 'the claim is not suspended'),
          ...unless(now.round.state === (hasCast ? 'CLOSED' : 'OPEN'), 'the round is not as the verdict left it'),
        ],
      }
    },
    outcomes: ['done done', 'done refused'],
  },
  {
    name: 'an approval either stands on the words before the change or is refused',
    prepare: agreed,
    async run(desk, claim) {
      const { maple, oak } = desk.actors
      const approval = {
        claimId: claim.id,
        action: 'APPROVE',
        contentHash: claim.contentHash,
        explanation: 'As agreed.',
      }
      const outcome = await atOnce(changesText(claim, maple), () => decideClaim.execute(oak, approval))
      const now = await readAs(maple, claim.id)
      return {
        outcome,
        problems: [
          ...unless(now.suspendedAt !== null, 'the claim is not suspended'),
          ...unless(now.stage === (outcome[1] === 'done' ? 'DECIDED' : 'OPEN'), `the claim is ${now.stage}`),
        ],
      }
    },
    outcomes: ['done done', 'done refused'],
  },
  {
    name: 'a repair is of the text that was seen: it stands before a newer one comes, or is refused',
    async prepare(desk) {
      const claim = await makeClaim(desk)
      await addTextAs(desk.actors.maple, claim.statementId, CHANGED)
      return await readAs(desk.actors.maple, claim.id)
    },
    async run(desk, claim) {
      const { maple, oak } = desk.actors
      const targets = claim.targets.map(({ id: targetId }) => ({ targetId }))
      const repair = { claimId: claim.id, version: claim.version, versionNumber: 2, targets }
      const newer = CHANGED.replace('rose by a quarter', 'fell by a quarter')
      const outcome = await atOnce(changesText(claim, maple, 2, newer), () => repairClaim.execute(oak, repair))
      const now = await readAs(maple, claim.id)
      const was = now.targets[0]?.was?.versionNumber
      return {
        outcome,
        problems: [
          ...unless(was === (outcome[1] === 'done' ? 2 : 1), `the passage was last accepted in version ${was}`),
          ...unless(now.suspendedAt !== null, 'the claim is not suspended'),
        ],
      }
    },
    outcomes: ['done done', 'done refused'],
  },
  {
    name: 'of two texts added to the same one, one is',
    prepare: desk => makeClaim(desk),
    async run(desk, claim) {
      const { maple, oak } = desk.actors
      const outcome = await atOnce(changesText(claim, maple), changesText(claim, oak, 1, `${TEST_TEXT} And so on.`))
      return { outcome, problems: [] }
    },
    outcomes: ['done refused', 'refused done'],
  },
]

async function agreed(desk: Desk): Promise<ClaimDto> {
  const { id } = await makeClaim(desk)
  return await castAll(desk, id, ['FALSE', 'FALSE'])
}

import { editClaimContract } from '@/lib/contracts/claims'
import { claimFacts } from '@/lib/db/claim-facts'
import { findClaim } from '@/lib/db/claim-record'
import { readCurrentText, type Wording } from '@/lib/db/claim-revisions'
import { readTargets } from '@/lib/db/targets'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { refuseFutureDates } from '../refuse-future-dates'
import { checkVersion, presentClaim } from './present-claim'
import { resolveTargets } from './resolve-targets'
import { reviseClaim } from './revise-claim'

/** Words a claim anew or moves its passages. What was cast on the old wording does not count for the new one. */
export const editClaim = defineCommand({
  contract: editClaimContract,
  action: 'claim.edit',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    await checkVersion(tx, actor, claim, input.version)
    refuseFutureDates({ saidOn: input.saidOn }, at)
    const text = await readCurrentText(tx, actor, claim.statementId)
    const targets = (await readTargets(tx, actor, [claim.id])).get(claim.id) ?? []
    const now: Wording = { claimReviewed: claim.claimReviewed, claimant: claim.claimant, saidOn: claim.saidOn, targets }
    const isSuspended = claim.suspendedAt !== null
    if (isSuspended && !input.targets) {
      throw invalidInput('targets', 'The text changed under this claim. Select the passages that it is about now.')
    }
    const next: Wording = {
      claimReviewed: input.claimReviewed ?? now.claimReviewed,
      claimant: input.claimant === undefined ? now.claimant : input.claimant,
      saidOn: input.saidOn === undefined ? now.saidOn : input.saidOn,
      targets: input.targets ? resolveTargets(text.text, input.targets) : targets,
    }
    const events = !isSuspended && isSame(now, next) ? [] : await reviseClaim(tx, actor, claim, text, next, at)
    return { value: claim.id, events }
  },
  present: presentClaim,
})

function isSame(one: Wording, other: Wording): boolean {
  return (
    one.claimReviewed === other.claimReviewed &&
    one.claimant === other.claimant &&
    one.saidOn === other.saidOn &&
    placesOf(one) === placesOf(other)
  )
}

function placesOf({ targets }: Wording): string {
  return targets.map(({ start, end }) => `${start}–${end}`).join(' ')
}

import { createClaimContract } from '@/lib/contracts/claims'
import { readCurrentText } from '@/lib/db/claim-revisions'
import { defineCommand } from '../define'
import { refuseFutureDates } from '../refuse-future-dates'
import { beginClaims } from './begin-claims'
import { checkTextVersion } from './check-text-version'
import { presentClaim } from './present-claim'
import { resolveTargets } from './resolve-targets'

/** Highlights passages of the statement's current text as a claim, which pins the desk's scale and policy, and opens its first round. Reviewers are asked as the statement's plan says. */
export const createClaim = defineCommand({
  contract: createClaimContract,
  action: 'claim.create',
  lock: 'statement',
  load: (tx, actor, { statementId }) => readCurrentText(tx, actor, statementId),
  async run({ tx, actor, input, resource: current, at }) {
    checkTextVersion(current, input.versionNumber)
    const { claimReviewed, claimant, saidOn } = input
    refuseFutureDates({ saidOn }, at)
    const targets = resolveTargets(current.text, input.targets)
    const { ids, events } = await beginClaims(tx, actor, current, [{ claimReviewed, claimant, saidOn, targets }], at)
    const [id] = ids
    if (id === undefined) throw new Error('a claim was not written')
    return { value: id, events }
  },
  present: presentClaim,
})

import { mergeClaimContract } from '@/lib/contracts/claims'
import { claimFacts } from '@/lib/db/claim-facts'
import { type ClaimRecord, changeClaim, findClaim, findClaims } from '@/lib/db/claim-record'
import { readCurrentText } from '@/lib/db/claim-revisions'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { readTargets } from '@/lib/db/targets'
import type { Actor } from '@/lib/domain/actor'
import { describeSpan } from '@/lib/domain/selectors'
import { compareSpans } from '@/lib/domain/span-order'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { checkVersion, presentClaim } from './present-claim'
import { abandonRound, reviseClaim } from './revise-claim'

/** As many passages as a claim may be given at once. */
const MOST_TARGETS = 20

/** Merges a duplicate into another claim of its statement, which gains the passages that it does not cover yet. */
export const mergeClaim = defineCommand({
  contract: mergeClaimContract,
  action: 'claim.merge',
  lock: 'statement',
  async load(tx, actor, { claimId, intoId }) {
    const claim = await findClaim(tx, actor, claimId)
    return { claim, into: await findSurvivor(tx, actor, claim, intoId) }
  },
  facts: ({ claim, into }, actor) => ({ ...claimFacts(claim, actor), into: claimFacts(into, actor) }),
  async run({ tx, actor, input, resource: { claim, into }, at }) {
    await checkVersion(tx, actor, claim, input.version)
    const abandoned = claim.roundState === 'OPEN' ? await abandonRound(tx, actor, claim, at) : []
    await changeClaim(tx, actor, claim, { stage: 'MERGED', mergedIntoId: into.id })
    const merged: EventDraft = { type: 'claim.merged', claimId: claim.id, ids: { intoId: into.id } }
    return { value: claim.id, events: [merged, ...abandoned, ...(await gainPassages(tx, actor, into, claim, at))] }
  },
  present: presentClaim,
})

async function findSurvivor(tx: Tx, actor: Actor, claim: ClaimRecord, intoId: string): Promise<ClaimRecord> {
  const [into] = await findClaims(tx, actor, [intoId])
  if (into && into.id !== claim.id && into.statementId === claim.statementId) return into
  // Another desk's claim, another statement's and none at all are the same here.
  throw invalidInput('intoId', 'Choose another claim of the same statement.')
}

async function gainPassages(
  tx: Tx,
  actor: Actor,
  into: ClaimRecord,
  from: ClaimRecord,
  at: Date,
): Promise<EventDraft[]> {
  const targets = await readTargets(tx, actor, [into.id, from.id])
  const own = targets.get(into.id) ?? []
  const gained = (targets.get(from.id) ?? []).filter(
    span => !own.some(covering => covering.start <= span.start && span.end <= covering.end),
  )
  if (gained.length === 0) return []
  if (own.length + gained.length > MOST_TARGETS) {
    throw new AppError(
      'conflict',
      `Together the two claims have more than ${MOST_TARGETS} passages. Take some out of one of them first.`,
    )
  }
  const text = await readCurrentText(tx, actor, into.statementId)
  const spans = [...own, ...gained].sort(compareSpans).map(({ start, end }) => describeSpan(text.text, start, end))
  const { claimReviewed, claimant, saidOn } = into
  return await reviseClaim(tx, actor, into, text, { claimReviewed, claimant, saidOn, targets: spans }, at)
}

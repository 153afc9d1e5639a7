import type { z } from 'zod'
import { repairClaimContract } from '@/lib/contracts/versions'
import { claimFacts } from '@/lib/db/claim-facts'
import { type ClaimRecord, changeClaim, findClaim } from '@/lib/db/claim-record'
import { readCurrentText } from '@/lib/db/claim-revisions'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { readUnanchored, type UnanchoredTarget } from '@/lib/db/target-mapping'
import { insertReview, type Review } from '@/lib/db/target-reviews'
import { readTargets } from '@/lib/db/targets'
import type { Actor } from '@/lib/domain/actor'
import type { SpanSelector } from '@/lib/domain/selectors'
import { checkVersion, presentClaim, staleClaim } from '../claims/present-claim'
import { resolveTarget } from '../claims/resolve-targets'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { closeIfComplete } from '../rounds/close'

type Named = z.output<typeof repairClaimContract.input>['targets'][number]

/**
 * Says that a claim is still the same where a new text changed or moved its passages: its verdicts and its approval stand,
 * and the record says who said so. Once all its passages stand again it goes on where it was.
 */
export const repairClaim = defineCommand({
  contract: repairClaimContract,
  action: 'claim.repair',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    await checkVersion(tx, actor, claim, input.version)
    const { text, versionNumber } = await readCurrentText(tx, actor, claim.statementId)
    if (input.versionNumber !== versionNumber) {
      const sentence = `The statement has a newer text by now (version ${versionNumber}). Look at the claim in that one.`
      throw await staleClaim(tx, actor, claim.id, sentence)
    }
    const waiting = await readUnanchored(tx, actor, { claimId: claim.id })
    const reviews = input.targets.map((named, index) => reviewOf(named, index, waiting, text, input.note))
    await refuseDoubles(tx, actor, claim, reviews)

    const events: EventDraft[] = []
    for (const review of reviews) {
      const contentHash = await insertReview(tx, actor, review, versionNumber, at)
      const type = review.action === 'CONFIRMED' ? 'target.confirmed' : 'target.moved'
      const ids = { targetId: review.targetId, version: versionNumber }
      events.push({ type, claimId: claim.id, ids, contentHash })
    }
    const isWhole = reviews.length === waiting.length
    if (isWhole) events.push({ type: 'claim.resumed', claimId: claim.id, ids: { version: versionNumber } })
    const targets = (await readTargets(tx, actor, [claim.id])).get(claim.id) ?? []
    const change = {
      sortStart: Math.min(...targets.map(({ start }) => start)),
      ...(isWhole ? { suspendedAt: null } : {}),
    }
    await changeClaim(tx, actor, claim, change, events.length)
    return { value: claim.id, events: [...events, ...(await closeIfComplete(tx, actor, claim.id, at))] }
  },
  present: presentClaim,
})

/** Throws invalid-input where this is no passage of the claim that waits for someone, or does not stand there. */
function reviewOf(
  { targetId, moveTo }: Named,
  index: number,
  waiting: readonly UnanchoredTarget[],
  text: string,
  note: string | null,
): Review {
  const path = `targets.${index}`
  const target = waiting.find(one => one.targetId === targetId)
  if (!target) {
    throw invalidInput(`${path}.targetId`, 'This is no passage of the claim that the current text changed or lost.')
  }
  const found = target.state
  const span = moveTo ? resolveTarget(text, moveTo, `${path}.moveTo`) : target
  if (!moveTo && found === 'ORPHANED') {
    throw invalidInput(
      `${path}.moveTo`,
      'This passage is gone. Select where it stands now, or edit or withdraw the claim.',
    )
  }
  const isThere = found === 'CHANGED' && span.start === target.start && span.end === target.end
  return { targetId, action: isThere ? 'CONFIRMED' : 'RETARGETED', found, span: spanOf(span), note }
}

function spanOf({ exact, prefix, suffix, start, end }: SpanSelector): SpanSelector {
  return { exact, prefix, suffix, start, end }
}

/** Throws invalid-input where a passage is named twice, or put where another one of the claim stands. */
async function refuseDoubles(tx: Tx, actor: Actor, claim: ClaimRecord, reviews: readonly Review[]): Promise<void> {
  const targets = (await readTargets(tx, actor, [claim.id])).get(claim.id) ?? []
  const named = new Set(reviews.map(({ targetId }) => targetId))
  const staying = reviews.filter(({ action }) => action === 'CONFIRMED').map(({ span }) => span)
  const taken = new Set([...targets.filter(({ id }) => !named.has(id)), ...staying].map(placeOf))
  const seen = new Set<string>()
  reviews.forEach(({ targetId, span, action }, index) => {
    const path = `targets.${index}`
    if (seen.has(targetId)) throw invalidInput(`${path}.targetId`, 'This passage is named twice.')
    seen.add(targetId)
    if (action === 'RETARGETED' && taken.has(placeOf(span))) {
      throw invalidInput(`${path}.moveTo`, 'Another passage of this claim stands there already. Select another one.')
    }
    taken.add(placeOf(span))
  })
}

function placeOf({ start, end }: { start: number; end: number }): string {
  return `${start}–${end}`
}

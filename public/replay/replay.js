// Replays a whole publication and says in words what came of it. No dependency, no side effects.

import { consensus } from './consensus.js'

/** @typedef {import('./publication.js').Publication} Publication */
/** @typedef {import('./publication.js').Claim} Claim */
/** @typedef {ReturnType<typeof replay>[number]} Replayed */

/**
 * Works every claim of a publication out again and compares it with what was published.
 * @param {Publication} publication
 */
export function replay({ claims, scales, policies }) {
  return claims.map(claim => {
    const scale = scales.find(({ version }) => version === claim.scaleVersion)
    const policy = policies.find(({ version }) => version === claim.policyVersion)
    if (!scale || !policy) throw new Error(`Claim ${claim.number} comes without its scale or its policy.`)
    const stranger = claim.verdicts.find(({ rating }) => !scale.ratings.some(({ key }) => key === rating))
    if (stranger) throw new Error(`Claim ${claim.number}: ${stranger.rating} is no rating of its scale.`)
    const given = claim.verdicts.map(({ rating }) => rating)
    const result = consensus(given, scale.ratings, { ...policy, quorum: claim.quorum }, claim.countedRound)
    return { claim, scale, policy, result, differences: compare(claim, policy, result) }
  })
}

/**
 * What of a published claim is not as the rule has it; empty where all is.
 * @param {Claim} claim
 * @param {import('./consensus.js').Policy} policy
 * @param {ReturnType<typeof consensus>} result
 */
function compare(claim, policy, result) {
  /** @type {[what: string, published: unknown, replayed: unknown][]} */
  const pairs = []
  // Older publications state it only through what was decided.
  if (claim.consensus) {
    pairs.push(['status', claim.consensus.status, result.status])
    pairs.push(['rating', claim.consensus.rating, result.rating])
    pairs.push(['failed clause', claim.consensus.reason, result.reason])
  }
  // Approving confirms what was agreed; any other decision says what had been agreed, if anything.
  if (claim.action === 'APPROVE') pairs.push(['approved rating', claim.rating?.key ?? null, result.rating])
  else pairs.push(['agreed rating', claim.override?.agreed ?? null, result.rating])
  // A quorum may be lowered for one claim, to two at the least and with a reason; it is never raised.
  const isLowered = claim.quorum >= 2 && claim.quorum < policy.quorum && Boolean(claim.quorumReason)
  if (!isLowered) pairs.push(['quorum', claim.quorum, policy.quorum])
  return pairs.flatMap(([what, published, replayed]) => (published === replayed ? [] : [{ what, published, replayed }]))
}

/** Which clause failed, as one says it. */
const FAILED = {
  BRANCH: 'neither on the scale nor on one answer off it',
  MAJORITY: 'no rating has the majority',
  SPREAD: 'too far apart',
}

/**
 * "Agreed False (3 of 4)", "Split (no rating has the majority)".
 * @param {Replayed} replayed
 */
export function outcomeInWords({ result, scale }) {
  const { status, rating, reason, n, missing } = result
  if (status === 'AWAITING') return `Too few verdicts (${n}, ${missing} missing)`
  if (status === 'AGREED') {
    const count = result.counts.find(({ key }) => key === rating)?.count ?? 0
    return `Agreed ${labelIn(scale, rating)} (${count} of ${n}${result.far.length > 0 ? ', with a far dissent' : ''})`
  }
  const why = reason === null ? '' : ` (${FAILED[reason]})`
  return `${status === 'SPLIT' ? 'Split' : 'Escalated'}${why}`
}

/**
 * "as published", or what differs.
 * @param {Replayed} replayed
 */
export function verdictInWords({ claim, scale, differences }) {
  if (differences.length > 0) {
    const said = (/** @type {unknown} */ value) =>
      typeof value === 'string' ? labelIn(scale, value) : (value ?? 'none')
    const each = differences.map(
      ({ what, published, replayed }) => `${what} ${said(published)}, replayed ${said(replayed)}`,
    )
    return `DIFFERS from what was published: ${each.join('; ')}`
  }
  return claim.consensus ? 'as published' : 'as published, as far as it was'
}

/** What an older publication does not say, or null. @param {readonly Replayed[]} all */
export function caveat(all) {
  const older = all.filter(({ claim }) => !claim.consensus).map(({ claim }) => claim.number)
  if (older.length === 0) return null
  const which = older.length === all.length ? 'This publication is' : `Claim ${older.join(', ')}:`
  return `${which} from before the status itself was written down. What could be compared is the rating agreed on, or that none was.`
}

/** @param {{ ratings: readonly import('./consensus.js').Rating[] }} scale @param {string | null} key */
function labelIn({ ratings }, key) {
  return ratings.find(rating => rating.key === key)?.label ?? key ?? 'none'
}

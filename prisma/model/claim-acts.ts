import { createClaim } from '../../lib/use-cases/claims/create-claim'
import { editClaim } from '../../lib/use-cases/claims/edit-claim'
import { lowerQuorum } from '../../lib/use-cases/claims/lower-quorum'
import { mergeClaim } from '../../lib/use-cases/claims/merge-claim'
import { withdrawClaim } from '../../lib/use-cases/claims/withdraw-claim'
import { abandonRound, closeIfFull, openRound, reword } from './changes'
import { type Claim, type Desk, isHere, isSuspended, quorumOf } from './desk-state'
import { claimAt, type Game, idOf, otherThan, type Plan, pick, pickPerson, planOnClaim, versionFor } from './plan'
import type { Step } from './step'
import * as texts from './texts'

/** Passages that someone selects: one or two that stand, or, unlikely, that once stood. */
function selected(now: texts.Text, dice: number, isLikely: boolean) {
  const from = texts.PLACES.filter(place => !isLikely || texts.stands(now, place))
  const choice = from.length > 0 ? from : texts.PLACES
  const places = new Set([pick(choice, dice), ...(dice % 2 === 0 ? [pick(choice, dice >> 3)] : [])])
  const quotes = [...places].map(place => texts.quoteOf(isLikely ? now : texts.FIRST_TEXT, place))
  return {
    says: quotes.join(' + '),
    targets: quotes.map(exact => ({ exact })),
    areThere: quotes.every(quote => quote !== '' && texts.contains(now, quote)),
    passages: () => [...places].map(place => texts.accepted(now, place)),
  }
}

export function create(game: Game, step: Step): Plan {
  const { desk, real } = game
  const who = pickPerson(step, one => isHere(desk, one))
  const sentence = `Sentence ${game.steps}.`
  const { says, targets, areThere, passages } = selected(desk.text, step.x, step.isLikely)
  const versionNumber = step.isStale ? otherThan(desk.text.version) : desk.text.version
  const input = { claimReviewed: sentence, targets, ...(step.isStale || step.y % 2 === 0 ? { versionNumber } : {}) }
  return {
    who,
    says: `${who}: create claim ${desk.claims.length} on ${says}${step.isStale ? ' (stale)' : ''}`,
    claim: desk.claims.length,
    isRight: isHere(desk, who) && !step.isStale && areThere,
    happen() {
      if (!isHere(desk, who)) return
      const policy = desk.policies.at(-1)
      if (!policy) throw new Error('a desk has a policy')
      const claim: Claim = {
        creator: who,
        sentence,
        passages: passages(),
        revision: 1,
        version: 1,
        stage: 'OPEN',
        mergedInto: null,
        policy,
        loweredQuorum: null,
        asked: new Set(),
        stoodBack: new Map(),
        everVoted: new Set(),
        rounds: [],
        decisions: [],
        lifted: new Set(),
        reopenedBy: null,
        comments: 0,
      }
      openRound(claim, 'FIRST')
      desk.claims.push(claim)
    },
    async send() {
      const { statementId } = real
      const claim = await createClaim.execute(real.actors[who], { statementId, ...input })
      real.claims.push(claim.id)
      return claim
    },
    repliesWithClaim: true,
  }
}

export function edit(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'edit', claim => {
    const { text } = game.desk
    const wasSuspended = claim !== undefined && isSuspended(game.desk, claim)
    const mustSelect = wasSuspended && step.isLikely
    const kind = step.x % 4
    const sentence = kind === 0 || kind === 2 ? `Sentence ${game.steps}.` : undefined
    const chosen = mustSelect || kind === 1 || kind === 2 ? selected(text, step.y, step.isLikely) : undefined
    return {
      says: `edit ${sentence ?? 'nothing'}, ${chosen?.says ?? 'same passages'}${step.isStale ? ' (stale)' : ''}`,
      operation: editClaim,
      input: {
        version: versionFor(claim, step),
        claimReviewed: sentence ?? claim?.sentence ?? 'Nothing.',
        ...(chosen ? { targets: chosen.targets } : {}),
      },
      isRight: !step.isStale && (chosen ? chosen.areThere : !wasSuspended),
      happen(claim) {
        const passages = chosen?.passages() ?? claim.passages
        const isSame = sentence === undefined && !wasSuspended && isSameSet(passages, claim.passages)
        if (!isSame) reword(claim, sentence ?? claim.sentence, passages)
      },
    }
  })
}

export function withdraw(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'withdraw', claim => ({
    says: `withdraw${step.isStale ? ' (stale)' : ''}`,
    operation: withdrawClaim,
    input: step.isStale || step.x % 2 === 0 ? { version: versionFor(claim, step) } : {},
    isRight: !step.isStale,
    happen(claim) {
      abandonRound(claim)
      claim.stage = 'WITHDRAWN'
      claim.version++
    },
  }))
}

export function merge(game: Game, step: Step): Plan {
  const { desk, real } = game
  return planOnClaim(game, step, 'merge', (claim, _who, index) => {
    const others = desk.claims.flatMap((other, place) => (canTake(desk, other) && place !== index ? [place] : []))
    const into = step.isLikely && others.length > 0 ? pick(others, step.y) : step.y % Math.max(desk.claims.length, 1)
    const other = desk.claims[into]
    return {
      says: `merge into claim ${into}${step.isStale ? ' (stale)' : ''}`,
      operation: mergeClaim,
      input: { intoId: idOf(real, into), version: versionFor(claim, step) },
      isRight: !step.isStale && other !== undefined && into !== index && canTake(desk, other),
      happen(claim) {
        abandonRound(claim)
        claim.stage = 'MERGED'
        claim.mergedInto = into
        claim.version++
        gain(claimAt(desk, into), claim.passages)
      },
    }
  })
}

function canTake(desk: Desk, into: Claim): boolean {
  return into.stage === 'OPEN' && !isSuspended(desk, into)
}

function gain(into: Claim, passages: readonly texts.Passage[]): void {
  const gained = passages.filter(({ place }) => !into.passages.some(own => texts.covers(own.place, place)))
  if (gained.length > 0) reword(into, into.sentence, [...into.passages, ...gained])
}

export function lower(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'lowerQuorum', claim => {
    const now = claim ? quorumOf(claim) : 3
    const quorum = step.isLikely && now > 2 ? 2 + (step.x % (now - 2)) : 1 + (step.x % 5)
    return {
      says: `lower the quorum to ${quorum}${step.isStale ? ' (stale)' : ''}`,
      operation: lowerQuorum,
      input: { version: versionFor(claim, step), quorum, reason: 'Too few of us.' },
      isRight: !step.isStale && quorum >= 2 && quorum < now,
      happen(claim) {
        claim.loweredQuorum = quorum
        closeIfFull(game.desk, claim)
      },
    }
  })
}

function isSameSet(one: readonly texts.Passage[], other: readonly texts.Passage[]): boolean {
  const keys = (passages: readonly texts.Passage[]) => passages.map(({ place }) => texts.keyOf(place)).sort()
  return keys(one).join() === keys(other).join()
}

import { createClaim } from '../../lib/use-cases/claims/create-claim'
import { editClaim } from '../../lib/use-cases/claims/edit-claim'
import { lowerQuorum } from '../../lib/use-cases/claims/lower-quorum'
import { mergeClaim } from '../../lib/use-cases/claims/merge-claim'
import { withdrawClaim } from '../../lib/use-cases/claims/withdraw-claim'
import { abandonRound, closeIfFull, openRound, reword } from './changes'
import { type Claim, isHere, quorumOf } from './desk-state'
import { claimAt, type Game, idOf, type Plan, pick, pickPerson, planOnClaim, versionFor } from './plan'
import { PASSAGES, startOf } from './real-desk'
import type { Step } from './step'

/** One or two passages. */
function somePassages(dice: number): string[] {
  return [...new Set([pick(PASSAGES, dice), ...(dice % 4 === 0 ? [pick(PASSAGES, dice >> 3)] : [])])]
}

function targets(passages: readonly string[]) {
  return passages.map(exact => ({ exact }))
}

export function create(game: Game, step: Step): Plan {
  const { desk, real } = game
  const who = pickPerson(step, one => isHere(desk, one))
  const sentence = `Sentence ${game.steps}.`
  const passages = somePassages(step.x)
  const input = { claimReviewed: sentence, targets: targets(passages), ...(step.isStale ? { versionNumber: 2 } : {}) }
  return {
    who,
    says: `${who}: create claim ${desk.claims.length} on ${passages.join(' + ')}`,
    claim: desk.claims.length,
    isRight: isHere(desk, who) && !step.isStale,
    happen() {
      if (!isHere(desk, who)) return
      const policy = desk.policies.at(-1)
      if (!policy) throw new Error('a desk has a policy')
      const claim: Claim = {
        creator: who,
        sentence,
        passages,
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
    const kind = step.x % 4
    const sentence = kind === 0 || kind === 2 ? `Sentence ${game.steps}.` : undefined
    const passages = kind === 1 || kind === 2 ? somePassages(step.y) : undefined
    return {
      says: `edit ${sentence ?? 'nothing'}, ${passages?.join(' + ') ?? 'same passages'}${step.isStale ? ' (stale)' : ''}`,
      operation: editClaim,
      input: {
        version: versionFor(claim, step),
        claimReviewed: sentence ?? claim?.sentence ?? 'Nothing.',
        ...(passages ? { targets: targets(passages) } : {}),
      },
      isRight: !step.isStale,
      happen(claim) {
        const isSame = sentence === undefined && (passages === undefined || isSameSet(passages, claim.passages))
        if (!isSame) reword(claim, sentence ?? claim.sentence, passages ?? claim.passages)
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
    const others = desk.claims.flatMap((other, place) => (other.stage === 'OPEN' && place !== index ? [place] : []))
    const into = step.isLikely && others.length > 0 ? pick(others, step.y) : step.y % Math.max(desk.claims.length, 1)
    const other = desk.claims[into]
    return {
      says: `merge into claim ${into}${step.isStale ? ' (stale)' : ''}`,
      operation: mergeClaim,
      input: { intoId: idOf(real, into), version: versionFor(claim, step) },
      isRight: !step.isStale && other !== undefined && into !== index && other.stage === 'OPEN',
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

function gain(into: Claim, passages: readonly string[]): void {
  const gained = passages.filter(passage => !into.passages.some(own => covers(own, passage)))
  if (gained.length > 0) reword(into, into.sentence, [...into.passages, ...gained])
}

function covers(wide: string, narrow: string): boolean {
  const ends = (passage: string) => startOf(passage) + passage.length
  return startOf(wide) <= startOf(narrow) && ends(narrow) <= ends(wide)
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

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort())
}

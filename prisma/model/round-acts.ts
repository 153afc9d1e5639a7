import { createComment } from '../../lib/use-cases/comments/create-comment'
import { assignReviewers } from '../../lib/use-cases/rounds/assign-reviewers'
import { closeRound as closeRoundOperation } from '../../lib/use-cases/rounds/close-round'
import { recuse as recuseOperation } from '../../lib/use-cases/rounds/recuse'
import { startRound } from '../../lib/use-cases/rounds/start-round'
import { castVerdict } from '../../lib/use-cases/verdicts/cast-verdict'
import { withdrawVerdict } from '../../lib/use-cases/verdicts/withdraw-verdict'
import { citation } from '../testing/claims'
import { closeIfFull, closeRound, openRound, standBack } from './changes'
import { askedNow, isHere, latest, NAMES, statusOf } from './desk-state'
import { POSITIONS } from './majority-rule'
import { type Game, type Plan, pick, planOnClaim, versionFor } from './plan'
import type { Step } from './step'

/** Agreement must happen often enough for what comes after it. */
const RATINGS = [
  'FALSE',
  'FALSE',
  'FALSE',
  'FALSE',
  'MOSTLY_FALSE',
  'MIXED',
  'TRUE',
  'UNVERIFIABLE',
  'UNVERIFIABLE',
  'OPINION',
]

export function cast(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'castVerdict', claim => {
    const rating = step.x % 41 === 0 ? 'NO_SUCH_RATING' : pick(RATINGS, step.x)
    const cites = step.y % 17 !== 0
    const why = `why-${game.steps}.`
    return {
      says: `cast ${rating}, ${why}${cites ? '' : ' without a source'}${step.isStale ? ' (stale)' : ''}`,
      operation: castVerdict,
      input: {
        version: versionFor(claim, step),
        rating,
        confidence: pick(['LOW', 'MEDIUM', 'HIGH'], step.y),
        rationale: why,
        citations: cites ? [citation()] : [],
      },
      isRight: !step.isStale && rating in POSITIONS && (cites || POSITIONS[rating] === null),
      happen(claim, who) {
        latest(claim).votes.set(who, { rating, why, isTrainee: game.desk.people[who].isTrainee })
        claim.everVoted.add(who)
        closeIfFull(game.desk, claim)
      },
    }
  })
}

export function takeBack(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'withdrawVerdict', () => ({
    says: 'take the verdict back',
    operation: withdrawVerdict,
    input: {},
    isRight: true,
    happen: (claim, who) => void latest(claim).votes.delete(who),
  }))
}

export function assign(game: Game, step: Step): Plan {
  const { desk, real } = game
  return planOnClaim(game, step, 'assign', claim => {
    const isAble = (name: (typeof NAMES)[number]) => isHere(desk, name) && !claim?.stoodBack.has(name)
    const names = NAMES.filter((name, place) => (step.x >> place) % 2 === 1 && (!step.isLikely || isAble(name)))
    return {
      says: `assign ${names.join(', ') || 'nobody'}`,
      operation: assignReviewers,
      input: { memberIds: names.map(name => real.actors[name].memberId) },
      isRight: names.every(isAble),
      happen(claim) {
        if (names.join() === NAMES.filter(name => askedNow(desk, claim).includes(name)).join()) return
        claim.asked = new Set(names)
        closeIfFull(desk, claim)
      },
    }
  })
}

export function recuse(game: Game, step: Step): Plan {
  const why = `back-${game.steps}.`
  return planOnClaim(game, step, 'recuse', () => ({
    says: `stand back, ${why}`,
    operation: recuseOperation,
    input: { reason: why },
    isRight: true,
    happen: (claim, who) => standBack(game.desk, claim, who, why),
  }))
}

export function close(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'closeRound', claim => ({
    says: `close the round${step.isStale ? ' (stale)' : ''}`,
    operation: closeRoundOperation,
    input: { version: versionFor(claim, step) },
    isRight: !step.isStale,
    happen: claim => closeRound(claim),
  }))
}

export function next(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'startRound', claim => ({
    says: `start the next round${step.isStale ? ' (stale)' : ''}`,
    operation: startRound,
    input: { version: versionFor(claim, step) },
    isRight: !step.isStale,
    happen(claim) {
      openRound(claim, statusOf(claim))
      claim.version++
    },
  }))
}

export function comment(game: Game, step: Step): Plan {
  return planOnClaim(game, step, 'comment', () => ({
    says: 'comment',
    operation: createComment,
    input: { text: `Comment ${game.steps}.` },
    isRight: true,
    happen: claim => void claim.comments++,
    repliesWithClaim: false,
  }))
}

import { createShare } from '../../lib/use-cases/publications/create-share'
import { publish as publishOperation } from '../../lib/use-cases/publications/publish'
import { revokeShare } from '../../lib/use-cases/publications/revoke-share'
import { editMember } from '../../lib/use-cases/workspace/edit-member'
import { setPolicy } from '../../lib/use-cases/workspace/set-policy'
import { closeAllThatAreFull, isWorthPublishing, publishNow, standing, unfinished } from './changes'
import { type Desk, isAdmin, isEditor, isHere, NAMES, type Name, type Policy, type Role } from './desk-state'
import { type Game, type Plan, pick, pickPerson } from './plan'
import { NOTHING, wordsOf } from './real-desk'
import type { Step } from './step'

export function publish(game: Game, step: Step): Plan {
  const { desk, real } = game
  const who = pickPerson(step, one => isHere(desk, one) && isEditor(desk, one))
  const shown = standing(desk)
  const { due, underReview } = unfinished(desk)
  // Exactly one correction for each claim that is due; unlikely, none at all, or one for a claim of which nothing is known yet.
  const corrected = step.isStale ? [...due, ...underReview] : step.isLikely ? due : []
  const isWhole = corrected.length === due.length && (step.isLikely || step.isStale || due.length === 0)
  return {
    who,
    says: `${who}: publish ${JSON.stringify([...shown])}, correcting ${JSON.stringify(corrected)}`,
    claim: null,
    isRight: isHere(desk, who) && isEditor(desk, who) && isWhole && isWorthPublishing(desk),
    happen: () => publishNow(desk, corrected),
    async send() {
      const { statementId } = real
      const words = { kind: 'CORRECTION', whatChanged: 'What changed.', why: 'New figures.' }
      const corrections = corrected.map(claim => ({ claimId: real.claims[claim], ...words }))
      real.publications.push((await publishOperation.execute(real.actors[who], { statementId, corrections })).id)
    },
    repliesWithClaim: false,
  }
}

export function share(game: Game, step: Step): Plan {
  const { desk, real } = game
  const who = pickPerson(step, one => isHere(desk, one) && isEditor(desk, one))
  const newest = desk.publications.length - 1
  const named = step.x % 3 === 0 && newest >= 0 ? step.y % (newest + 1) : null
  return {
    who,
    says: `${who}: share publication ${named ?? 'newest'}`,
    claim: null,
    isRight: isHere(desk, who) && isEditor(desk, who) && newest >= 0,
    happen: () => void desk.shares.push({ publication: (named ?? newest) + 1, isRevoked: false }),
    async send() {
      const { statementId } = real
      const input = { statementId, ...(named === null ? {} : { publicationId: real.publications[named] }) }
      const { id, url } = await createShare.execute(real.actors[who], input)
      real.shares.push({ id, token: url?.split('/').at(-1) ?? '' })
    },
    repliesWithClaim: false,
  }
}

export function revoke(game: Game, step: Step): Plan {
  const { desk, real } = game
  const who = pickPerson(step, one => isHere(desk, one) && isEditor(desk, one))
  const place = desk.shares.length === 0 ? -1 : step.y % desk.shares.length
  const which = desk.shares[place]
  return {
    who,
    says: `${who}: revoke share ${place}`,
    claim: null,
    isRight: isHere(desk, who) && isEditor(desk, who) && which !== undefined,
    happen() {
      if (which) which.isRevoked = true
    },
    send: () => revokeShare.execute(real.actors[who], { shareId: real.shares[place]?.id ?? NOTHING }),
    repliesWithClaim: false,
  }
}

export function policy(game: Game, step: Step): Plan {
  const { desk, real } = game
  // A stranger would set the policy of their own desk.
  const who = pick(NAMES, step.isLikely ? NAMES.findIndex(name => isHere(desk, name) && isAdmin(desk, name)) : step.who)
  const version = desk.policies.length + 1
  const next: Policy = {
    version,
    quorum: 1 + (step.x % 4),
    share: pick(
      [
        [2, 3],
        [51, 100],
        [1, 1],
        [1, 2],
      ] as const,
      step.y,
    ),
    spread: step.x % 3,
    maxRounds: 1 + (step.y % 3),
    separatesDuties: step.x % 5 > 1,
  }
  const {
    quorum,
    share: [some, all],
    spread,
    maxRounds,
    separatesDuties,
  } = next
  return {
    who,
    says: `${who}: set policy ${JSON.stringify(next)}${step.isStale ? ' (stale)' : ''}`,
    claim: null,
    isRight: isHere(desk, who) && isAdmin(desk, who) && !step.isStale && 2 * some > all && isWorkable(desk, next),
    happen: () => void desk.policies.push(next),
    send: () =>
      setPolicy.execute(real.actors[who], {
        basedOn: step.isStale ? version : version - 1,
        quorum,
        spread,
        maxRounds,
        ...wordsOf(next.share, separatesDuties),
      }),
    repliesWithClaim: false,
  }
}

/** Nobody agrees alone; and where some policy would let the desk decide, this one must. */
function isWorkable(desk: Desk, { quorum, separatesDuties }: Policy): boolean {
  const here = NAMES.filter(name => isHere(desk, name))
  const counted = here.filter(name => !desk.people[name].isTrainee).length
  const isHopeless = counted < 2 || !here.some(name => isEditor(desk, name))
  return quorum >= 2 && (isHopeless || counted >= quorum + (separatesDuties ? 1 : 0))
}

export function role(game: Game, step: Step): Plan {
  const next = pick(['REVIEWER', 'EDITOR', 'ADMIN', 'EDITOR'] as const, step.y)
  return planOnPerson(game, step, `make them ${next}`, { role: next }, person => {
    person.role = next
    if (next !== 'REVIEWER') person.isTrainee = false
  })
}

export function train(game: Game, step: Step): Plan {
  const isTrainee = step.y % 3 > 0
  return planOnPerson(game, step, isTrainee ? 'let them learn' : 'end their learning', { isTrainee }, person => {
    person.isTrainee = isTrainee
  })
}

export function remove(game: Game, step: Step): Plan {
  return planOnPerson(game, step, 'remove them', { removed: true }, person => {
    person.isGone = true
  })
}

function planOnPerson(
  { desk, real }: Game,
  step: Step,
  says: string,
  input: { role?: Role; removed?: true; isTrainee?: boolean },
  happen: (person: Desk['people'][Name]) => void,
): Plan {
  const who = pickPerson(step, one => isHere(desk, one) && isAdmin(desk, one))
  const whom = pick(NAMES, step.x)
  const person = desk.people[whom]
  const isOther =
    input.isTrainee === undefined
      ? input.removed === true || input.role !== person.role
      : input.isTrainee !== person.isTrainee
  const isChange = !person.isGone && isOther
  const isLastAdmin = NAMES.every(name => name === whom || !isHere(desk, name) || !isAdmin(desk, name))
  const isTaken = input.removed === true || (input.role !== undefined && input.role !== 'ADMIN')
  const orphansDesk = !person.isGone && person.role === 'ADMIN' && isLastAdmin && isTaken
  const isOdd = input.isTrainee === true && person.role !== 'REVIEWER'
  // Removing the departed changes nothing; giving them a role is refused.
  const isPossible = person.isGone ? input.removed === true : !orphansDesk && !isOdd
  return {
    who,
    says: `${who} on ${whom}: ${says}${step.isStale ? ' (stale)' : ''}`,
    claim: null,
    isRight: isHere(desk, who) && isAdmin(desk, who) && !step.isStale && isPossible,
    happen() {
      if (isChange) {
        happen(person)
        person.version++
      }
      if (person.isGone || person.isTrainee) closeAllThatAreFull(desk)
    },
    send: () =>
      editMember.execute(real.actors[who], {
        memberId: real.actors[whom].memberId,
        version: step.isStale ? person.version + 1 : person.version,
        ...input,
      }),
    repliesWithClaim: false,
  }
}

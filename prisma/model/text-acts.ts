import { readClaim } from '../../lib/use-cases/claims/read-claim'
import { createVersion } from '../../lib/use-cases/versions/create-version'
import { repairClaim } from '../../lib/use-cases/versions/repair-claim'
import { adoptText, closeIfFull } from './changes'
import { shownPassage, toldPassage } from './claim-view'
import { type Claim, type Desk, isAdmin, isEditor, isHere, isSuspended, NAMES } from './desk-state'
import { type Game, idOf, otherThan, type Plan, pick, pickPerson, planOnClaim, versionFor } from './plan'
import { actorOf, NOTHING } from './real-desk'
import type { Step } from './step'
import * as texts from './texts'

export function text(game: Game, step: Step): Plan {
  const { desk, real } = game
  const who = pickPerson(step, one => isHere(desk, one) && isEditor(desk, one))
  const { version } = desk.text
  const next = nextText(desk, step)
  const words = texts.textOf(next)
  const sent = step.isLikely ? words : pick([words, `${texts.textOf(desk.text)}\r\n`, ' \n'], step.y)
  const isNew = sent === words && sent !== texts.textOf(desk.text)
  return {
    who,
    says: `${who}: text ${version + 1}, ${JSON.stringify(sent)}${step.isStale ? ' (stale)' : ''}`,
    claim: null,
    isRight: isHere(desk, who) && isEditor(desk, who) && !step.isStale && isNew,
    happen: () => adoptText(desk, next),
    send: () =>
      createVersion.execute(real.actors[who], {
        statementId: real.statementId,
        basedOn: step.isStale ? otherThan(version) : version,
        text: sent,
      }),
    repliesWithClaim: false,
  }
}

/** The first words again, other white space, or some sentences reworded, struck out or put back. */
function nextText(desk: Desk, { x, y }: Step): texts.Text {
  const { text: now } = desk
  const version = now.version + 1
  const kind = x % 6
  if (kind === 0) return { ...texts.FIRST_TEXT, version }
  if (kind === 1) return { ...now, version, gap: pick(texts.GAPS, y) }
  const wordings = [...now.wordings]
  for (const [nth, sentence] of sentencesToChange(desk, kind, y).entries()) {
    const others = texts.wordingsOf(sentence).filter(wording => wording !== wordings[sentence])
    wordings[sentence] = pick(others, (y >> 3) + nth)
  }
  return { ...now, version, wordings }
}

/** Two of any, or those of one claim that is in work: one of them, or all. */
function sentencesToChange({ claims, text: now }: Desk, kind: number, dice: number): number[] {
  const free = [...now.wordings.keys()].filter(sentence => texts.wordingsOf(sentence).length > 1)
  const inWork = claims.filter(({ stage }) => stage === 'OPEN' || stage === 'DECIDED')
  if (kind === 2 || inWork.length === 0) return [...new Set([pick(free, dice), pick(free, dice >> 4)])]
  const own = new Set(pick(inWork, dice).passages.flatMap(({ place }) => place.sentences))
  return kind === 5 ? [...own] : [pick([...own], dice >> 4)]
}

/** What someone says of one passage of a claim: that it is the same where it was found, or that it stands elsewhere. */
type Review = { passage: number; moveTo: texts.Place | null }

export function repair(game: Game, step: Step): Plan {
  const { desk } = game
  return planOnClaim(game, step, 'repair', (claim, _who, index) => {
    const reviews = claim ? chooseReviews(desk, claim, step) : []
    const isOldText = step.isStale && step.x % 2 === 0
    const { version } = desk.text
    return {
      says: `repair ${JSON.stringify(reviews)}${step.isStale ? ' (stale)' : ''}`,
      operation: {
        async execute(actor, input) {
          return await repairClaim.execute(actor, { ...Object(input), targets: await named(game, index, reviews) })
        },
      },
      input: {
        version: isOldText ? (claim?.version ?? 1) : versionFor(claim, step),
        versionNumber: isOldText ? otherThan(version) : version,
        note: step.y % 2 === 0 ? 'They meant the same.' : null,
      },
      isRight: !step.isStale && claim !== undefined && arePossible(desk.text, claim, reviews),
      happen(claim) {
        claim.passages = reviewed(desk.text, claim, reviews)
        claim.version += reviews.length + (isSuspended(desk, claim) ? 0 : 1)
        closeIfFull(desk, claim)
      },
    }
  })
}

/** All that wait, or one of them; each the same, or moved to where nothing of the claim stands. Unlikely, anything anywhere. */
function chooseReviews(desk: Desk, claim: Claim, { x, y, isLikely }: Step): Review[] {
  const { passages } = claim
  const waiting = isSuspended(desk, claim)
    ? [...passages.keys()].filter(index => stateAt(desk.text, claim, index) !== 'ANCHORED')
    : [0]
  const taken = new Set(passages.map(passage => texts.keyOf(texts.placeNow(desk.text, passage))))
  const free = texts.PLACES.filter(place => texts.stands(desk.text, place) && !taken.has(texts.keyOf(place)))
  return (x % 2 === 0 ? waiting.slice(0, 1) : waiting).map((passage, nth) => {
    const mayStay = !isLikely || stateAt(desk.text, claim, passage) === 'CHANGED'
    if (mayStay && (y >> nth) % 3 > 0) return { passage, moveTo: null }
    return { passage, moveTo: pick(isLikely && free.length > 0 ? free : texts.PLACES, y + nth) }
  })
}

/** What is gone must be selected again, where it stands, and nothing is moved to where another passage of the claim is. */
function arePossible(now: texts.Text, claim: Claim, reviews: readonly Review[]): boolean {
  const after = reviewed(now, claim, reviews).map(passage => texts.keyOf(texts.placeNow(now, passage)))
  return reviews.every(({ passage, moveTo }) => {
    if (moveTo === null) return stateAt(now, claim, passage) !== 'ORPHANED'
    const isMoved = texts.keyOf(moveTo) !== foundAt(now, claim, passage)
    const isTaken = after.some((key, index) => index !== passage && key === texts.keyOf(moveTo))
    return texts.contains(now, wantedQuote(now, moveTo)) && !(isMoved && isTaken)
  })
}

/** The claim's passages as they are once that has been said. */
function reviewed(now: texts.Text, { passages }: Claim, reviews: readonly Review[]): texts.Passage[] {
  return passages.map((passage, index) => {
    const review = reviews.find(one => one.passage === index)
    return review ? texts.accepted(now, review.moveTo ?? texts.placeNow(now, passage)) : passage
  })
}

function stateAt(now: texts.Text, claim: Claim, index: number): texts.State {
  const passage = claim.passages[index]
  return passage ? texts.stateOf(now, passage) : 'ANCHORED'
}

function foundAt(now: texts.Text, claim: Claim, index: number): string | null {
  const passage = claim.passages[index]
  return passage && texts.stateOf(now, passage) === 'CHANGED' ? texts.keyOf(texts.placeNow(now, passage)) : null
}

/** What someone selects who wants a place: its words now, or those that it had. */
function wantedQuote(now: texts.Text, place: texts.Place): string {
  return texts.quoteOf(texts.stands(now, place) ? now : texts.FIRST_TEXT, place)
}

/** The reviews with the ids that the product has given the passages, as anyone reads them. */
async function named({ desk, real }: Game, index: number, reviews: readonly Review[]) {
  const claim = desk.claims[index]
  const reader = NAMES.find(name => isHere(desk, name) && isAdmin(desk, name))
  if (!claim || !reader) return [{ targetId: NOTHING }]
  const { targets } = await readClaim.execute(actorOf(real, desk, reader), { claimId: idOf(real, index) })
  const left = targets.map(target => ({ id: target.id, words: shownPassage(target) }))
  return reviews.map(({ passage, moveTo }) => {
    const wanted = claim.passages[passage]
    const place = left.findIndex(({ words }) => wanted && words === toldPassage(desk.text, wanted))
    const [target] = left.splice(place, 1)
    const moved = moveTo ? { moveTo: { exact: wantedQuote(desk.text, moveTo) } } : {}
    return { targetId: target?.id ?? NOTHING, ...moved }
  })
}

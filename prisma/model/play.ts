import { strictEqual } from 'node:assert/strict'
import { Claim } from '../../lib/contracts/claims'
import { isWorthPublishing } from './changes'
import * as claimActs from './claim-acts'
import { checkRefused, checkShown, readAndCheck } from './compare'
import * as decisionActs from './decision-acts'
import * as deskActs from './desk-acts'
import { type Desk, isHere, NAMES, newDesk, STRANGER } from './desk-state'
import { checkEnd } from './end-of-history'
import { EVERYONE, type Game, type Plan, pick } from './plan'
import { makeRealDesk, stateHash } from './real-desk'
import { mayDo, type Right } from './rights'
import * as roundActs from './round-acts'
import { type Act, type History, type Step, URN } from './step'
import * as textActs from './text-acts'

const PLANS: Readonly<Record<Act, (game: Game, step: Step) => Plan>> = {
  ...claimActs,
  ...roundActs,
  ...decisionActs,
  ...deskActs,
  ...textActs,
}

/** The acts that are about one claim, by what they need. */
const RIGHT_OF: Partial<Record<Act, Right>> = {
  edit: 'edit',
  withdraw: 'withdraw',
  merge: 'merge',
  cast: 'castVerdict',
  takeBack: 'withdrawVerdict',
  assign: 'assign',
  recuse: 'recuse',
  close: 'closeRound',
  next: 'startRound',
  lower: 'lowerQuorum',
  comment: 'comment',
  decide: 'decide',
  reopen: 'reopen',
  repair: 'repair',
}
/** More claims than these would each get too little of a history. */
const ENOUGH_CLAIMS = 2

/** Whether anyone can do this now. */
function isPossible(desk: Desk, act: Act): boolean {
  const right = RIGHT_OF[act]
  if (right) return desk.claims.some(claim => NAMES.some(name => mayDo(desk, name, claim, right)))
  if (act === 'create') return desk.claims.filter(({ stage }) => stage === 'OPEN').length < ENOUGH_CLAIMS
  if (act === 'publish') return isWorthPublishing(desk)
  if (act === 'share') return desk.publications.length > 0
  return act !== 'revoke' || desk.shares.length > 0
}

/** Which act a step comes to: of those that can be done, or, unlikely, of all. */
function actOf(desk: Desk, { act, isLikely }: Step): Act {
  return pick(isLikely ? URN.filter(one => isPossible(desk, one)) : URN, act)
}

/** What has come of the steps of many histories: by act, how many were right and done, and how many were refused. */
export type Tally = Map<Act, { done: number; refused: number }>

/**
 * Plays a history on a desk of its own and on the model of it, and compares the two after every step; at the end, what
 * people see of all of it, and what the stored history says. Throws at the first difference. `log` receives every step in
 * words.
 */
export async function play(
  { policy, steps }: History,
  isThorough: boolean,
  tally: Tally,
  log: string[],
): Promise<void> {
  const desk = newDesk(policy)
  const game: Game = { desk, real: await makeRealDesk(policy), steps: 0 }
  let unchanged: string | null = null
  for (const step of steps) {
    game.steps++
    const act = actOf(desk, step)
    const plan = PLANS[act](game, step)
    log.push(`${plan.says}${plan.isRight ? '' : ' → refused'}`)
    const count = tally.get(act) ?? { done: 0, refused: 0 }
    tally.set(act, count)
    if (plan.isRight) {
      const reply = await plan.send()
      plan.happen()
      unchanged = null
      count.done++
      if (plan.repliesWithClaim && plan.claim !== null) checkShown(game, plan.who, plan.claim, Claim.parse(reply))
      if (isThorough || game.steps % 3 === 0) await lookOn(game, plan, step)
    } else {
      unchanged ??= await stateHash(game.real.workspaceId)
      await checkRefused(game, plan)
      strictEqual(await stateHash(game.real.workspaceId), unchanged, 'a refused step changed something')
      count.refused++
    }
  }
  await checkEnd(game, isThorough)
}

/** Someone looks at the claim that the step was about, or at another one. */
async function lookOn(game: Game, { claim }: Plan, step: Step): Promise<void> {
  const { desk } = game
  if (desk.claims.length === 0) return
  const index =
    claim === null || claim >= desk.claims.length || step.reader % 3 === 0 ? step.reader % desk.claims.length : claim
  const readers = EVERYONE.filter(who => who === STRANGER || isHere(desk, who))
  const who = pick(readers, step.reader >> 2)
  await readAndCheck(game, who, index)
}

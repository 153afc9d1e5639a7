import { deepStrictEqual, notStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { Claim, type ClaimDto } from '../../lib/contracts/claims'
import { AppError } from '../../lib/platform/app-error'
import { readClaim } from '../../lib/use-cases/claims/read-claim'
import { matterOf } from './changes'
import { expectedView, shownView } from './claim-view'
import { type Anyone, type Desk, isEditor, isOpenToAll, type Name, STRANGER } from './desk-state'
import { claimAt, type Game, type Plan } from './plan'
import { actorOf, type RealDesk } from './real-desk'

/** Reads a claim as someone and compares it; of another desk it does not exist. */
export async function readAndCheck(game: Game, who: Anyone, index: number): Promise<void> {
  const { desk, real } = game
  const reading = readClaim.execute(actorOf(real, desk, who), { claimId: real.claims[index] })
  if (who !== STRANGER) return checkShown(game, who, index, await reading)
  const refusal = await reading.then(() => null, refusalIn)
  strictEqual(refusal?.code, 'not-found', 'a claim exists for another desk')
}

export function checkShown(game: Game, who: Anyone, index: number, dto: ClaimDto): void {
  const { desk, real } = game
  if (who === STRANGER) throw new Error('a stranger was shown a claim')
  const claim = claimAt(desk, index)
  deepStrictEqual(shownView(dto, real.claims), expectedView(desk, claim, who), `claim ${index} as ${who} sees it`)
  checkWords(desk, who, JSON.stringify(dto))
  if (dto.contentHash !== null) checkHash(real, index, dto.contentHash, matterOf(claim))
}

/** A hash stands for one matter, and a matter has one hash. */
function checkHash(real: RealDesk, claim: number, hash: string, matter: string): void {
  for (const known of real.hashes.filter(one => one.claim === claim)) {
    if (known.matter === matter) strictEqual(hash, known.hash, 'the same matter has two hashes')
    else notStrictEqual(hash, known.hash, 'two matters have the same hash')
  }
  if (!real.hashes.some(one => one.claim === claim && one.hash === hash)) real.hashes.push({ claim, hash, matter })
}

/** Refused by a 4xx that shows nothing sealed; where it shows how things stand, that is what the actor may see. */
export async function checkRefused(game: Game, plan: Plan): Promise<void> {
  const refusal = await plan.send().then(() => null, refusalIn)
  ok(refusal, 'this was done, though it is not right')
  ok(refusal.status >= 400 && refusal.status < 500, `refused with ${refusal.status}`)
  const { current, ...rest } = refusal.details
  checkWords(game.desk, plan.who, JSON.stringify({ message: refusal.message, ...rest, current }))
  const dto = Claim.safeParse(current)
  if (dto.success && plan.claim !== null) checkShown(game, plan.who, plan.claim, dto.data)
}

function refusalIn(error: unknown): AppError {
  if (error instanceof AppError) return error
  throw error
}

/** Every word of a verdict or of someone's standing back, wherever it turns up, must be one that this reader may see. */
export function checkWords(desk: Desk, who: Anyone, text: string): void {
  const open = new Set(who === STRANGER ? [] : desk.claims.flatMap(claim => wordsOpenTo(desk, claim, who)))
  for (const [word] of text.matchAll(/(why|back)-\d+\./g)) ok(open.has(word), `${who} was shown ${word}`)
}

function wordsOpenTo(desk: Desk, { rounds, stoodBack }: Desk['claims'][number], who: Name): string[] {
  const votes = rounds.flatMap(round => [...round.votes].filter(([name]) => name === who || isOpenToAll(round)))
  const backs = [...stoodBack].filter(([name]) => name === who || isEditor(desk, who))
  return [...votes, ...backs].map(([, { why }]) => why)
}

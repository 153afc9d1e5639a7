import { setTimeout as sleep } from 'node:timers/promises'
import type { ClaimDto } from '../../lib/contracts/claims'
import { AppError } from '../../lib/platform/app-error'
import { auditClaim } from './audit-claim'
import type { Desk } from './factories'

/** `failed` is followed by what was thrown. */
export type Outcome = 'done' | 'refused' | `failed: ${string}`

/** Several people who act at once on one claim, and what must hold whoever comes first. */
export type Race = {
  name: string
  /** The claim as it stands when they start. */
  prepare: (desk: Desk) => Promise<ClaimDto>
  /** Runs it once; returns what became of each act, and what went wrong, in sentences. */
  run: (desk: Desk, claim: ClaimDto) => Promise<{ outcome: readonly Outcome[]; problems: readonly string[] }>
  /** Every outcome that may be. */
  outcomes: readonly string[]
  /** Whether it goes wrong, and nothing says so, where the statement is not locked; the others have a second guard. */
  needsLock?: true
}

/** How many rounds go on at once, each on a statement of its own. */
const AT_ONCE = 5

/** Runs a race so often, or until something has gone wrong; says how often it came out how, and what went wrong. */
export async function runRace(
  desk: Desk,
  race: Race,
  rounds: number,
): Promise<{ outcomes: Map<string, number>; problems: string[] }> {
  const outcomes = new Map<string, number>()
  const problems: string[] = []
  let begun = 0
  const work = async () => {
    while (problems.length === 0 && begun++ < rounds) {
      const claim = await race.prepare(desk)
      const { outcome, problems: own } = await race.run(desk, claim)
      const words = outcome.join(' ')
      outcomes.set(words, (outcomes.get(words) ?? 0) + 1)
      const odd = unless(race.outcomes.includes(words), `it came out as "${words}"`)
      problems.push(...odd, ...own, ...(await auditClaim(desk.actors.admin, claim.id)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { outcomes, problems }
}

/**
 * What became of each of several acts that begin at about the same moment, each up to two milliseconds later than told, so
 * that now one and now another comes first. Anything but a refusal that says 409 or 403 is a failure.
 */
export async function atOnce(...acts: (() => Promise<unknown>)[]): Promise<Outcome[]> {
  const settled = await Promise.allSettled(
    acts.map(async act => {
      await sleep(Math.random() * 2)
      await act()
    }),
  )
  return settled.map((result): Outcome => {
    if (result.status === 'fulfilled') return 'done'
    const { reason } = result
    if (reason instanceof AppError && [403, 409].includes(reason.status)) return 'refused'
    return `failed: ${reason instanceof Error ? reason.message : String(reason)}`
  })
}

/** The sentence as a problem, unless it holds. */
export function unless(holds: boolean, sentence: string): string[] {
  return holds ? [] : [sentence]
}

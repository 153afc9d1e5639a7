import { db } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import type { Operation } from '../../lib/use-cases/define'
import { type Desk as MadeDesk, makeDesk, makeStatement } from '../testing/factories'
import { type Anyone, type Desk, NAMES, type Policy, STRANGER } from './desk-state'
import { FIRST_TEXT, textOf } from './texts'

/** What no desk has. */
export const NOTHING = '019d0000-0000-7000-8000-000000000000'

/** The product's own desk that a history is played on, with the ids of what was made, in the order in which it was. */
export type RealDesk = {
  workspaceId: string
  statementId: string
  /** As they joined: commands look up by themselves what has become of a role since. */
  actors: Readonly<Record<Anyone, Actor>>
  claims: string[]
  publications: string[]
  /** Each with the token of its link. */
  shares: { id: string; token: string }[]
  /** Every content hash ever shown for a claim, with what the model says it stood for. */
  hashes: { claim: number; hash: string; matter: string }[]
}

let strangers: Promise<MadeDesk> | undefined

/** The other desk, one for all histories. */
export function otherDesk(): Promise<MadeDesk> {
  strangers ??= makeDesk({ name: 'The other desk', reviewers: 1, editors: 0 })
  return strangers
}

/** A desk of its own with one statement, as the model begins. */
export async function makeRealDesk(policy: Policy): Promise<RealDesk> {
  const { quorum, share, spread, maxRounds, separatesDuties } = policy
  const desk = await makeDesk({
    reviewers: 4,
    policy: { quorum, spread, maxRounds, ...wordsOf(share, separatesDuties) },
  })
  const statement = await makeStatement(desk, { text: textOf(FIRST_TEXT) })
  const actors = Object.fromEntries(NAMES.map(name => [name, desk.actors[name]]))
  return {
    workspaceId: desk.workspace.id,
    statementId: statement.id,
    // Every name of the model is a name of the desk.
    actors: { ...actors, [STRANGER]: (await otherDesk()).actors.admin } as Record<Anyone, Actor>,
    claims: [],
    publications: [],
    shares: [],
    hashes: [],
  }
}

/** The majority and the separation of duties as the product spells them. */
export function wordsOf([majorityNumerator, majorityDenominator]: Policy['share'], separationOfDuties: boolean) {
  return { majorityNumerator, majorityDenominator, separationOfDuties }
}

/** Someone as the edge would hand them in: with the role that they have now. */
export function actorOf(real: RealDesk, desk: Desk, who: Anyone): Actor {
  const actor = real.actors[who]
  return who === STRANGER ? actor : { ...actor, role: desk.people[who].role }
}

/** An operation without the types of its reply, which the comparison reads by itself. */
export type AnyOperation = Pick<Operation, 'execute'>

let tables: Promise<string[]> | undefined

/** One hash over every row of the desk in every table: equal exactly where nothing has changed. */
export async function stateHash(workspaceId: string): Promise<string> {
  tables ??= db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'workspace_id' ORDER BY table_name`.then(rows =>
    rows.map(({ name }) => name),
  )
  const hashes = (await tables).map(
    name =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM "${name}" t WHERE workspace_id = $1::uuid`,
  )
  const [row] = await db().$queryRawUnsafe<{ hash: string }[]>(
    `SELECT md5(string_agg(name || COALESCE(hash, ''), ' ' ORDER BY name)) AS hash FROM (${hashes.join(' UNION ALL ')}) all_rows`,
    workspaceId,
  )
  return row?.hash ?? ''
}

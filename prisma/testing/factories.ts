import { randomBytes, randomUUID } from 'node:crypto'
import { hashPassword } from '../../lib/adapters/password'
import type { StatementDto } from '../../lib/contracts/statements'
import { db, type Tx } from '../../lib/db/client'
import { clockOf } from '../../lib/db/clock'
import { appendEvents } from '../../lib/db/events'
import { inTransaction } from '../../lib/db/transaction'
import type { Actor } from '../../lib/domain/actor'
import { type ConsensusPolicy, DEFAULT_POLICY } from '../../lib/domain/consensus-policy'
import type { Role } from '../../lib/domain/vocabulary'
import { createStatement } from '../../lib/use-cases/statements/create-statement'
import { createWorkspace, type NewWorkspace } from '../../lib/use-cases/workspace/create-workspace'

/** What every person of a test desk signs in with. */
export const TEST_PASSWORD = 'plum garden ladder seven'

/** Two paragraphs with a repeated phrase, an emoji outside the BMP and a combining mark. */
export const TEST_TEXT = [
  'Arrivals at the harbour rose by a third last year. No ship waited longer than a day.',
  '',
  'We built two new berths 🚢 and dredged the Cafe\u0301 basin. Arrivals at the harbour will rise again.',
].join('\n')

const REVIEWERS = [
  'almond',
  'birch',
  'cedar',
  'hazel',
  'juniper',
  'larch',
  'poplar',
  'rowan',
  'spruce',
  'willow',
] as const
const EDITORS = ['maple', 'oak', 'elm', 'linden'] as const
const ADMINS = ['admin', 'ash'] as const
type Name = (typeof REVIEWERS)[number] | (typeof EDITORS)[number] | (typeof ADMINS)[number]

export type Desk = {
  workspace: { id: string; name: string }
  /** By name; asking for one the desk does not have throws. */
  actors: Readonly<Record<Name, Actor>>
  reviewers: readonly Actor[]
  editors: readonly Actor[]
  /** The address each signs in with, by member id. */
  emailOf: (actor: Actor) => string
}

type DeskOptions = Omit<NewWorkspace, 'name' | 'policy'> & {
  name?: string
  /** How many of each role; at most as many as there are names. */
  reviewers?: number
  editors?: number
  admins?: number
  /** What differs from the default policy. */
  policy?: Partial<ConsensusPolicy>
}

/** A desk of its own with members that sign in with TEST_PASSWORD. Three reviewers, two editors and an administrator unless told otherwise. */
export async function makeDesk(options: DeskOptions = {}): Promise<Desk> {
  const { reviewers = 3, editors = 2, admins = 1, policy, ...rest } = options
  const tag = randomBytes(4).toString('hex')
  const name = options.name ?? `Desk ${tag}`
  const passwordHash = await testPasswordHash()
  return await inTransaction(db(), async tx => {
    const at = await clockOf(tx)
    const workspace = await createWorkspace(tx, { ...rest, name, policy: { ...DEFAULT_POLICY, ...policy } }, at)
    const people = [
      ...REVIEWERS.slice(0, reviewers).map(person => ({ person, role: 'REVIEWER' as const })),
      ...EDITORS.slice(0, editors).map(person => ({ person, role: 'EDITOR' as const })),
      ...ADMINS.slice(0, admins).map(person => ({ person, role: 'ADMIN' as const })),
    ].map(one => ({ ...one, name: titled(one.person), email: `${one.person}.${tag}@desk.example`, passwordHash }))
    const actors = await joinAll(tx, workspace.id, people, at)
    const emails = new Map(actors.map((actor, index) => [actor.memberId, people[index]?.email ?? '']))
    return {
      workspace: { id: workspace.id, name },
      actors: strict(Object.fromEntries(people.map(({ person }, index) => [person, actors[index]]))),
      reviewers: actors.filter(({ role }) => role === 'REVIEWER'),
      editors: actors.filter(({ role }) => role === 'EDITOR'),
      emailOf: actor => emails.get(actor.memberId) ?? '',
    }
  })
}

type StatementOptions = { text?: string; title?: string; claimant?: string; language?: string; by?: Actor }

/** A statement of the desk, brought in by its first editor unless told otherwise. */
export async function makeStatement(desk: Desk, options: StatementOptions = {}): Promise<StatementDto> {
  const {
    text = TEST_TEXT,
    title = 'Remarks at the harbour',
    claimant = 'The harbour office',
    language = 'en',
  } = options
  const by = options.by ?? desk.editors[0] ?? desk.reviewers[0] ?? null
  return await createStatement.execute(by, { title, claimant, language, text })
}

type Person = { email: string; name: string; passwordHash: string; role: Role }

/** As add-member.ts does for one, in a handful of queries for all: every test begins here. */
async function joinAll(tx: Tx, workspaceId: string, people: readonly Person[], at: Date): Promise<Actor[]> {
  // In the order in which members of one moment are listed.
  const memberIds = people.map(() => randomUUID()).sort()
  const actors = people.map(({ name, role }, index) => {
    return { workspaceId, name, role, userId: randomUUID(), memberId: memberIds[index] ?? randomUUID() }
  })
  await tx.user.createMany({
    data: people.map(({ email, name, passwordHash }, index) => {
      return { id: actors[index]?.userId, email, name, passwordHash, createdAt: at }
    }),
  })
  await tx.member.createMany({
    data: actors.map(({ userId, memberId: id, role }) => ({ id, workspaceId, userId, role, joinedAt: at })),
  })
  const events = actors.map(({ memberId, role }) => ({ type: 'member.joined', ids: { member: memberId, role } }))
  await appendEvents(tx, { id: workspaceId, workspaceId }, null, at, events)
  return actors
}

let hashed: Promise<string> | undefined

/** Hashed once: it takes tens of milliseconds by design. */
function testPasswordHash(): Promise<string> {
  hashed ??= hashPassword(TEST_PASSWORD)
  return hashed
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function strict(actors: Record<string, Actor | undefined>): Record<Name, Actor> {
  // The proxy throws where an actor would be undefined.
  return new Proxy(actors as Record<Name, Actor>, {
    get(target, name) {
      const actor = Reflect.get(target, name)
      if (!actor && typeof name === 'string' && name !== 'then') throw new Error(`this desk has no ${name}`)
      return actor
    },
  })
}

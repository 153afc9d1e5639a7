import { randomBytes } from 'node:crypto'
import { hashPassword } from '../../lib/adapters/password'
import type { StatementDto } from '../../lib/contracts/statements'
import { db, type Tx } from '../../lib/db/client'
import { clockOf } from '../../lib/db/clock'
import type { Actor } from '../../lib/domain/actor'
import { type ConsensusPolicy, DEFAULT_POLICY } from '../../lib/domain/consensus-policy'
import type { Role } from '../../lib/domain/vocabulary'
import { createStatement } from '../../lib/use-cases/statements/create-statement'
import { addMember } from '../../lib/use-cases/workspace/add-member'
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
  return await db().$transaction(async tx => {
    const at = await clockOf(tx)
    const workspace = await createWorkspace(tx, { ...rest, name, policy: { ...DEFAULT_POLICY, ...policy } }, at)
    const emails = new Map<string, string>()
    const join = async (names: readonly Name[], role: Role) => {
      const joined: [Name, Actor][] = []
      for (const person of names) {
        const email = `${person}.${tag}@desk.example`
        const actor = await joinAs(tx, workspace.id, { email, name: titled(person), passwordHash }, role, at)
        emails.set(actor.memberId, email)
        joined.push([person, actor])
      }
      return joined
    }
    const asReviewers = await join(REVIEWERS.slice(0, reviewers), 'REVIEWER')
    const asEditors = await join(EDITORS.slice(0, editors), 'EDITOR')
    const asAdmins = await join(ADMINS.slice(0, admins), 'ADMIN')
    return {
      workspace: { id: workspace.id, name },
      actors: strict(Object.fromEntries([...asReviewers, ...asEditors, ...asAdmins])),
      reviewers: asReviewers.map(([, actor]) => actor),
      editors: asEditors.map(([, actor]) => actor),
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

type Person = { email: string; name: string; passwordHash: string }

async function joinAs(tx: Tx, workspaceId: string, person: Person, role: Role, at: Date): Promise<Actor> {
  const user = await tx.user.create({ data: { ...person, createdAt: at } })
  return (await addMember(tx, { workspaceId, userId: user.id, role }, at)).actor
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

function strict(actors: Record<string, Actor>): Record<Name, Actor> {
  return new Proxy(actors, {
    get(target, name) {
      const actor = typeof name === 'string' ? target[name] : undefined
      if (!actor && typeof name === 'string' && name !== 'then') throw new Error(`this desk has no ${name}`)
      return actor
    },
  })
}

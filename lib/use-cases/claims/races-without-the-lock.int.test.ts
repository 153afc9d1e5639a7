import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeDb, type Tx } from '@/lib/db/client'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { runRace } from '@/prisma/testing/races'
import { RACES_OF_DECISIONS } from '@/prisma/testing/races-of-decisions'
import { RACES_OF_ROUNDS } from '@/prisma/testing/races-of-rounds'

const taken = vi.hoisted(() => ({ locks: 0 }))

// The product's own lock, without the words that lock.
vi.mock('@/lib/db/lock', async original => {
  const lock = await original<typeof import('@/lib/db/lock')>()
  const unlocked = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (name !== '$queryRaw') return value
        return (strings: TemplateStringsArray, ...values: unknown[]) => {
          const words = strings.map(text => text.replace(/\bFOR UPDATE\b/, ''))
          if (words.join() !== strings.join()) taken.locks++
          return Reflect.apply(value, target, [Object.assign(words, { raw: words }), ...values])
        }
      },
    })
  const lockStatement: typeof lock.lockStatement = (tx, actor, locator) =>
    lock.lockStatement(unlocked(tx), actor, locator)
  return { ...lock, lockStatement }
})

/** Each goes wrong within the first few. */
const ROUNDS = 50
const RACES = [...RACES_OF_ROUNDS, ...RACES_OF_DECISIONS]

describe('without the lock on the statement', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await makeDesk({ reviewers: 5, policy: { quorum: 2 } })
  })
  afterAll(closeDb)

  it.each(RACES.flatMap(race => (race.needsLock ? [[race.name, race] as const] : [])))(
    'it is not true that %s',
    async (_name, race) => {
      const before = taken.locks
      const { problems } = await runRace(desk, race, ROUNDS)
      expect(taken.locks).toBeGreaterThan(before)
      expect(problems).not.toEqual([])
    },
    300_000,
  )
})

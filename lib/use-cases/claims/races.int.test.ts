import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { castVerdictContract } from '@/lib/contracts/verdicts'
import { closeDb, db } from '@/lib/db/client'
import { upsertSources } from '@/lib/db/sources'
import type { Actor } from '@/lib/domain/actor'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { castAll, citation, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { runRace } from '@/prisma/testing/races'
import { RACES_OF_DECISIONS } from '@/prisma/testing/races-of-decisions'
import { RACES_OF_ROUNDS, verdictOn } from '@/prisma/testing/races-of-rounds'
import { RACES_OF_TEXTS } from '@/prisma/testing/races-of-texts'
import { soakSettings } from '@/prisma/testing/soak-settings'
import { createComment } from '../comments/create-comment'
import { castVerdict } from '../verdicts/cast-verdict'
import { createClaim } from './create-claim'

const LONG = 300_000
const { raceRounds } = soakSettings()

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 5, policy: { quorum: 2 } })
})
afterAll(closeDb)

describe('eight writers on one statement', () => {
  it(
    'leave a history without a gap and a valid chain, and lose nothing',
    async () => {
      const wide = await makeDesk({ reviewers: 8 })
      const { id: statementId } = await makeStatement(wide)
      const shared = await makeClaim(wide, { statementId })
      const closed = await makeClaim(wide, { statementId })
      await castAll(wide, closed.id, ['FALSE', 'FALSE', 'FALSE'])
      const before = (await historyOf(statementId)).types.length
      const write = async (actor: Actor, index: number) => {
        await castVerdict.execute(actor, verdictOn(shared, 'FALSE')).catch(refusal => {
          expect(refusal).toMatchObject({ status: 409 }) // The round closes with the third.
        })
        for (let count = 0; count < 4; count++) {
          const claim = await createClaim.execute(actor, {
            statementId,
            claimReviewed: `Claim ${count} of writer ${index}.`,
            targets: [{ start: index, end: 20 + count }],
          })
          await castVerdict.execute(actor, verdictOn(claim, 'FALSE'))
          await createComment.execute(actor, { claimId: closed.id, text: `Comment ${count} of writer ${index}.` })
        }
      }
      await Promise.all(wide.reviewers.map(write))
      const { types, broken } = await historyOf(statementId)
      expect(broken).toBeNull()
      const written = types.slice(before)
      const count = (type: string) => written.filter(one => one === type).length
      expect([count('claim.created'), count('comment.added'), count('verdict.cast'), count('round.closed')]).toEqual([
        32, 32, 35, 1,
      ])
      const rows = await db().event.findMany({ where: { streamId: statementId }, orderBy: { seq: 'asc' } })
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
      // The order of the numbers is the order of the moments.
      const moments = rows.map(({ at }) => at.getTime())
      expect(moments).toEqual(moments.toSorted((one, other) => one - other))
      expect(await auditClaim(wide.actors.admin, shared.id)).toEqual([])
    },
    LONG,
  )
})

describe(`of ${raceRounds} races each`, () => {
  it.each([...RACES_OF_ROUNDS, ...RACES_OF_DECISIONS, ...RACES_OF_TEXTS].map(race => [race.name, race] as const))(
    '%s',
    async (_name, race) => {
      const { outcomes, problems } = await runRace(desk, race, raceRounds)
      expect(problems).toEqual([])
      const words = [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')
      process.stdout.write(`races: ${raceRounds} × ${race.name}: ${words}\n`)
    },
    Math.max(LONG, raceRounds * 10_000),
  )
})

describe('a statement that stays locked', () => {
  it(
    'is said to be busy, and when to try again',
    async () => {
      const claim = await makeClaim(desk)
      await db().$transaction(
        async tx => {
          await tx.$queryRaw`SELECT 1 AS ok FROM statement WHERE id = ${claim.statementId}::uuid FOR UPDATE`
          await expect(castVerdict.execute(desk.actors.almond, verdictOn(claim, 'TRUE'))).rejects.toMatchObject({
            code: 'unavailable',
            status: 503,
            details: { retryAfter: 1 },
          })
        },
        { timeout: 60_000 },
      )
      expect(await readAs(desk.actors.almond, claim.id)).toMatchObject({ round: { cast: 0 } })
    },
    LONG,
  )
})

describe('a deadlock', () => {
  it(
    'is run again, and the verdict is cast once',
    async () => {
      const { almond } = desk.actors
      // PostgreSQL ends whichever of the two it looks at first; this is about the times when it is ours.
      for (let attempt = 1; ; attempt++) {
        const claim = await makeClaim(desk)
        const { hasSurvived, cast } = await collide(almond, claim, citation(`Held ${claim.id}`))
        expect(cast.round.cast).toBe(1)
        expect(await db().verdict.count({ where: { claimId: claim.id } })).toBe(1)
        expect((await historyOf(claim.statementId)).types.slice(3)).toEqual(['verdict.cast'])
        if (hasSurvived) return
        expect(attempt).toBeLessThan(10)
      }
    },
    LONG,
  )

  /** Another transaction holds the source that a verdict cites, and then wants the statement that the verdict has locked. */
  async function collide(actor: Actor, claim: ClaimDto, cited: ReturnType<typeof citation>) {
    let cast: Promise<ClaimDto> | undefined
    const verdict = castVerdictContract.input.parse({ ...verdictOn(claim, 'TRUE'), citations: [cited] })
    const holder = db().$transaction(
      async tx => {
        await upsertSources(
          tx,
          actor,
          [verdict.citations[0]?.source].flatMap(source => source ?? []),
          new Date(),
        )
        cast = castVerdict.execute(actor, verdict)
        while (!(await isSomeoneWaiting())) await sleep(5)
        await tx.$queryRaw`SELECT 1 AS ok FROM statement WHERE id = ${claim.statementId}::uuid FOR UPDATE`
      },
      { timeout: 60_000 },
    )
    const [held] = await Promise.allSettled([holder])
    if (!cast) throw held.status === 'rejected' ? held.reason : new Error('no verdict was cast')
    return { hasSurvived: held.status === 'fulfilled', cast: await cast }
  }

  async function isSomeoneWaiting(): Promise<boolean> {
    const [row] = await db().$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    return (row?.waiting ?? 0) > 0
  }
})

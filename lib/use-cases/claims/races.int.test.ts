import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClaimDto, castVerdictContract } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import { upsertSources } from '@/lib/db/sources'
import type { Actor } from '@/lib/domain/actor'
import { AppError } from '@/lib/platform/app-error'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { castAll, castAs, citation, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { createComment } from '../comments/create-comment'
import { decideClaim } from '../decisions/decide-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import { assignReviewers } from '../rounds/assign-reviewers'
import { closeRound } from '../rounds/close-round'
import { recuse } from '../rounds/recuse'
import { castVerdict } from '../verdicts/cast-verdict'
import { createClaim } from './create-claim'
import { editClaim } from './edit-claim'

/** How often each race is run. What a lost lock breaks shows within the first few. */
const ROUNDS = 50
const AT_ONCE = 5
const LONG = 300_000

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 5, policy: { quorum: 2 } })
})
afterAll(closeDb)

type Outcome = 'done' | 'refused'

/** What became of each of several acts at once. Anything but a refusal that says 409 or 403 is a failure of the test. */
async function race(...acts: Promise<unknown>[]): Promise<Outcome[]> {
  const settled = await Promise.allSettled(acts)
  return settled.map(result => {
    if (result.status === 'fulfilled') return 'done'
    if (result.reason instanceof AppError && [403, 409].includes(result.reason.status)) return 'refused'
    throw result.reason
  })
}

/** Runs a race many times over, several on claims of different statements at once, and checks every claim afterwards. */
async function manyTimes(prepare: () => Promise<ClaimDto>, run: (claim: ClaimDto) => Promise<Outcome[]>) {
  const outcomes: string[] = []
  const work = async () => {
    while (outcomes.length < ROUNDS) {
      const place = outcomes.push('') - 1
      const claim = await prepare()
      outcomes[place] = (await run(claim)).join(' ')
      expect(await auditClaim(desk.actors.admin, claim.id)).toEqual([])
      expect((await historyOf(claim.statementId)).broken).toBeNull()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return outcomes
}

function verdictOn(claim: ClaimDto, rating: string) {
  return {
    claimId: claim.id,
    version: claim.version,
    rating,
    confidence: 'LOW',
    rationale: 'In haste.',
    citations: [citation()],
  }
}

function approval(claim: ClaimDto) {
  return { claimId: claim.id, action: 'APPROVE', contentHash: claim.contentHash, explanation: 'As agreed.' }
}

const agreed = async () => {
  const { id } = await makeClaim(desk)
  return await castAll(desk, id, ['FALSE', 'FALSE'])
}

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

describe('races', () => {
  it(
    'of the last verdicts close the round once, with all of them',
    async () => {
      const { almond, birch, cedar, hazel, maple } = desk.actors
      const everyone = [almond, birch, cedar, hazel]
      const prepare = async () => {
        const claim = await makeClaim(desk)
        await assignReviewers.execute(maple, { claimId: claim.id, memberIds: everyone.map(m => m.memberId) })
        return claim
      }
      const outcomes = await manyTimes(prepare, async claim => {
        const outcome = await race(...everyone.map(actor => castVerdict.execute(actor, verdictOn(claim, 'FALSE'))))
        expect(await readAs(maple, claim.id)).toMatchObject({ status: 'AGREED', round: { state: 'CLOSED', cast: 4 } })
        return outcome
      })
      expect(new Set(outcomes)).toEqual(new Set(['done done done done']))
    },
    LONG,
  )

  it(
    'of an editor’s closing against a dissent never close without what was cast before',
    async () => {
      const { almond, birch, cedar, hazel, maple } = desk.actors
      const prepare = async () => {
        const { id } = await makeClaim(desk)
        const memberIds = [almond, birch, cedar, hazel].map(m => m.memberId)
        await assignReviewers.execute(maple, { claimId: id, memberIds })
        return await castAll(desk, id, ['FALSE', 'FALSE'])
      }
      const outcomes = await manyTimes(prepare, async claim => {
        const outcome = await race(
          closeRound.execute(maple, { claimId: claim.id, version: claim.version }),
          castVerdict.execute(cedar, verdictOn(claim, 'TRUE')),
        )
        const { round } = await readAs(maple, claim.id)
        expect(round).toMatchObject({ state: 'CLOSED', cast: outcome[1] === 'done' ? 3 : 2 })
        return outcome
      })
      expect(outcomes.every(outcome => ['done done', 'done refused'].includes(outcome))).toBe(true)
    },
    LONG,
  )

  it(
    'of two approvals approve once',
    async () => {
      const { maple, oak } = desk.actors
      const outcomes = await manyTimes(agreed, async claim => {
        const outcome = await race(
          decideClaim.execute(maple, approval(claim)),
          decideClaim.execute(oak, approval(claim)),
        )
        expect(await db().decision.count({ where: { claimId: claim.id } })).toBe(1)
        return outcome.sort()
      })
      expect(new Set(outcomes)).toEqual(new Set(['done refused']))
    },
    LONG,
  )

  it(
    'of an approval against a change of the claim never approve what the editor did not see',
    async () => {
      const { maple, oak } = desk.actors
      const outcomes = await manyTimes(agreed, async claim => {
        const edit = { claimId: claim.id, version: claim.version, claimReviewed: 'Something else entirely.' }
        const outcome = await race(decideClaim.execute(maple, approval(claim)), editClaim.execute(oak, edit))
        const now = await readAs(maple, claim.id)
        expect([now.stage, now.claimReviewed]).toEqual(
          outcome[0] === 'done' ? ['DECIDED', claim.claimReviewed] : ['OPEN', edit.claimReviewed],
        )
        return outcome
      })
      expect(outcomes.every(outcome => ['done refused', 'refused done'].includes(outcome))).toBe(true)
    },
    LONG,
  )

  it(
    'of an approval against a reopening and the verdict that follows it stand on the round they saw',
    async () => {
      const { almond, maple, oak, admin } = desk.actors
      const prepare = async () => {
        const claim = await agreed()
        return await decideClaim.execute(maple, approval(claim))
      }
      const outcomes = await manyTimes(prepare, async claim => {
        const reopen = { claimId: claim.id, version: claim.version, reason: 'New figures.' }
        const dissent = async () => await castAs(almond, claim.id, 'TRUE')
        const outcome = await race(
          reopenClaim.execute(oak, reopen).then(dissent),
          decideClaim.execute(admin, approval(claim)),
          reopenClaim.execute(maple, reopen).then(dissent),
        )
        expect(await readAs(maple, claim.id)).toMatchObject({
          stage: 'OPEN',
          round: { number: 2, state: 'OPEN', cast: 1 },
        })
        expect(await db().decision.count({ where: { claimId: claim.id } })).toBe(1)
        return [outcome[1] ?? 'done', ...[outcome[0] ?? 'done', outcome[2] ?? 'done'].sort()]
      })
      expect(new Set(outcomes)).toEqual(new Set(['refused done refused']))
    },
    LONG,
  )

  it(
    'of a recusal against the verdict that closes the round never count the recused',
    async () => {
      const { almond, birch, cedar, maple } = desk.actors
      const prepare = async () => {
        const { id } = await makeClaim(desk)
        const memberIds = [almond, birch, cedar].map(m => m.memberId)
        await assignReviewers.execute(maple, { claimId: id, memberIds })
        return await castAll(desk, id, ['TRUE', 'FALSE'])
      }
      const outcomes = await manyTimes(prepare, async claim => {
        const outcome = await race(
          recuse.execute(almond, { claimId: claim.id, reason: 'A relative.' }),
          castVerdict.execute(cedar, verdictOn(claim, 'FALSE')),
        )
        const { fromRound } = await db().recusal.findFirstOrThrow({ where: { claimId: claim.id } })
        const { status, round } = await readAs(maple, claim.id)
        expect([status, round.cast]).toEqual(fromRound === 1 ? ['AGREED', 2] : ['SPLIT', 3])
        return outcome
      })
      expect(new Set(outcomes)).toEqual(new Set(['done done']))
    },
    LONG,
  )

  it(
    'of one form sent from two tabs leave one standing verdict',
    async () => {
      const outcomes = await manyTimes(
        () => makeClaim(desk),
        async claim => {
          const send = (rating: string) => castVerdict.execute(desk.actors.birch, verdictOn(claim, rating))
          const outcome = await race(send('TRUE'), send('FALSE'))
          const rows = await db().verdict.findMany({ where: { claimId: claim.id }, orderBy: { revision: 'asc' } })
          expect(rows.map(({ revision }) => revision)).toEqual([1, 2])
          expect(await readAs(desk.actors.birch, claim.id)).toMatchObject({ round: { cast: 1 } })
          return outcome
        },
      )
      expect(new Set(outcomes)).toEqual(new Set(['done done']))
    },
    LONG,
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

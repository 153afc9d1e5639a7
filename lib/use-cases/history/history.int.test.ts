import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HistoryLineDto } from '@/lib/contracts/history'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { textOf } from '@/lib/domain/sentence'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { makeRichDesk, type RichDesk } from '@/prisma/testing/rich-desk'
import { editClaim } from '../claims/edit-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import { closeRound } from '../rounds/close-round'
import { editStatement } from '../statements/edit-statement'
import { readAsOf } from './read-as-of'
import { readHistory } from './read-history'

let desk: Desk
let rich: RichDesk
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 4 })
  rich = await makeRichDesk()
}, 120_000)
afterAll(closeDb)

async function linesFor(actor: Actor, statementId: string, rest: Record<string, unknown> = {}) {
  const { items } = await readHistory.execute(actor, { statementId, ...rest })
  return items
}
const told = (lines: readonly HistoryLineDto[]) => lines.map(({ line }) => textOf(line))

/** The moment of the statement's last event. */
async function lastMoment(statementId: string): Promise<string> {
  const last = await db().event.findFirstOrThrow({ where: { streamId: statementId }, orderBy: { seq: 'desc' } })
  return last.at.toISOString()
}

describe('readHistory', () => {
  it('tells every event of a desk in a sentence, newest first, page by page', async () => {
    const { statementId } = rich
    const { maple } = rich.desk.actors
    const { seq } = await db().eventStream.findUniqueOrThrow({ where: { id: statementId } })
    const lines: HistoryLineDto[] = []
    for (let before: number | undefined; ; ) {
      const page = await readHistory.execute(maple, { statementId, limit: 40, ...(before ? { before } : {}) })
      lines.push(...page.items)
      if (!page.hasMore) break
      before = page.items.at(-1)?.seq
    }
    expect(lines.map(line => line.seq)).toEqual(Array.from({ length: seq }, (_, index) => seq - index))
    expect(told(lines)).toEqual(
      expect.arrayContaining([
        'Maple brought the statement in.',
        'Almond cast a verdict.',
        'Round 1 closed. Agreed: False (2 of 3; one says Mostly false).',
        'Maple closed round 2. Agreed: False (2 of 2).',
        'Oak approved the claim: False.',
        'Oak overrode the reviewers: Mostly true.',
        'Oak returned the claim to the reviewers: “Look at the second table too.”',
        'Maple reopened the claim: “A reader sent the register.”',
        'Maple lowered the quorum to 2: “Two of us can read the register.”',
        'Maple asked Almond, Birch and Cedar to rate the claim.',
        'Round 2 opened, sealed after a split.',
        'Round 1 ended unopened: its verdicts stay sealed.',
        'Maple merged the claim into “Arrivals at the harbour rose by a third last year.”.',
        'Maple published publication 1, with 1 claim.',
        'Maple published a correction (correction 1).',
        'Birch stood back from the claim.',
      ]),
    )
    expect(lines.every(({ group }) => group !== null && group !== 'desk')).toBe(true)
    const closed = lines.find(({ line }) => textOf(line).startsWith('Maple closed round 2.'))
    expect(closed?.ratings).toEqual([{ key: 'FALSE', label: 'False', tone: 'false' }])
  })

  it('keeps to one claim, one group or one member where asked', async () => {
    const { almond, maple } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const one = await makeClaim(desk, { statementId })
    const other = await makeClaim(desk, { statementId, by: maple })
    await castAll(desk, one.id, ['TRUE', 'TRUE', 'TRUE'])
    expect(told(await linesFor(almond, statementId, { claimId: other.id }))).toEqual([
      'Round 1 opened, sealed.',
      'Maple highlighted a claim.',
    ])
    expect(told(await linesFor(almond, statementId, { group: 'rounds' }))).toHaveLength(3)
    expect(told(await linesFor(almond, statementId, { memberId: maple.memberId, group: 'claims' }))).toEqual([
      'Maple highlighted a claim.',
    ])
  })

  it('does not say who cast while the round is sealed, nor by any filter', async () => {
    const { almond, birch, cedar, maple } = desk.actors
    const claim = await makeClaim(desk)
    const { id, statementId } = claim
    await castAs(almond, id)
    await castAs(birch, id)
    const verdicts = (actor: Actor, rest = {}) => linesFor(actor, statementId, { group: 'verdicts', ...rest })
    expect(told(await verdicts(maple))).toEqual(['A verdict was cast.', 'A verdict was cast.'])
    expect(told(await verdicts(almond))).toEqual(['A verdict was cast.', 'Almond cast a verdict.'])
    expect(await verdicts(maple, { memberId: almond.memberId })).toEqual([])
    expect(told(await verdicts(almond, { memberId: almond.memberId }))).toEqual(['Almond cast a verdict.'])
    await castAs(cedar, id)
    expect(told(await verdicts(maple, { memberId: almond.memberId }))).toEqual(['Almond cast a verdict.'])
  })

  it('never says it of an abandoned round', async () => {
    const { birch, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    await castAs(birch, id)
    await editClaim.execute(maple, { claimId: id, version: 1, claimReviewed: 'Another.' })
    expect(told(await linesFor(maple, statementId, { group: 'verdicts' }))).toEqual(['A verdict was cast.'])
    expect(await linesFor(maple, statementId, { memberId: birch.memberId })).toEqual([])
  })

  it('is of one’s own desk alone', async () => {
    const { id: statementId } = await makeStatement(desk)
    const stranger = rich.desk.actors.maple
    await expect(readHistory.execute(stranger, { statementId })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('readAsOf', () => {
  it('shows a statement as it stood at each of its moments', async () => {
    const { maple, oak } = desk.actors
    const statement = await makeStatement(desk)
    const statementId = statement.id
    const created = await lastMoment(statementId)
    const { id } = await makeClaim(desk, { statementId })
    const highlighted = await lastMoment(statementId)
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const agreed = await lastMoment(statementId)
    await approveAs(oak, id)
    const approved = await lastMoment(statementId)
    const { version } = await readAs(maple, id)
    await reopenClaim.execute(maple, { claimId: id, version, reason: 'A reader wrote.' })
    await editStatement.execute(maple, { statementId, version: statement.version, title: 'Another title' })
    const now = await lastMoment(statementId)
    const asOf = (at: string) => readAsOf.execute(maple, { statementId, at })

    expect(await asOf(created)).toMatchObject({ seq: 1, statement: { title: statement.title }, claims: [] })
    expect((await asOf(highlighted)).claims).toMatchObject([
      { id, status: 'AWAITING', rating: null, rounds: [{ state: 'OPEN', sentence: null, verdicts: [] }] },
    ])
    expect((await asOf(agreed)).claims).toMatchObject([
      { status: 'AGREED', rating: { key: 'FALSE', label: 'False' }, decision: null, rounds: [{ ending: 'COUNTED' }] },
    ])
    expect((await asOf(agreed)).claims[0]?.rounds[0]?.verdicts.map(({ reviewer }) => reviewer.name)).toEqual([
      'Almond',
      'Birch',
      'Cedar',
    ])
    expect((await asOf(approved)).claims).toMatchObject([
      { stage: 'DECIDED', status: 'APPROVED', decision: { action: 'APPROVE', decider: { name: 'Oak' } } },
    ])
    expect(await asOf(now)).toMatchObject({
      statement: { title: 'Another title' },
      claims: [{ status: 'AWAITING', rating: null, decision: null, rounds: [{ state: 'CLOSED' }, { state: 'OPEN' }] }],
    })
  })

  it('tells nothing of what was cast in a round that was sealed then, or was abandoned', async () => {
    const { almond, birch, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    await castAs(birch, id, 'TRUE', { rationale: 'Nobody but Birch knows this.' })
    const sealed = await lastMoment(statementId)
    await editClaim.execute(maple, { claimId: id, version: 1, claimReviewed: 'Another.' })
    const abandoned = await lastMoment(statementId)
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const end = await lastMoment(statementId)
    for (const actor of [almond, birch, maple]) {
      for (const at of [sealed, abandoned, end]) {
        const shown = JSON.stringify(await readAsOf.execute(actor, { statementId, at }))
        expect(shown).not.toContain('Nobody but Birch')
      }
      const then = await readAsOf.execute(actor, { statementId, at: sealed })
      expect(then.claims[0]?.rounds).toMatchObject([{ number: 1, state: 'OPEN', verdicts: [] }])
    }
  })

  it('shows a closed round’s verdicts as of then while the next one is sealed', async () => {
    const { almond, cedar, birch, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    for (const one of [almond, birch, cedar]) await castAs(one, id, 'TRUE')
    const { version } = await readAs(maple, id)
    await expect(closeRound.execute(maple, { claimId: id, version })).rejects.toMatchObject({ code: 'conflict' })
    await editClaim.execute(maple, { claimId: id, version, claimReviewed: 'Another.' })
    await castAs(almond, id, 'FALSE', { rationale: 'Only Almond knows this.' })
    const at = await lastMoment(statementId)
    const then = await readAsOf.execute(maple, { statementId, at })
    expect(then.claims[0]?.rounds.map(({ verdicts }) => verdicts.length)).toEqual([3, 0])
    expect(JSON.stringify(then)).not.toContain('Only Almond')
  })

  it.each([
    ['a word', 'yesterday', 'invalid-input', /such as 2026/],
    ['a day without a time', '2026-03-01', 'invalid-input', /such as 2026/],
    ['a moment in the year 0', '0000-06-01T00:00:00Z', 'invalid-input', /no year 0/],
    ['a moment that its offset puts there', '0001-01-01T00:00:00+01:00', 'invalid-input', /no year 0/],
    ['a moment still to come', '2999-01-01T00:00:00Z', 'invalid-input', /still to come/],
    ['a moment before the statement', '2001-01-01T00:00:00Z', 'not-found', /had not been brought in/],
  ])('refuses %s', async (_case, at, code, message) => {
    const { id: statementId } = await makeStatement(desk)
    const refused = readAsOf.execute(desk.actors.almond, { statementId, at })
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('is of one’s own desk alone', async () => {
    const { id: statementId } = await makeStatement(desk)
    const at = new Date().toISOString()
    await expect(readAsOf.execute(rich.desk.actors.maple, { statementId, at })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.not.stringContaining('brought in'),
    })
  })
})

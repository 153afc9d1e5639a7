import { afterAll, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import { textOf } from '@/lib/domain/sentence'
import { approveAs, castAll, castAs, citation, makeClaim, readAs } from '@/prisma/testing/claims'
import { makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { createComment } from '../comments/create-comment'
import { decideClaim } from '../decisions/decide-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import { startRound } from '../rounds/start-round'
import { listClaims } from './list-claims'

afterAll(closeDb)

function sentenceOf(claim: ClaimDto): string {
  return textOf(claim.rounds.at(-1)?.sentence ?? [])
}

describe('the life of a claim', () => {
  it('goes from a highlight through a split, a second round, a return and a third to a decision, and back', async () => {
    const desk = await makeDesk({ reviewers: 4 })
    const { almond, birch, cedar, maple, oak } = desk.actors
    const { id, statementId } = await makeClaim(desk)

    await castAs(almond, id, 'TRUE')
    const sealed = await castAs(birch, id, 'FALSE', { citations: [citation('A'), citation('B')] })
    expect(sentenceOf(sealed)).toBe('Waiting for 1 more verdict.')
    expect(sealed.myVerdict).toMatchObject({ rating: 'FALSE', citations: [{}, {}] })
    const split = await castAs(cedar, id, 'FALSE')
    expect(split).toMatchObject({ status: 'SPLIT', rating: null, version: 2, mayDecide: false, needsMyVerdict: false })
    expect(sentenceOf(split)).toBe('Split: 1 says True, 2 say False, 4 steps apart.')
    expect(split.rounds[0]).toMatchObject({
      state: 'CLOSED',
      ending: 'COUNTED',
      consensus: 'SPLIT',
      clause: 'Agreement needs two of three on one rating, and all within one step.',
      castBy: [{ name: 'Almond' }, { name: 'Birch' }, { name: 'Cedar' }],
      verdicts: [{ rating: 'TRUE' }, { rating: 'FALSE', citations: [{}, {}] }, { rating: 'FALSE' }],
    })
    expect(split.flags).toEqual({
      singlePublisher: [
        { id: almond.memberId, name: 'Almond' },
        { id: cedar.memberId, name: 'Cedar' },
      ],
      farDissents: [],
    })
    await createComment.execute(almond, { claimId: id, text: 'The register counts ships, not arrivals.' })

    await startRound.execute(maple, { claimId: id, version: 2 })
    const again = await readAs(almond, id)
    expect(again).toMatchObject({ status: 'AWAITING', version: 3, commentCount: 1, contentHash: null, flags: null })
    expect(again.rounds).toMatchObject([
      { ending: 'COUNTED', verdicts: [{}, {}, {}] },
      { number: 2, reason: 'SPLIT', castBy: [], verdicts: [] },
    ])
    expect(again).toMatchObject({ needsMyVerdict: true, myVerdict: null, myLastVerdict: { rating: 'TRUE' } })
    const agreed = await castAll(desk, id, ['MOSTLY_FALSE', 'FALSE', 'FALSE'])
    expect(agreed).toMatchObject({
      status: 'AGREED',
      rating: { key: 'FALSE', label: 'False', tone: 'false' },
      version: 4,
    })
    expect(sentenceOf(agreed)).toBe('Agreed: False (2 of 3; one says Mostly false).')

    const returned = await decideClaim.execute(maple, {
      claimId: id,
      action: 'RETURN',
      contentHash: agreed.contentHash,
      reason: 'Look at the harbour’s own figures too.',
    })
    expect(returned).toMatchObject({ status: 'RETURNED', stage: 'OPEN', version: 5, mayDecide: false })
    expect(returned.rounds[1]).toMatchObject({ ending: 'RETURNED', verdicts: [{}, {}, {}], consensus: 'AGREED' })
    expect(returned.decisions).toMatchObject([{ action: 'RETURN', rating: null, explanation: null, round: 2 }])
    const third = await startRound.execute(maple, { claimId: id, version: 5 })
    expect(third.rounds[2]).toMatchObject({ number: 3, reason: 'RETURNED', state: 'OPEN' })

    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    expect(await readAs(oak, id)).toMatchObject({ mayDecide: true, may: { decide: { allowed: true, reason: null } } })
    const approved = await approveAs(oak, id)
    expect(approved).toMatchObject({
      stage: 'DECIDED',
      status: 'APPROVED',
      rating: { key: 'FALSE' },
      version: 8,
      mayDecide: false,
      decisions: [{ action: 'RETURN' }, { action: 'APPROVE', rating: 'FALSE', round: 3, decider: { name: 'Oak' } }],
    })
    expect(approved.decisions[1]?.boundHash).toBe(approved.contentHash)

    const reopened = await reopenClaim.execute(maple, {
      claimId: id,
      version: 8,
      reason: 'New figures were published.',
    })
    expect(reopened).toMatchObject({
      stage: 'OPEN',
      status: 'AWAITING',
      rating: null,
      version: 9,
      round: { number: 4, state: 'OPEN', cast: 0 },
      reopened: { by: { name: 'Maple' }, reason: 'New figures were published.' },
    })
    expect(reopened.rounds[3]).toMatchObject({ reason: 'REOPENED' })
    await castAll(desk, id, ['TRUE', 'TRUE', 'TRUE'])
    const second = await approveAs(oak, id)
    expect(second).toMatchObject({ status: 'APPROVED', rating: { key: 'TRUE' }, reopened: null })
    expect(second.decisions).toHaveLength(3)

    const { types, broken } = await historyOf(statementId)
    expect(broken).toBeNull()
    const round = ['verdict.cast', 'verdict.cast', 'verdict.cast', 'round.closed']
    expect(types).toEqual([
      'statement.created',
      ...['claim.created', 'round.opened', ...round, 'comment.added'],
      ...['round.opened', ...round, 'claim.decided'],
      ...['round.opened', ...round, 'claim.decided'],
      ...['claim.reopened', 'round.opened', ...round, 'claim.decided'],
    ])
    const list = await listClaims.execute(almond, { statementId })
    expect(list.seq).toBe(types.length)
    const { id: _, ...summary } = list.items[0] ?? { id: '' }
    expect(await readAs(almond, id)).toMatchObject(summary)
  })

  it('stores the hash of each content row in the event that announces it', async () => {
    const desk = await makeDesk()
    const { id, statementId } = await makeClaim(desk)
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    await approveAs(desk.actors.maple, id)
    const events = await db().event.findMany({ where: { streamId: statementId, claimId: id }, orderBy: { seq: 'asc' } })
    const verdicts = await db().verdict.findMany({ where: { claimId: id }, orderBy: { castAt: 'asc' } })
    const decision = await db().decision.findFirstOrThrow({ where: { claimId: id } })
    const hashesOf = (type: string) => events.filter(event => event.type === type).map(event => event.contentHash)
    expect(hashesOf('verdict.cast')).toEqual(verdicts.map(({ contentHash }) => contentHash))
    expect(hashesOf('claim.decided')).toEqual([decision.contentHash])
    for (const { ids } of events) expect(JSON.stringify(ids)).not.toMatch(/register|FALSE/)
  })
})

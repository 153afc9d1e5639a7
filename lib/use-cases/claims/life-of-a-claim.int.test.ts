import { afterAll, describe, expect, it } from 'vitest'
import { closeDb } from '@/lib/db/client'
import { approveAs, castAll, castAs, makeClaim, readAs } from '../../../prisma/testing/claims'
import { makeDesk } from '../../../prisma/testing/factories'
import { historyOf } from '../../../prisma/testing/history'

afterAll(closeDb)

describe('the life of a claim', () => {
  it('goes from a highlight to an approved rating', async () => {
    const desk = await makeDesk()
    const { almond, birch, maple } = desk.actors
    const claim = await makeClaim(desk)
    expect(claim).toMatchObject({ stage: 'OPEN', status: 'AWAITING', rating: null, version: 1, needsMyVerdict: true })
    await castAs(almond, claim.id)
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'MOSTLY_FALSE'])
    const done = await approveAs(maple, claim.id)
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { castAll, makeClaim } from '@/prisma/testing/claims'
import { makeDesk } from '@/prisma/testing/factories'
import { closeDb, db } from './client'
import { isGuardViolation } from './transaction'
import { insertWithdrawal } from './verdict-rows'

afterAll(closeDb)

describe('isGuardViolation', () => {
  it('knows what a trigger refuses, however Prisma words it', async () => {
    const desk = await makeDesk({ policy: { quorum: 2 } })
    const { id: claimId } = await makeClaim(desk)
    await castAll(desk, claimId, ['FALSE', 'FALSE'])
    const late = insertWithdrawal(db(), desk.actors.almond, { claimId, round: 1 }, new Date())
    expect(await late.then(() => null, isGuardViolation)).toBe(true)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventDto } from '@/lib/contracts/events'
import { closeDb } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { castAs, makeClaim } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { editClaim } from '../claims/edit-claim'
import { listEvents } from './list-events'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk()
})
afterAll(closeDb)

async function eventsFor(actor: Actor, statementId: string, rest: Record<string, unknown> = {}): Promise<EventDto[]> {
  return (await listEvents.execute(actor, { statementId, ...rest })).items
}

function namesOf(events: EventDto[], type: string): (string | null)[] {
  return events.filter(event => event.type === type).map(({ actor }) => actor?.name ?? null)
}

describe('listEvents', () => {
  it('pages through the history without a gap', async () => {
    const { id: statementId } = await makeStatement(desk)
    for (let count = 0; count < 3; count++) await makeClaim(desk, { statementId })
    const all = await listEvents.execute(desk.actors.birch, { statementId })
    expect(all.seq).toBe(7)
    expect(all.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(all.items[1]).toEqual({
      seq: 2,
      type: 'claim.created',
      claimId: expect.any(String),
      at: expect.stringMatching(/Z$/),
      actor: { id: desk.actors.almond.memberId, name: 'Almond' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const page = await listEvents.execute(desk.actors.birch, { statementId, after: '2', limit: '3' })
    expect(page.items.map(({ seq }) => seq)).toEqual([3, 4, 5])
    expect(page.seq).toBe(7)
    const claimId = all.items[3]?.claimId
    expect((await eventsFor(desk.actors.birch, statementId, { claimId })).map(({ seq }) => seq)).toEqual([4, 5])
  })

  it('does not say who cast when while the round is sealed, except to themselves', async () => {
    const { almond, birch, cedar, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    await castAs(birch, id)
    await castAs(almond, id)
    expect(namesOf(await eventsFor(maple, statementId), 'verdict.cast')).toEqual([null, null])
    expect(namesOf(await eventsFor(almond, statementId), 'verdict.cast')).toEqual([null, 'Almond'])
    await castAs(cedar, id)
    expect(namesOf(await eventsFor(maple, statementId), 'verdict.cast')).toEqual(['Birch', 'Almond', 'Cedar'])
  })

  it('never says it of an abandoned round', async () => {
    const { birch, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    await castAs(birch, id)
    await editClaim.execute(maple, { claimId: id, version: 1, claimReviewed: 'Another.' })
    expect(namesOf(await eventsFor(maple, statementId), 'verdict.cast')).toEqual([null])
    expect(namesOf(await eventsFor(maple, statementId), 'round.abandoned')).toEqual(['Maple'])
  })

  it.each([
    ['a negative place', { after: '-1' }],
    ['a place beyond numbers', { after: '99999999999' }],
    ['a page of none', { limit: '0' }],
    ['a page of too many', { limit: '501' }],
  ])('refuses %s', async (_case, rest) => {
    const { id } = await makeStatement(desk)
    await expect(listEvents.execute(desk.actors.almond, { statementId: id, ...rest })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

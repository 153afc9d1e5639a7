import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb } from '@/lib/db/client'
import { approveAs, castAll, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { createComment } from './create-comment'
import { listComments } from './list-comments'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk()
})
afterAll(closeDb)

describe('comments', () => {
  it('wait while a round is open, and go on once it has closed and after the decision', async () => {
    const { almond, birch, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    const say = (text: string, parentId: string | null = null) =>
      createComment.execute(birch, { claimId: id, text, parentId })
    await expect(say('Too early.')).rejects.toMatchObject({
      code: 'conflict',
      message: 'Discussion waits until the round closes.',
    })
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const first = await say('  Which register?  ')
    expect(first).toMatchObject({ text: 'Which register?', author: { name: 'Birch' }, round: 1, parentId: null })
    await approveAs(maple, id)
    const answer = await createComment.execute(almond, { claimId: id, text: 'The harbour’s.', parentId: first.id })
    expect(await listComments.execute(maple, { claimId: id })).toEqual({ items: [first, answer] })
    expect(await readAs(almond, id)).toMatchObject({ commentCount: 2 })
    expect((await historyOf(statementId)).types.slice(-3)).toEqual(['comment.added', 'claim.decided', 'comment.added'])
  })

  it('answer comments of the same claim alone', async () => {
    const [one, other] = [await makeClaim(desk), await makeClaim(desk)]
    for (const { id } of [one, other]) await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const there = await createComment.execute(desk.actors.birch, { claimId: other.id, text: 'There.' })
    for (const parentId of [there.id, '01900000-0000-7000-8000-000000000000']) {
      await expect(
        createComment.execute(desk.actors.birch, { claimId: one.id, text: 'Here.', parentId }),
      ).rejects.toMatchObject({ code: 'invalid-input', details: { errors: [{ path: 'parentId' }] } })
    }
    await expect(createComment.execute(desk.actors.birch, { claimId: one.id, text: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

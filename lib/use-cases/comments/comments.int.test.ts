import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommentDto } from '@/lib/contracts/discussion'
import { closeDb, db } from '@/lib/db/client'
import { commentBody, commentResolutionBody, commentRevisionBody } from '@/lib/db/comments'
import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { editClaim } from '../claims/edit-claim'
import { listNotices } from '../notices/list-notices'
import { startRound } from '../rounds/start-round'
import { editMember } from '../workspace/edit-member'
import { createComment } from './create-comment'
import { editComment } from './edit-comment'
import { listCommentRevisions } from './list-comment-revisions'
import { listComments } from './list-comments'
import { resolveComment } from './resolve-comment'
import { withdrawComment } from './withdraw-comment'

const NOTHING = '01900000-0000-7000-8000-000000000000'
const WAITS = { code: 'conflict', message: 'Discussion waits until the round closes.' }

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk()
})
afterAll(closeDb)

/** A claim whose first round has closed split, so that it is discussed. */
async function splitClaim(): Promise<{ id: string; statementId: string; version: number }> {
  const { id } = await makeClaim(desk)
  return await castAll(desk, id, ['TRUE', 'TRUE', 'FALSE'])
}

type Said = Parameters<typeof createComment.execute>[1]

function say(by: Actor, claimId: string, text: string, more: object = {}): Promise<CommentDto> {
  const said: Said = { claimId, text, ...more }
  return createComment.execute(by, said)
}

/** What someone has been told of a claim's discussion, oldest first. */
async function toldTo(actor: Actor, claimId: string): Promise<[string, string | null][]> {
  const { items } = await listNotices.execute(actor, { limit: 200 })
  return items
    .filter(({ claim }) => claim?.id === claimId)
    .map(({ kind, commentId }) => [kind, commentId] as [string, string | null])
    .reverse()
}

describe('comments', () => {
  it('wait while a round is open, and go on once it has closed and after the decision', async () => {
    const { almond, birch, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    await expect(say(birch, id, 'Too early.')).rejects.toMatchObject(WAITS)
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const first = await say(birch, id, '  Which register?  ')
    expect(first).toMatchObject({ text: 'Which register?', author: { name: 'Birch' }, round: 1, parentId: null })
    await approveAs(maple, id)
    const answer = await say(almond, id, 'The harbour’s.', { parentId: first.id })
    expect(await listComments.execute(maple, { claimId: id })).toEqual({ items: [first, answer] })
    expect(await readAs(almond, id)).toMatchObject({ commentCount: 2, openThreads: 1 })
    expect((await historyOf(statementId)).types.slice(-3)).toEqual(['comment.added', 'claim.decided', 'comment.added'])
  })

  it('stay readable while the next round is sealed, in which nothing is said, changed or settled', async () => {
    const { birch, cedar, maple } = desk.actors
    const { id, version } = await splitClaim()
    const first = await say(birch, id, 'Which register?', { mentionIds: [cedar.memberId] })
    await startRound.execute(maple, { claimId: id, version })
    const commentId = first.id
    for (const attempt of [
      () => say(cedar, id, 'The harbour’s.', { parentId: commentId }),
      () => editComment.execute(birch, { commentId, text: 'Which one?', version: 1 }),
      () => withdrawComment.execute(birch, { commentId }),
      () => resolveComment.execute(cedar, { commentId, isResolved: true }),
    ]) {
      await expect(attempt()).rejects.toMatchObject(WAITS)
    }
    expect(await listComments.execute(cedar, { claimId: id })).toEqual({ items: [first] })
    expect(await listCommentRevisions.execute(cedar, { commentId })).toMatchObject({ items: [{ text: first.text }] })
  })

  it('answer comments of the same claim alone', async () => {
    const [one, other] = [await splitClaim(), await splitClaim()]
    const there = await say(desk.actors.birch, other.id, 'There.')
    for (const parentId of [there.id, NOTHING]) {
      await expect(say(desk.actors.birch, one.id, 'Here.', { parentId })).rejects.toMatchObject({
        code: 'invalid-input',
        details: { errors: [{ path: 'parentId' }] },
      })
    }
    await expect(say(desk.actors.birch, one.id, ' ')).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('keep threads one level deep: answering an answer goes to its thread', async () => {
    const { almond, birch, cedar } = desk.actors
    const { id } = await splitClaim()
    const first = await say(birch, id, 'Which register?')
    const answer = await say(almond, id, 'The harbour’s.', { parentId: first.id })
    expect(await say(cedar, id, 'Which year?', { parentId: answer.id })).toMatchObject({ parentId: first.id })
    expect(await readAs(almond, id)).toMatchObject({ commentCount: 3, openThreads: 1 })
  })
})

describe('mentions', () => {
  it('are of members of the desk, each refused by name of its place', async () => {
    const { almond, birch } = desk.actors
    const { id } = await splitClaim()
    const stranger = (await makeDesk()).actors.cedar.memberId
    const said = say(almond, id, '@Birch', { mentionIds: [birch.memberId, stranger, NOTHING] })
    await expect(said).rejects.toMatchObject({
      code: 'invalid-input',
      details: { errors: [{ path: 'mentionIds.1' }, { path: 'mentionIds.2' }] },
    })
    expect(await listComments.execute(almond, { claimId: id })).toEqual({ items: [] })
    expect(await toldTo(birch, id)).toEqual([])
  })

  it('tell the mentioned, once and not oneself; answers tell who has a say in the thread', async () => {
    const { almond, birch, cedar, maple } = desk.actors
    const { id } = await splitClaim()
    const first = await say(birch, id, '@Almond, which one?', {
      mentionIds: [almond.memberId, almond.memberId, birch.memberId],
    })
    expect(first.mentions.map(({ name }) => name)).toEqual(['Almond', 'Birch'])
    const second = await say(almond, id, 'The harbour’s.', { parentId: first.id })
    // Named and with a say in the thread: told of being named.
    const third = await say(maple, id, '@Almond, sure?', { parentId: second.id, mentionIds: [almond.memberId] })
    expect(await toldTo(almond, id)).toEqual([
      ['MENTIONED', first.id],
      ['MENTIONED', third.id],
    ])
    expect(await toldTo(birch, id)).toEqual([
      ['REPLIED', second.id],
      ['REPLIED', third.id],
    ])
    expect(await toldTo(maple, id)).toEqual([])
    expect(await toldTo(cedar, id)).toEqual([])
  })

  it('show people who have left, who are told of nothing more', async () => {
    const own = await makeDesk()
    const { almond, birch, cedar, admin } = own.actors
    const { id } = await makeClaim(own)
    await castAll(own, id, ['TRUE', 'TRUE', 'FALSE'])
    const first = await say(cedar, id, '@Birch?', { mentionIds: [birch.memberId] })
    for (const { memberId } of [birch, cedar]) {
      await editMember.execute(admin, { memberId, version: 1, removed: true })
    }
    await say(almond, id, 'They left.', { parentId: first.id })
    expect((await listComments.execute(almond, { claimId: id })).items[0]).toMatchObject({
      author: { name: 'Cedar' },
      mentions: [{ name: 'Birch' }],
    })
    expect(await db().notice.count({ where: { memberId: cedar.memberId } })).toBe(0)
    await expect(say(almond, id, '@Birch!', { mentionIds: [birch.memberId] })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('threads', () => {
  it('are settled and taken up again by any member, from any of their comments, and repeating changes nothing', async () => {
    const { almond, birch, cedar } = desk.actors
    const { id, statementId } = await splitClaim()
    const first = await say(birch, id, 'Which register?')
    const answer = await say(almond, id, 'The harbour’s.', { parentId: first.id })
    const settle = (by: Actor, commentId: string, isResolved: boolean) =>
      resolveComment.execute(by, { commentId, isResolved })
    const settled = await settle(cedar, answer.id, true)
    expect(settled).toMatchObject({ id: first.id, resolution: { isResolved: true, by: { name: 'Cedar' } } })
    expect(await settle(almond, first.id, true)).toEqual(settled)
    expect(await readAs(almond, id)).toMatchObject({ commentCount: 2, openThreads: 0 })
    expect(await settle(almond, first.id, false)).toMatchObject({ resolution: { isResolved: false } })
    expect(await readAs(almond, id)).toMatchObject({ openThreads: 1 })
    await settle(almond, first.id, false)
    expect((await historyOf(statementId)).types.slice(-2)).toEqual(['comment.resolved', 'comment.unresolved'])
  })

  it('are taken up again by an answer', async () => {
    const { almond, birch } = desk.actors
    const { id, statementId } = await splitClaim()
    const first = await say(birch, id, 'Which register?')
    await resolveComment.execute(birch, { commentId: first.id, isResolved: true })
    await say(almond, id, 'Wait.', { parentId: first.id })
    expect((await listComments.execute(almond, { claimId: id })).items[0]?.resolution).toMatchObject({
      isResolved: false,
      by: { name: 'Almond' },
    })
    expect((await historyOf(statementId)).types.slice(-2)).toEqual(['comment.added', 'comment.unresolved'])
  })

  it('of which everything was taken back are not open', async () => {
    const { birch } = desk.actors
    const { id } = await splitClaim()
    const first = await say(birch, id, 'Never mind.')
    await withdrawComment.execute(birch, { commentId: first.id })
    expect(await readAs(birch, id)).toMatchObject({ commentCount: 1, openThreads: 0 })
  })
})

describe('quotations', () => {
  const REFUSED = 'What you quote is not one of this claim’s open verdicts.'

  it('are of open verdicts and their citations, with who and what, also in later rounds', async () => {
    const { almond, birch, maple } = desk.actors
    const { id, version } = await splitClaim()
    const verdict = (await readAs(almond, id)).rounds[0]?.verdicts.find(one => one.reviewer.id === birch.memberId)
    const [citation] = verdict?.citations ?? []
    const quoted = await say(almond, id, 'This one?', { quotedVerdictId: verdict?.id })
    expect(quoted.quote).toEqual({
      verdictId: verdict?.id,
      citationId: null,
      round: 1,
      reviewer: { id: birch.memberId, name: 'Birch' },
      rating: 'TRUE',
      stance: null,
      source: null,
      text: verdict?.rationale,
    })
    const cited = await say(almond, id, 'And this?', { quotedCitationId: citation?.id })
    expect(cited.quote).toMatchObject({
      citationId: citation?.id,
      stance: 'REFUTES',
      source: { title: 'Harbour register', publisher: 'Harbour register', url: 'https://records.example/harbour' },
    })
    await startRound.execute(maple, { claimId: id, version })
    expect((await listComments.execute(birch, { claimId: id })).items).toEqual([quoted, cited])
  })

  it('never reach a sealed, an abandoned, a superseded or another claim’s verdict, and say the same of nothing at all', async () => {
    const { almond, birch, maple } = desk.actors
    const { id, version } = await splitClaim()
    await startRound.execute(maple, { claimId: id, version })
    for (const rating of ['TRUE', 'FALSE']) await castAs(almond, id, rating)
    const sealed = await db().verdict.findMany({ where: { claimId: id, round: 2 }, include: { citations: true } })
    // Abandons round 2, which leaves it sealed for good, and lets round 3 close.
    const { version: now } = await readAs(maple, id)
    await editClaim.execute(maple, { claimId: id, version: now, claimReviewed: 'Arrivals rose.' })
    for (const rating of ['MIXED', 'TRUE']) await castAs(almond, id, rating)
    const superseded = await db().verdict.findFirst({ where: { claimId: id, round: 3, rating: 'MIXED' } })
    for (const actor of [birch, desk.actors.cedar]) await castAs(actor, id, 'TRUE')
    const other = await splitClaim()
    const elsewhere = (await readAs(almond, other.id)).rounds[0]?.verdicts[0]
    const verdictIds = [...sealed.map(verdict => verdict.id), superseded?.id, elsewhere?.id, NOTHING]
    // The reviewer reads their own abandoned verdict, and still cannot hold it up to others.
    for (const actor of [almond, birch]) {
      for (const quotedVerdictId of verdictIds) {
        await expect(say(actor, id, 'This?', { quotedVerdictId })).rejects.toMatchObject({
          code: 'invalid-input',
          message: REFUSED,
          details: { errors: [{ path: 'quotedVerdictId', message: REFUSED }] },
        })
      }
      for (const quotedCitationId of [sealed[0]?.citations[0]?.id, elsewhere?.citations[0]?.id, NOTHING]) {
        await expect(say(actor, id, 'This?', { quotedCitationId })).rejects.toMatchObject({
          code: 'invalid-input',
          details: { errors: [{ path: 'quotedCitationId' }] },
        })
      }
    }
    expect(verdictIds.every(Boolean)).toBe(true)
  })

  it('are one at a time', async () => {
    const { id } = await splitClaim()
    await expect(
      say(desk.actors.almond, id, 'Both.', { quotedVerdictId: NOTHING, quotedCitationId: NOTHING }),
    ).rejects.toMatchObject({ code: 'invalid-input', details: { errors: [{ path: 'quotedCitationId' }] } })
  })
})

describe('a comment', () => {
  it('is reworded by its author alone; the earlier words are kept, and only who is newly named is told', async () => {
    const { almond, birch, cedar, admin } = desk.actors
    const { id, statementId } = await splitClaim()
    const { id: commentId, at } = await say(birch, id, '@Almond, which?', { mentionIds: [almond.memberId] })
    const edit = { commentId, text: '@Almond, @Cedar, which register?', version: 1 }
    const mentionIds = [almond.memberId, cedar.memberId]
    for (const actor of [almond, admin]) {
      await expect(editComment.execute(actor, { ...edit, mentionIds })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const edited = await editComment.execute(birch, { ...edit, mentionIds })
    expect(edited).toMatchObject({ text: edit.text, version: 2, at, isWithdrawn: false })
    expect(edited.editedAt).not.toBeNull()
    expect(await toldTo(almond, id)).toEqual([['MENTIONED', commentId]])
    expect(await toldTo(cedar, id)).toEqual([['MENTIONED', commentId]])
    // Left out and named again: told before.
    await editComment.execute(birch, { commentId, text: 'Which register?', version: 2 })
    await editComment.execute(birch, { ...edit, mentionIds, version: 3 })
    expect(await toldTo(cedar, id)).toHaveLength(1)
    const { items } = await listCommentRevisions.execute(almond, { commentId })
    expect(items.map(({ number, text }) => [number, text])).toEqual([
      [1, '@Almond, which?'],
      [2, edit.text],
      [3, 'Which register?'],
      [4, edit.text],
    ])
    expect((await historyOf(statementId)).types.filter(type => type === 'comment.edited')).toHaveLength(3)
  })

  it('that was changed meanwhile is not overwritten, and the same words again write nothing', async () => {
    const { birch } = desk.actors
    const { id, statementId } = await splitClaim()
    const { id: commentId } = await say(birch, id, 'Which?')
    const second = await editComment.execute(birch, { commentId, text: 'Which one?', version: 1 })
    await expect(editComment.execute(birch, { commentId, text: 'What?', version: 1 })).rejects.toMatchObject({
      code: 'stale-version',
      details: { current: second },
    })
    expect(await editComment.execute(birch, { commentId, text: 'Which one?', version: 2 })).toEqual(second)
    expect((await historyOf(statementId)).types.slice(-2)).toEqual(['comment.added', 'comment.edited'])
  })

  it('keeps naming who has left, and cannot newly name them', async () => {
    const own = await makeDesk()
    const { almond, birch, cedar, admin } = own.actors
    const { id } = await makeClaim(own)
    await castAll(own, id, ['TRUE', 'TRUE', 'FALSE'])
    const { id: commentId } = await say(almond, id, '@Birch?', { mentionIds: [birch.memberId] })
    for (const { memberId } of [birch, cedar]) {
      await editMember.execute(admin, { memberId, version: 1, removed: true })
    }
    const edit = { commentId, text: '@Birch, @Cedar?', version: 1 }
    await expect(
      editComment.execute(almond, { ...edit, mentionIds: [birch.memberId, cedar.memberId] }),
    ).rejects.toMatchObject({ details: { errors: [{ path: 'mentionIds.1' }] } })
    expect(await editComment.execute(almond, { ...edit, mentionIds: [birch.memberId] })).toMatchObject({
      mentions: [{ name: 'Birch' }],
    })
  })

  it('is taken back by its author alone: its words leave every reply, its answers stay, and it is over', async () => {
    const { almond, birch, admin } = desk.actors
    const { id, statementId } = await splitClaim()
    const quotedVerdictId = (await readAs(almond, id)).rounds[0]?.verdicts[0]?.id
    const first = await say(birch, id, 'CANARY one, @Almond', { mentionIds: [almond.memberId], quotedVerdictId })
    const commentId = first.id
    await editComment.execute(birch, { commentId, text: 'CANARY two', version: 1 })
    const answer = await say(almond, id, 'So it is.', { parentId: commentId })
    await expect(withdrawComment.execute(admin, { commentId })).rejects.toMatchObject({ code: 'forbidden' })
    const gone = await withdrawComment.execute(birch, { commentId })
    expect(gone).toMatchObject({ text: '', isWithdrawn: true, mentions: [], quote: null, editedAt: null, version: 3 })
    expect(await listComments.execute(admin, { claimId: id })).toEqual({ items: [gone, answer] })
    expect(await listCommentRevisions.execute(birch, { commentId })).toEqual({ items: [] })
    for (const attempt of [
      () => editComment.execute(birch, { commentId, text: 'Again.', version: 3 }),
      () => withdrawComment.execute(birch, { commentId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'conflict', message: 'This comment was taken back.' })
    }
    expect((await historyOf(statementId)).types.at(-1)).toBe('comment.withdrawn')
    // Its author has no say in the thread any more.
    const before = await toldTo(birch, id)
    await say(almond, id, 'Anyone?', { parentId: commentId })
    expect(await toldTo(birch, id)).toEqual(before)
  })
})

describe('the history of a discussion', () => {
  it('announces every row with its hash, which anyone can work out from the row', async () => {
    const { almond, birch } = desk.actors
    const { id, statementId } = await splitClaim()
    const quotedVerdictId = (await readAs(almond, id)).rounds[0]?.verdicts[0]?.id
    const plain = await say(birch, id, 'Which register?')
    const rich = await say(almond, id, '@Birch', { parentId: plain.id, mentionIds: [birch.memberId], quotedVerdictId })
    await editComment.execute(birch, { commentId: plain.id, text: 'Which one?', version: 1 })
    await withdrawComment.execute(almond, { commentId: rich.id })
    await resolveComment.execute(almond, { commentId: plain.id, isResolved: true })

    const comments = await db().comment.findMany({ where: { claimId: id }, orderBy: { at: 'asc' } })
    const revisions = await db().commentRevision.findMany({
      where: { comment: { claimId: id } },
      orderBy: { at: 'asc' },
    })
    const resolutions = await db().commentResolution.findMany({ where: { comment: { claimId: id } } })
    const worked = [
      ...comments.map(row => contentHash(row.salt, 'comment', commentBody(row))),
      ...revisions.map(row => contentHash(row.salt, 'comment-revision', commentRevisionBody(row))),
      ...resolutions.map(row => contentHash(row.salt, 'comment-resolution', commentResolutionBody(row))),
    ]
    const history = await historyOf(statementId)
    expect(history.broken).toBeNull()
    expect(history.types.slice(-5)).toEqual([
      'comment.added',
      'comment.added',
      'comment.edited',
      'comment.withdrawn',
      'comment.resolved',
    ])
    expect(history.contentHashes.slice(-5)).toEqual(worked)
    expect([...comments, ...revisions, ...resolutions].map(row => row.contentHash)).toEqual(worked)
    // As comments were hashed before they could address or quote.
    const [first] = comments
    expect(first && commentBody(first)).toEqual({
      claimId: id,
      parentId: null,
      round: 1,
      text: 'Which register?',
      authorId: birch.memberId,
    })
  })
})

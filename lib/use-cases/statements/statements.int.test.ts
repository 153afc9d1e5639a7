import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { canonicalText, type TiptapDocument } from '@/lib/domain/canonical-text'
import { contentHash, type Json, sha256Hex } from '@/lib/domain/hash'
import { approveAs, castAll, makeClaim } from '@/prisma/testing/claims'
import { makeDesk, makeStatement, TEST_TEXT } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { createStatement } from './create-statement'
import { editStatement } from './edit-statement'
import { readStatement } from './read-statement'
import { readStatementText } from './read-statement-text'

const draft = { title: 'Remarks', claimant: 'The harbour office', language: 'en', text: TEST_TEXT }

describe('a new statement', () => {
  it('keeps its text as blocks and as canonical text with its hash', async () => {
    const { actors } = await makeDesk()
    const statement = await createStatement.execute(actors.almond, {
      ...draft,
      text: '\ufeffOne.\r\n\r\nTwo 🚢 Cafe\u0301.\rThree.\n\n',
      language: 'PT-br',
      direction: 'rtl',
      appearance: 'https://harbour.example/remarks',
      saidOn: '2024-05',
      retrievedAt: '2024-06-01T10:00:00Z',
    })
    const text = 'One.\n\nTwo 🚢 Cafe\u0301.\nThree.'
    expect(statement).toMatchObject({
      text,
      sha256: sha256Hex(text),
      textUrl: `http://127.0.0.1:3000/api/v1/statements/${statement.id}/versions/1/text`,
      wordCount: 4,
      language: 'pt-BR',
      direction: 'rtl',
      claimantRole: null,
      context: null,
      saidOn: '2024-05',
      retrievedAt: '2024-06-01T10:00:00.000Z',
      createdBy: { id: actors.almond.memberId, name: 'Almond' },
      version: 1,
      currentVersion: 1,
      seq: 1,
      needsMyVerdict: 0,
      toDecide: 0,
      publishedAt: null,
      isSample: false,
    })
    expect(canonicalText(statement.document as TiptapDocument)).toBe(text)
    expect(await readStatement.execute(actors.oak, { statementId: statement.id })).toMatchObject({ text })
    expect(await readStatementText.execute(actors.oak, { statementId: statement.id, number: 1 })).toEqual({
      text,
      sha256: sha256Hex(text),
    })
  })

  it('is announced once, by a hash over details and text that both rows carry', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    const { contentHashes, broken } = await historyOf(id)
    const revision = await db().statementRevision.findFirstOrThrow({ where: { statementId: id } })
    const version = await db().statementVersion.findFirstOrThrow({ where: { statementId: id } })
    const { sha256, retrievedFrom, retrievedAt } = version
    const text = { number: 1, sha256, retrievedFrom, retrievedAt: retrievedAt.toISOString() }
    const hash = contentHash(revision.salt, 'statement', { number: 1, details: revision.details as Json, text })
    expect([revision.contentHash, version.contentHash]).toEqual([hash, hash])
    expect([contentHashes, broken]).toEqual([[hash], null])
  })

  it('of any length is a moment’s work', async () => {
    const { actors } = await makeDesk()
    const text = Array.from({ length: 20_000 }, (_, i) => `Sentence ${i} says what nine others do not.`).join('\n')
    const statement = await createStatement.execute(actors.almond, { ...draft, text })
    expect(statement.wordCount).toBe(160_000)
  })

  it.each([
    ['a NUL in the text', { text: 'Ships\0arrive.' }, 'text', /NUL character at line 1, column 6/],
    ['half a character in the text', { text: 'Ships \ud83d arrive.' }, 'text', /half a character/],
    ['no text', { text: ' \n ' }, 'text', /no text/],
    ['too many words', { text: 'ship '.repeat(200_001) }, 'text', /200,001 words; the limit is 200,000/],
    ['too many characters', { text: 'x'.repeat(2_000_001) }, 'text', /2,000,000 characters/],
    ['a NUL in the title', { title: 'Re\0marks' }, 'title', /cannot be stored/],
    ['half a character in the claimant', { claimant: '\udc00' }, 'claimant', /cannot be stored/],
    ['no title', { title: ' ' }, 'title', /Write something/],
    ['a script as address', { appearance: 'javascript:alert(1)' }, 'appearance', /http/],
    ['an address with a password', { appearance: 'https://a:b@harbour.example' }, 'appearance', /http/],
    ['a day that is none', { saidOn: '2023-02-29' }, 'saidOn', /YYYY/],
    ['a day still to come', { saidOn: '2999' }, 'saidOn', /still to come/],
    ['a language that is none', { language: 'e' }, 'language', /language tag/],
    ['a retrieval still to come', { retrievedAt: '2999-01-01T00:00:00Z' }, 'retrievedAt', /still to come/],
    ['a field of ours', { createdById: '019d0000-0000-7000-8000-000000000000' }, '', /nrecognized|createdById/],
  ])('is refused with %s', async (_case, wrong, path, message) => {
    const { actors } = await makeDesk({ reviewers: 1, editors: 0, admins: 0 })
    const refusal = await refusalOf(createStatement.execute(actors.almond, { ...draft, ...wrong }))
    expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, path])
    expect(refusal.details.errors?.[0]?.message).toMatch(message)
    expect(await db().statement.count({ where: { workspaceId: actors.almond.workspaceId } })).toBe(0)
  })

  it('sent twice with one key is brought in once', async () => {
    const { actors } = await makeDesk()
    const send = () => createStatement.execute(actors.almond, draft, { idempotencyKey: 'once' })
    const [one, other] = await Promise.all([send(), send()])
    expect(one).toEqual(other)
    expect(await db().statement.count({ where: { workspaceId: actors.almond.workspaceId } })).toBe(1)
    const another = createStatement.execute(actors.almond, { ...draft, title: 'Other' }, { idempotencyKey: 'once' })
    expect((await refusalOf(another)).code).toBe('key-reused')
  })

  it('says what its reader may do', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk, { by: desk.actors.almond })
    const mayOf = async (actor: typeof desk.actors.almond) => {
      const { may } = await readStatement.execute(actor, { statementId: id })
      return [may.edit, may.createClaim, may.publish, may.share].map(({ allowed }) => allowed)
    }
    expect(await mayOf(desk.actors.almond)).toEqual([true, true, false, false])
    expect(await mayOf(desk.actors.birch)).toEqual([false, true, false, false])
    expect(await mayOf(desk.actors.maple)).toEqual([true, true, true, true])
  })
})

describe('editing a statement', () => {
  it('writes a revision, and leaves out what was not sent', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    const edited = await editStatement.execute(desk.actors.oak, {
      statementId: id,
      version: 1,
      title: 'Remarks at the quay',
      context: 'A speech.',
    })
    expect(edited).toMatchObject({ version: 2, title: 'Remarks at the quay', context: 'A speech.', text: TEST_TEXT })
    const cleared = await editStatement.execute(desk.actors.oak, { statementId: id, version: 2, context: '' })
    expect(cleared).toMatchObject({ version: 3, title: 'Remarks at the quay', context: null })
    const { types, contentHashes, broken } = await historyOf(id)
    expect([types, broken]).toEqual([['statement.created', 'statement.edited', 'statement.edited'], null])
    const row = await db().statementRevision.findFirstOrThrow({ where: { statementId: id, number: 3 } })
    const hash = contentHash(row.salt, 'statement', { number: 3, details: row.details as Json })
    expect([row.contentHash, contentHashes.at(-1)]).toEqual([hash, hash])
  })

  it('on an older view of it is refused with the present one', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    await editStatement.execute(desk.actors.oak, { statementId: id, version: 1, title: 'First' })
    const late = editStatement.execute(desk.actors.maple, { statementId: id, version: 1, title: 'Second' })
    expect(await refusalOf(late)).toMatchObject({
      code: 'stale-version',
      details: { current: { title: 'First', version: 2 } },
    })
  })

  it('by two at once succeeds for one', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    const tries = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map(title => editStatement.execute(desk.actors.oak, { statementId: id, version: 1, title })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await historyOf(id)).types).toHaveLength(2)
  })

  it('to what it is writes nothing', async () => {
    const desk = await makeDesk()
    const { id, title } = await makeStatement(desk)
    expect(await editStatement.execute(desk.actors.oak, { statementId: id, version: 1, title })).toMatchObject({
      version: 1,
    })
    expect((await historyOf(id)).types).toHaveLength(1)
  })

  it('is for who brought it in, and for editors', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk, { by: desk.actors.almond })
    const edit = (actor: typeof desk.actors.almond, version: number) =>
      editStatement.execute(actor, { statementId: id, version, title: `By ${actor.name}` })
    expect((await refusalOf(edit(desk.actors.birch, 1))).code).toBe('forbidden')
    expect(await edit(desk.actors.almond, 1)).toMatchObject({ version: 2 })
    expect(await edit(desk.actors.maple, 2)).toMatchObject({ version: 3 })
  })

  it('does not move what was said into days to come', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    const edit = editStatement.execute(desk.actors.oak, { statementId: id, version: 1, saidOn: '2999-01' })
    expect((await refusalOf(edit)).details.errors).toEqual([
      { path: 'saidOn', message: expect.stringMatching(/still to come/) },
    ])
  })

  it('takes a date that has begun in the first time zone of all', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    const saidOn = new Date(Date.now() + 13.9 * 3_600_000).toISOString().slice(0, 10)
    const edited = await editStatement.execute(desk.actors.oak, { statementId: id, version: 1, saidOn })
    expect(edited).toMatchObject({ saidOn })
  })

  it('does not change who said what has been decided', async () => {
    const desk = await makeDesk()
    const claim = await makeClaim(desk)
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    await approveAs(desk.actors.maple, claim.id)
    const edit = (changes: object) =>
      editStatement.execute(desk.actors.oak, { statementId: claim.statementId, version: 1, ...changes })
    expect(await refusalOf(edit({ claimant: 'Someone else' }))).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Reopen first/),
    })
    expect(await edit({ title: 'Another title' })).toMatchObject({ version: 2 })
  })

  it.each([
    ['text', { text: 'Other words.' }],
    ['sha256', { sha256: '0'.repeat(64) }],
    ['workspaceId', { workspaceId: '019d0000-0000-7000-8000-000000000000' }],
  ])('never touches its %s', async (_case, wrong) => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    const edit = editStatement.execute(desk.actors.oak, { statementId: id, version: 1, ...wrong })
    expect((await refusalOf(edit)).status).toBe(422)
  })
})

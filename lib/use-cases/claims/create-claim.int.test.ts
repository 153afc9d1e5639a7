import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatementDto } from '@/lib/contracts/statements'
import { revisionBody } from '@/lib/db/claim-revisions'
import { closeDb, db } from '@/lib/db/client'
import { contentHash } from '@/lib/domain/hash'
import { makeClaim } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement, TEST_TEXT } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { createClaim } from './create-claim'

let desk: Desk
let statement: StatementDto

beforeAll(async () => {
  desk = await makeDesk()
  statement = await makeStatement(desk)
})
afterAll(closeDb)

const sentence = 'Arrivals rose by a third.'

function create(rest: Record<string, unknown>) {
  return createClaim.execute(desk.actors.almond, { statementId: statement.id, claimReviewed: sentence, ...rest })
}

function spansOf({ targets }: { targets: { exact: string }[] }): string[] {
  return targets.map(({ exact }) => exact)
}

describe('createClaim', () => {
  it('opens the first sealed round and pins the desk’s scale and policy', async () => {
    const claim = await create({ targets: [{ start: 0, end: 50 }], claimant: 'The mayor', saidOn: '2026-05' })
    expect(claim).toMatchObject({
      claimReviewed: sentence,
      claimant: 'The mayor',
      saidOn: '2026-05',
      stage: 'OPEN',
      status: 'AWAITING',
      version: 1,
      revision: 1,
      createdBy: { id: desk.actors.almond.memberId, name: 'Almond' },
      round: { number: 1, state: 'OPEN', cast: 0, missing: 3, quorum: 3 },
      scale: { version: 1 },
      policy: { version: 1, quorum: 3 },
      rounds: [{ number: 1, reason: 'FIRST', sentence: [{ text: 'Waiting for 3 more verdicts.' }] }],
      targets: [{ start: 0, end: 50, paragraph: 1, anchorState: 'ANCHORED', prefix: '' }],
    })
  })

  it('announces it with the hash of what was written', async () => {
    const { id, statementId, targets } = await makeClaim(desk)
    const history = await historyOf(statementId)
    expect(history.types).toEqual(['statement.created', 'claim.created', 'round.opened'])
    expect(history.broken).toBeNull()
    const row = await db().claimRevision.findFirstOrThrow({ where: { claimId: id } })
    expect(history.contentHashes[1]).toBe(row.contentHash)
    const { claimReviewed, claimant, saidOn } = row
    const body = revisionBody(1, 1, { claimReviewed, claimant, saidOn, targets })
    expect(contentHash(row.salt, 'claim-revision', body)).toBe(row.contentHash)
  })

  const ship = TEST_TEXT.indexOf('🚢')
  const accent = TEST_TEXT.indexOf('\u0301')
  it.each<[string, unknown[], string[]]>([
    [
      'by a quote that stands once',
      [{ exact: 'No ship waited longer than a day.' }],
      ['No ship waited longer than a day.'],
    ],
    ['by a quote with other quote marks and spaces', [{ exact: ' two  new\nberths ' }], ['two new berths']],
    [
      'by a repeated quote told apart by what follows',
      [{ exact: 'Arrivals at the harbour', suffix: ' will rise' }],
      ['Arrivals at the harbour'],
    ],
    ['by offsets and quote that agree', [{ start: 0, end: 8, exact: 'Arrivals' }], ['Arrivals']],
    ['by offsets that cut an emoji', [{ start: ship + 1, end: ship + 6 }], ['🚢 and']],
    ['by offsets that cut a letter from its accent', [{ start: accent - 4, end: accent }], ['Cafe\u0301']],
    ['by offsets with spaces at their ends', [{ start: 8, end: 12 }], ['at']],
    ['across paragraphs', [{ start: TEST_TEXT.indexOf('a day'), end: TEST_TEXT.indexOf(' built') }], ['a day.\n\nWe']],
    [
      'by several passages, overlapping, out of order and repeated',
      [{ start: 9, end: 23 }, { exact: 'new berths' }, { start: 0, end: 11 }, { start: 0, end: 11 }],
      ['Arrivals at', 'at the harbour', 'new berths'],
    ],
  ])('takes a passage %s', async (_case, targets, expected) => {
    const claim = await create({ targets })
    expect(spansOf(claim)).toEqual(expected)
    for (const { start, end, exact } of claim.targets) expect(TEST_TEXT.slice(start, end)).toBe(exact)
  })

  it('tells the paragraph of each passage, blank ones not counted', async () => {
    const claim = await create({ targets: [{ start: 0, end: 8 }, { exact: 'new berths' }] })
    expect(claim.targets.map(({ paragraph }) => paragraph)).toEqual([1, 2])
  })

  it.each<[string, unknown, string, RegExp]>([
    ['no passage', [], 'targets', /Select the passage first/],
    ['an empty one', [{ start: 4, end: 4 }], 'targets.0', /empty/],
    ['a reversed one', [{ start: 9, end: 4 }], 'targets.0', /Swap them/],
    [
      'one outside the text',
      [
        { start: 0, end: 8 },
        { start: 4, end: 9_999 },
      ],
      'targets.1',
      /outside the text/,
    ],
    ['spaces only', [{ start: 8, end: 9 }], 'targets.0', /spaces/],
    ['a quote that is not at its offsets', [{ start: 0, end: 8, exact: 'arrivals' }], 'targets.0', /not the quote/],
    ['a quote that stands nowhere', [{ exact: 'Departures' }], 'targets.0', /does not stand/],
    ['a quote that stands twice', [{ exact: 'Arrivals at the harbour' }], 'targets.0', /at 2 places/],
    ['a negative offset', [{ start: -1, end: 4 }], 'targets.0', /./],
  ])('refuses %s, naming it', async (_case, targets, path, message) => {
    const refusal = expect(create({ targets })).rejects
    await refusal.toMatchObject({
      code: 'invalid-input',
      details: { errors: [expect.objectContaining({ path: expect.stringContaining(path) })] },
    })
    await expect(create({ targets })).rejects.toThrow(message)
  })

  it.each([
    ['an empty sentence', { claimReviewed: '  ' }],
    ['half a surrogate pair', { claimReviewed: 'Half a ship \ud83d' }],
    ['NUL', { claimReviewed: 'Ships\0' }],
    ['a sentence beyond 500 characters', { claimReviewed: 'x'.repeat(501) }],
    ['a date that is none', { saidOn: '2026-13' }],
    ['a field it does not know', { stage: 'DECIDED' }],
  ])('refuses %s', async (_case, wording) => {
    await expect(create({ targets: [{ start: 0, end: 8 }], ...wording })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('refuses a passage of a text that is no longer the current one, and says which is', async () => {
    await expect(create({ versionNumber: 2, targets: [{ start: 0, end: 8 }] })).rejects.toMatchObject({
      code: 'stale-version',
      details: { current: { versionNumber: 1, sha256: statement.sha256 } },
    })
  })

  it('makes one claim of a request sent twice under one key, at once or later', async () => {
    const { id: statementId } = await makeStatement(desk)
    const input = { statementId, claimReviewed: sentence, targets: [{ start: 0, end: 8 }] }
    const send = () => createClaim.execute(desk.actors.almond, input, { idempotencyKey: 'claim-1' })
    const [first, second] = await Promise.all([send(), send()])
    expect(second).toEqual(first)
    expect(await send()).toEqual(first)
    expect(await db().claim.count({ where: { statementId } })).toBe(1)
    expect((await historyOf(statementId)).types).toHaveLength(3)
    await expect(
      createClaim.execute(desk.actors.almond, { ...input, claimReviewed: 'Another.' }, { idempotencyKey: 'claim-1' }),
    ).rejects.toMatchObject({ code: 'key-reused' })
    // Another member's key of the same name is another key.
    const other = await createClaim.execute(desk.actors.birch, input, { idempotencyKey: 'claim-1' })
    expect(other.id).not.toBe(first.id)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportPreviewDto } from '@/lib/contracts/imports'
import type { StatementDto } from '@/lib/contracts/statements'
import { closeDb, db } from '@/lib/db/client'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { type Desk, makeDesk, makeStatement, TEST_TEXT } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { listClaims } from '../claims/list-claims'
import { readAnnotations } from '../exports/read-annotations'
import { createVersion } from '../versions/create-version'
import { importClaims } from './import-claims'
import { previewImport } from './preview-import'

let desk: Desk
let statement: StatementDto

beforeAll(async () => {
  desk = await makeDesk()
  statement = await makeStatement(desk)
})
afterAll(closeDb)

const row = (id: string, quote: Record<string, unknown> | null, text = 'A comment.', rest: object = {}) => ({
  id,
  created: '2026-03-01T10:00:00.000000+00:00',
  updated: '2026-03-01T10:00:00.000000+00:00',
  user: 'acct:reader@hypothes.is',
  uri: 'https://news.example/speech',
  text,
  tags: ['claim'],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [
    quote
      ? {
          source: 'https://news.example/speech',
          selector: [
            { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0, endOffset: 9 },
            { type: 'TextPositionSelector', start: 812, end: 840 },
            { type: 'TextQuoteSelector', ...quote },
          ],
        }
      : { source: 'https://news.example/speech' },
  ],
  document: { title: ['Speech'] },
  flagged: false,
  ...rest,
})

const preview = (content: unknown, format?: string) =>
  previewImport.execute(desk.actors.almond, { statementId: statement.id, content, ...(format ? { format } : {}) })

type Chosen = {
  claimReviewed: string
  targets: { start: number; end: number; exact: string }[]
  importedFrom: string | null
}

const chosenFrom = ({ items }: ImportPreviewDto): Chosen[] =>
  items.flatMap(({ state, claimReviewed, passages, importedFrom }) =>
    state === 'ANCHORED'
      ? [
          {
            claimReviewed,
            importedFrom,
            targets: passages.flatMap(({ place }) =>
              place ? [{ start: place.start, end: place.end, exact: place.exact }] : [],
            ),
          },
        ]
      : [],
  )

const certain = { exact: 'No ship waited longer than a day.', prefix: '', suffix: '' }

describe('previewImport', () => {
  it('tells what anchored, what needs a person and what was refused', async () => {
    const found = await preview({
      total: 5,
      rows: [
        row('aaa', certain, 'No ship waited\nlonger than a day.'),
        row('bbb', { exact: 'Arrivals at the harbour' }),
        row('ccc', { exact: 'No ship ever waited longer than two days.' }),
        row('ddd', null),
        row('eee', certain, 'I disagree.', { references: ['aaa'] }),
      ],
    })
    expect(found.format).toBe('hypothesis')
    expect(found.counts).toEqual({ anchored: 1, needsPerson: 2, refused: 2 })
    const [anchored, twice, edited, note, reply] = found.items
    expect(anchored).toMatchObject({
      state: 'ANCHORED',
      label: 'No ship waited longer than a day. (reader)',
      claimReviewed: 'No ship waited longer than a day.',
      importedFrom: 'https://hypothes.is/a/aaa',
      passages: [{ place: { exact: certain.exact, start: TEST_TEXT.indexOf(certain.exact) } }],
      duplicateOf: null,
    })
    expect(twice).toMatchObject({
      state: 'NEEDS_PERSON',
      passages: [{ place: null, reason: 'These words stand at 2 places.' }],
    })
    expect(twice?.passages[0]?.suggestions.map(({ isSame }) => isSame)).toEqual([true, true])
    expect(edited).toMatchObject({
      state: 'NEEDS_PERSON',
      passages: [{ place: null, suggestions: [{ exact: certain.exact, isSame: false }] }],
    })
    expect(note).toMatchObject({ state: 'REFUSED', reason: expect.stringContaining('quotes no words') })
    expect(reply).toMatchObject({ state: 'REFUSED', reason: expect.stringContaining('reply') })
  })

  it.each<[string, unknown, RegExp]>([
    ['nothing of the kind', { hello: 'world' }, /no annotations in a format/],
    ['a number', 7, /no annotations in a format/],
    ['null', null, /no annotations in a format/],
    ['no rows', { rows: [] }, /no annotations in this/],
    ['too many', { rows: Array.from({ length: 2_001 }, (_, at) => row(`r${at}`, certain)) }, /2001 .*limit is 2000/],
  ])('refuses %s', async (_case, content, message) => {
    await expect(preview(content)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { errors: [{ path: 'content', message: expect.stringMatching(message) }] },
    })
  })

  it('refuses the other format where one was named', async () => {
    await expect(preview({ rows: [row('aaa', certain)] }, 'w3c')).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('is blind to statements of other desks', async () => {
    const stranger = await makeDesk()
    const ask = { statementId: statement.id, content: { rows: [row('aaa', certain)] } }
    await expect(previewImport.execute(stranger.actors.almond, ask)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('importClaims', () => {
  it('makes claims with a first round each, keeps where they came from, and passes the audit', async () => {
    const place = { desk, statement: await makeStatement(desk) }
    const content = {
      rows: [
        row('i1', certain, 'One.'),
        row(
          'i2',
          { exact: 'two new berths', suffix: TEST_TEXT.split('two new berths')[1]?.slice(0, 20) ?? '' },
          'Two.',
        ),
      ],
    }
    const ask = { statementId: place.statement.id, content }
    const found = await previewImport.execute(desk.actors.almond, ask)
    const made = await importClaims.execute(desk.actors.almond, {
      statementId: place.statement.id,
      versionNumber: found.versionNumber,
      items: [
        ...chosenFrom(found),
        {
          claimReviewed: 'Chosen by hand.',
          targets: [
            { start: 0, end: 8, exact: 'Arrivals' },
            { start: 12, end: 23, exact: TEST_TEXT.slice(12, 23) },
          ],
        },
      ],
    })
    expect(made.items.map(({ claimReviewed }) => claimReviewed)).toContain('One.')
    const { items } = await listClaims.execute(desk.actors.birch, { statementId: place.statement.id })
    expect(items).toHaveLength(made.items.length)
    expect(items.every(({ round }) => round.number === 1 && round.state === 'OPEN')).toBe(true)
    for (const { targets } of items)
      for (const { start, end, exact } of targets) expect(TEST_TEXT.slice(start, end)).toBe(exact)

    const rows = await db().claimRevision.findMany({
      where: { claimId: { in: made.items.map(({ claimId }) => claimId) } },
    })
    expect(rows.map(({ importedFrom }) => importedFrom)).toContain('https://hypothes.is/a/i1')
    const history = await historyOf(place.statement.id)
    expect(history.broken).toBeNull()
    expect(history.types.filter(type => type === 'claim.created')).toHaveLength(made.items.length)
    expect(await auditClaim(desk.actors.maple, made.items[0]?.claimId ?? '')).toEqual([])

    const again = await previewImport.execute(desk.actors.almond, ask)
    expect(again.items[0]?.duplicateOf).toMatchObject({ because: 'IMPORTED', claimReviewed: 'One.' })
    const other = await previewImport.execute(desk.actors.almond, {
      ...ask,
      content: [{ ...row('i7', certain), id: 'i7' }],
    })
    expect(other.items[0]?.duplicateOf).toMatchObject({ because: 'SAME_PASSAGES', claimReviewed: 'One.' })
  })

  it('makes all or none, naming what is wrong with each', async () => {
    const { id } = await makeStatement(desk)
    const target = { start: 0, end: 8, exact: 'Arrivals' }
    const from = 'https://hypothes.is/a/once'
    const attempt = (items: unknown[], versionNumber = 1) =>
      importClaims.execute(desk.actors.almond, { statementId: id, versionNumber, items })
    await expect(
      attempt([
        { claimReviewed: 'Fine.', targets: [target], importedFrom: from },
        { claimReviewed: 'Elsewhere.', targets: [target, { start: 0, end: 8, exact: 'Departur' }] },
        { claimReviewed: 'Twice.', targets: [target], importedFrom: from },
      ]),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      details: {
        errors: [
          { path: 'items.1.targets.1', message: expect.stringContaining('not the quote') },
          { path: 'items.2.importedFrom', message: expect.stringContaining('same annotation as number 1') },
        ],
      },
    })
    await expect(attempt([{ claimReviewed: ' ', targets: [target] }])).rejects.toMatchObject({
      details: { errors: [{ path: 'items.0.claimReviewed' }] },
    })
    await expect(
      attempt([{ claimReviewed: 'Fine.', targets: [target], importedFrom: 'javascript:alert(1)' }]),
    ).rejects.toMatchObject({ details: { errors: [{ path: 'items.0.importedFrom' }] } })
    await expect(attempt([{ claimReviewed: 'Fine.', targets: [target] }], 2)).rejects.toMatchObject({
      code: 'stale-version',
    })
    expect((await listClaims.execute(desk.actors.almond, { statementId: id })).items).toEqual([])

    await attempt([{ claimReviewed: 'Fine.', targets: [target], importedFrom: from }])
    for (const again of [from, 'HTTPS://Hypothes.is/a/once']) {
      await expect(
        attempt([{ claimReviewed: 'Again.', targets: [target], importedFrom: again }]),
      ).rejects.toMatchObject({
        details: { errors: [{ path: 'items.0.importedFrom', message: expect.stringContaining('“Fine.”') }] },
      })
    }
  })

  it('makes them once when it is asked twice with one key', async () => {
    const { id } = await makeStatement(desk)
    const items = [{ claimReviewed: 'Once.', targets: [{ start: 0, end: 8, exact: 'Arrivals' }] }]
    const ask = { statementId: id, versionNumber: 1, items }
    const [first, second] = [
      await importClaims.execute(desk.actors.almond, ask, { idempotencyKey: 'import-once' }),
      await importClaims.execute(desk.actors.almond, ask, { idempotencyKey: 'import-once' }),
    ]
    expect(second).toEqual(first)
    expect((await listClaims.execute(desk.actors.almond, { statementId: id })).items).toHaveLength(1)
  })

  it('makes five hundred in one transaction, in the order given', async () => {
    const { id } = await makeStatement(desk)
    const items = Array.from({ length: 500 }, (_, at) => ({
      claimReviewed: `Claim ${at}.`,
      importedFrom: `urn:example:${at}`,
      targets: [
        { start: 0, end: 8, exact: 'Arrivals' },
        { start: 12, end: 23, exact: TEST_TEXT.slice(12, 23) },
      ],
    }))
    const made = await importClaims.execute(desk.actors.almond, { statementId: id, versionNumber: 1, items })
    expect(made.items.map(({ claimReviewed }) => claimReviewed)).toEqual(
      items.map(({ claimReviewed }) => claimReviewed),
    )
  })
})

describe('our own export', () => {
  it('comes back whole on another statement with the same text, passages, sentences and all', async () => {
    const { id } = await makeStatement(desk)
    const text = TEST_TEXT
    const ship = text.indexOf('🚢')
    const items = [
      {
        claimReviewed: 'Two passages.',
        targets: [
          { start: 0, end: 50, exact: text.slice(0, 50) },
          { start: ship, end: ship + 10, exact: text.slice(ship, ship + 10) },
        ],
      },
      { claimReviewed: 'A short one.', targets: [{ start: 0, end: 8, exact: 'Arrivals' }] },
    ]
    await importClaims.execute(desk.actors.almond, { statementId: id, versionNumber: 1, items })
    const before = await listClaims.execute(desk.actors.almond, { statementId: id })
    const page = await readAnnotations.execute(desk.actors.almond, { statementId: id })

    const itself = await previewImport.execute(desk.actors.almond, { statementId: id, content: page })
    expect(itself.counts).toEqual({ anchored: 2, needsPerson: 0, refused: 0 })
    expect(itself.items.map(({ duplicateOf }) => duplicateOf?.because)).toEqual(['IMPORTED', 'IMPORTED'])

    const copy = await makeStatement(desk)
    const elsewhere = await previewImport.execute(desk.actors.almond, { statementId: copy.id, content: page })
    expect(elsewhere.items.map(({ claimReviewed }) => claimReviewed)).toEqual(
      before.items.map(({ claimReviewed }) => claimReviewed),
    )
    await importClaims.execute(desk.actors.almond, {
      statementId: copy.id,
      versionNumber: 1,
      items: chosenFrom(elsewhere),
    })
    const after = await listClaims.execute(desk.actors.almond, { statementId: copy.id })
    const spansOf = ({ targets }: (typeof after.items)[number]) =>
      targets.map(({ start, end, exact }) => ({ start, end, exact }))
    expect(after.items.map(spansOf)).toEqual(before.items.map(spansOf))
  })

  it('trusts offsets no more once the text has changed', async () => {
    const { id } = await makeStatement(desk)
    const items = [{ claimReviewed: 'A short one.', targets: [{ start: 0, end: 8, exact: 'Arrivals' }] }]
    await importClaims.execute(desk.actors.almond, { statementId: id, versionNumber: 1, items })
    const page = await readAnnotations.execute(desk.actors.almond, { statementId: id })
    const bare = {
      ...page,
      items: page.items.map(item => ({
        ...item,
        target: item.target.map(target => ({
          ...target,
          selector: target.selector.map(selector =>
            'exact' in selector ? { type: selector.type, exact: selector.exact } : selector,
          ),
        })),
      })),
    }
    const now = await previewImport.execute(desk.actors.almond, { statementId: id, content: bare })
    expect(now.counts).toMatchObject({ anchored: 1 })
    await createVersion.execute(desk.actors.maple, { statementId: id, basedOn: 1, text: `${TEST_TEXT}\nMore.` })
    const later = await previewImport.execute(desk.actors.almond, { statementId: id, content: bare })
    expect(later.counts).toMatchObject({ anchored: 0, needsPerson: 1 })
  })
})

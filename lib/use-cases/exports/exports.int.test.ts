import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as answerCollection } from '@/app/api/v1/statements/[statementId]/annotations/collection/route'
import { GET as answerAnnotations } from '@/app/api/v1/statements/[statementId]/annotations/route'
import { GET as answerTable } from '@/app/api/v1/statements/[statementId]/claims.csv/route'
import { GET as answerTei } from '@/app/api/v1/statements/[statementId]/tei.xml/route'
import { Annotation, type AnnotationDto, AnnotationPage } from '@/lib/contracts/annotations'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import { codePointsOf } from '@/lib/domain/code-points'
import { ANNOTATION_TYPE } from '@/lib/domain/web-annotation'
import { editClaim } from '@/lib/use-cases/claims/edit-claim'
import { withdrawClaim } from '@/lib/use-cases/claims/withdraw-claim'
import { importClaims } from '@/lib/use-cases/imports/import-claims'
import { readStatementText } from '@/lib/use-cases/statements/read-statement-text'
import { createVersion } from '@/lib/use-cases/versions/create-version'
import { vocabularyProblems } from '@/prisma/testing/annotation-vocabulary'
import { bearerOf, call } from '@/prisma/testing/api-call'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { exportClaimsTable } from './export-claims-table'
import { exportTei } from './export-tei'
import { readAnnotationCollection } from './read-annotation-collection'
import { readAnnotations } from './read-annotations'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk()
})
afterAll(closeDb)

async function annotationsOf(statementId: string): Promise<AnnotationDto[]> {
  return Annotation.array().parse((await readAnnotations.execute(desk.actors.maple, { statementId })).items)
}

async function annotationOf({ id, statementId }: ClaimDto): Promise<AnnotationDto> {
  const found = (await annotationsOf(statementId)).find(annotation => annotation.id === `urn:uuid:${id}`)
  if (!found) throw new Error(`${id} is not in the export`)
  return found
}

/** The text that an address of an export leads to. */
async function textAt(source: string): Promise<string> {
  const [, statementId, number] = /statements\/([^/]+)\/versions\/(\d+)\/text$/.exec(source) ?? []
  return (await readStatementText.execute(desk.actors.maple, { statementId, number })).text
}

/** What stands before, at and after the place that a target's positions name, in code points. */
async function placeOf({ source, selector: [quote, position] }: AnnotationDto['target'][number]) {
  const text = await textAt(source)
  const points = codePointsOf(text)
  const [start, end] = [points.unitAt(position.start) ?? -1, points.unitAt(position.end) ?? -1]
  return {
    exact: text.slice(start, end),
    prefix: text.slice(start - quote.prefix.length, start),
    suffix: text.slice(end, end + quote.suffix.length),
  }
}

/** Scripts and characters of which UTF-16 units, code points and what people see differ. */
const MIXED = [
  '😀 Arrivals rose by 𝟒𝟎 per cent 👩🏽‍🚀 last year. The Cafe\u0301 basin was dredged.',
  'قال الوزير إن \u2067عدد السفن ارتفع\u2069 بنسبة 40 في المائة. 한국어 \u1112\u1161\u11ab 港口的吞吐量增加了。',
].join('\n')
const QUOTES = [
  '𝟒𝟎 per cent 👩🏽‍🚀',
  'Cafe\u0301 basin',
  'عدد السفن ارتفع',
  '\u1112\u1161\u11ab',
  '吞吐量',
  'dredged.\nقال الوزير',
]

describe('the annotations of a statement', () => {
  it('quote what stands at their places, counted in code points, in every script', async () => {
    const { id: statementId } = await makeStatement(desk, { text: MIXED })
    await makeClaim(desk, { statementId, targets: QUOTES.map(exact => ({ exact })) })
    const [annotation] = await annotationsOf(statementId)
    expect(annotation?.target.map(({ selector: [quote] }) => quote.exact).sort()).toEqual([...QUOTES].sort())
    for (const target of annotation?.target ?? []) {
      const { exact, prefix, suffix } = target.selector[0]
      expect(await placeOf(target)).toEqual({ exact, prefix, suffix })
    }
  })

  it('are what the vocabulary of the W3C allows, page and collection, and every address in them leads somewhere', async () => {
    const claim = await makeClaim(desk)
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    const { statementId } = claim
    const page = await readAnnotations.execute(desk.actors.maple, { statementId })
    const collection = await readAnnotationCollection.execute(desk.actors.maple, { statementId })
    expect(await vocabularyProblems(page)).toEqual([])
    expect(await vocabularyProblems(collection)).toEqual([])
    expect(page.partOf).toEqual({ ...collection, '@context': undefined })
    // The check itself sees what is wrong.
    const [item] = page.items
    expect(await vocabularyProblems({ ...page, items: [{ ...item, target: [], motivation: 'tagging' }] })).toHaveLength(
      2,
    )
    await expect(vocabularyProblems({ ...page, items: [{ ...item, motive: 'none' }] })).rejects.toThrow()
  })

  it('say nothing of a sealed round, not even to who cast, and everything once it has opened', async () => {
    const claim = await makeClaim(desk)
    const sealed = await annotationOf(claim)
    await castAs(desk.actors.almond, claim.id, 'FALSE', { rationale: 'CANARY' })
    const asAlmond = await readAnnotations.execute(desk.actors.almond, { statementId: claim.statementId })
    expect(asAlmond.items).toEqual([sealed])
    expect(sealed.body).toEqual([
      { type: 'TextualBody', purpose: 'commenting', value: claim.claimReviewed, format: 'text/plain' },
    ])
    await castAs(desk.actors.birch, claim.id, 'FALSE')
    await castAs(desk.actors.cedar, claim.id, 'MOSTLY_FALSE')
    const open = await annotationOf(claim)
    expect(open['schema:creativeWorkStatus']).toBe('AGREED')
    expect(open.body[0]).toMatchObject({ purpose: 'classifying', value: 'False', 'schema:ratingValue': 'FALSE' })
    expect(open.body.filter(body => 'creator' in body)).toEqual([
      expect.objectContaining({
        value: 'CANARY',
        creator: expect.objectContaining({ type: 'Person', name: 'Almond' }),
        'schema:reviewRating': expect.objectContaining({ 'schema:ratingValue': 'FALSE' }),
      }),
      expect.objectContaining({ creator: expect.objectContaining({ name: 'Birch' }) }),
      expect.objectContaining({ creator: expect.objectContaining({ name: 'Cedar' }) }),
    ])
    expect(open.body.filter(({ purpose }) => purpose === 'linking')).toEqual([
      { type: 'SpecificResource', purpose: 'linking', source: 'https://records.example/harbour' },
    ])
    expect(open.modified > sealed.modified).toBe(true)

    // Changed, it is rated anew: what was said of the old wording is not said of the new one.
    const { version } = await readAs(desk.actors.maple, claim.id)
    await editClaim.execute(desk.actors.maple, { claimId: claim.id, version, claimReviewed: 'Arrivals fell.' })
    const changed = await annotationOf(claim)
    expect(changed.body).toEqual([expect.objectContaining({ purpose: 'commenting', value: 'Arrivals fell.' })])
  })

  it('give the explanation of a decision; withdrawn claims are not in them', async () => {
    const claim = await makeClaim(desk)
    const other = await makeClaim(desk, { statementId: claim.statementId, targets: [{ exact: 'two new berths' }] })
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    await approveAs(desk.actors.oak, claim.id)
    await withdrawClaim.execute(desk.actors.almond, { claimId: other.id })
    const all = await annotationsOf(claim.statementId)
    expect(all.map(({ id }) => id)).toEqual([`urn:uuid:${claim.id}`])
    expect(all[0]?.body.map(body => ('value' in body ? body.value : ''))).toContain(
      'The harbour’s own register shows a fall.',
    )
  })

  it('keep a changed passage in the text that it was rated in, and say nothing of the claim meanwhile', async () => {
    const first = 'Arrivals rose by 4.2 per cent. Ships waited for a day.'
    const { id: statementId } = await makeStatement(desk, { text: first })
    const targets = [{ exact: 'rose by 4.2 per cent' }, { exact: 'Ships waited for a day.' }]
    const claim = await makeClaim(desk, { statementId, targets })
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    const before = await annotationOf(claim)
    const text = '😀 Arrivals rose by 42 per cent. Ships waited for a day.'
    await createVersion.execute(desk.actors.maple, { statementId, basedOn: 1, text })
    const after = await annotationOf(claim)
    expect(after['schema:creativeWorkStatus']).toBe('SUSPENDED')
    expect(after.body).toEqual([expect.objectContaining({ purpose: 'commenting', value: claim.claimReviewed })])
    expect(after.target.map(({ source }) => source.slice(-6))).toEqual(['1/text', '2/text'])
    expect(after.target[0]).toEqual(before.target[0])
    for (const target of after.target) expect(await placeOf(target)).toMatchObject({ exact: target.selector[0].exact })
    expect(after.modified > before.modified).toBe(true)
    const tei = await exportTei.execute(desk.actors.maple, { statementId })
    expect(tei.content).toContain('target="#string-range(p1,32,23)"')
  })

  it('come by pages that lead to each other and hold every claim once', async () => {
    const { id: statementId } = await makeStatement(desk)
    const { maple } = desk.actors
    for (const count of [500, 1]) {
      const items = Array.from({ length: count }, (_, index) => ({
        claimReviewed: `Claim ${index} of ${count}.`,
        targets: [{ start: 0, end: 8, exact: 'Arrivals' }],
      }))
      await importClaims.execute(maple, { statementId, versionNumber: 1, items })
    }
    const first = AnnotationPage.parse(await readAnnotations.execute(maple, { statementId }))
    const second = AnnotationPage.parse(await readAnnotations.execute(maple, { statementId, page: 2 }))
    expect([first.items.length, second.items.length, first.startIndex, second.startIndex]).toEqual([500, 1, 0, 500])
    expect([first.next, first.prev, second.prev, second.next]).toEqual([second.id, undefined, first.id, undefined])
    expect(first.partOf).toMatchObject({ total: 501, first: first.id, last: second.id })
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(501)
    expect(await vocabularyProblems(second)).toEqual([])
    await expect(readAnnotations.execute(maple, { statementId, page: 3 })).rejects.toMatchObject({ code: 'not-found' })
  }, 120_000)
})

describe('the exports over HTTP', () => {
  const ways = [
    ['annotations', answerAnnotations, ANNOTATION_TYPE],
    ['the collection', answerCollection, ANNOTATION_TYPE],
    ['CSV', answerTable, 'text/csv; charset=utf-8; header=present'],
    ['TEI', answerTei, 'application/tei+xml; charset=utf-8'],
  ] as const

  it.each(ways)('serve %s with its type and an ETag, and 304 to who has it', async (_case, handler, type) => {
    const { statementId } = await makeClaim(desk)
    const token = await bearerOf(desk.actors.almond)
    const ask = (headers = {}) => call(handler, { token, params: { statementId }, headers })
    const first = await ask()
    const etag = first.headers.get('etag') ?? ''
    expect([first.status, first.headers.get('content-type'), etag]).toEqual([
      200,
      type,
      expect.stringMatching(/^"\w{64}"$/),
    ])
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect((await ask({ 'if-none-match': `W/${etag}` })).status).toBe(304)
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it.each(ways)('show %s to nobody else', async (_case, handler) => {
    const { statementId } = await makeClaim(desk)
    const stranger = await makeDesk({ name: 'The other desk', reviewers: 1, editors: 0 })
    const params = { statementId }
    const replies = [
      await call(handler, { params }),
      await call(handler, { params, token: await bearerOf(stranger.actors.almond) }),
    ]
    expect(replies.map(({ status }) => status)).toEqual([401, 404])
  })

  it('name files after the statement, in every script and without a way out of the header', async () => {
    const { id: statementId } = await makeStatement(desk, { title: 'خطاب "الميناء" \\ 100 %' })
    const token = await bearerOf(desk.actors.almond)
    const { headers } = await call(answerTable, { token, params: { statementId } })
    const disposition = headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(
      /^attachment; filename="[\x20-\x21\x23-\x7e]+\.claims\.csv"; filename\*=UTF-8''[\w%.'-]+$/,
    )
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('خطاب الميناء 100 %.claims.csv')
  })
})

describe('the table of claims', () => {
  it('has a row for each claim, with what is open of it, and lets nothing run', async () => {
    const claim = await makeClaim(desk, { claimReviewed: '=1+1 is what "they" say', claimant: '@someone' })
    const read = async () =>
      (await exportClaimsTable.execute(desk.actors.maple, { statementId: claim.statementId })).content
    const sealed = await read()
    await castAs(desk.actors.almond, claim.id, 'FALSE', { rationale: 'CANARY' })
    expect(await read()).toBe(sealed)
    expect(sealed.startsWith('\ufeff"number","claim","claimant",')).toBe(true)
    expect(sealed).toContain('\r\n"1","\'=1+1 is what ""they"" say","\'@someone",')
    await castAs(desk.actors.birch, claim.id, 'FALSE')
    await castAs(desk.actors.cedar, claim.id, 'FALSE')
    await approveAs(desk.actors.oak, claim.id)
    const [, row = ''] = (await read()).split('\r\n')
    expect(row).toContain('"APPROVED","False","FALSE","The harbour’s own register shows a fall."')
    expect(row).toContain('Harbour register <https://records.example/harbour>')
  })

  it('says so where the desk holds sample data', async () => {
    const sample = await makeDesk({ reviewers: 1, editors: 1, isSample: true })
    const { statementId } = await makeClaim(sample)
    for (const operation of [exportClaimsTable, exportTei]) {
      const { content } = await operation.execute(sample.actors.maple, { statementId })
      expect(content).toContain('Sample data, not findings.')
    }
    const { label } = await readAnnotationCollection.execute(sample.actors.maple, { statementId })
    expect(label).toMatch(/^Sample data, not findings\. /)
  })
})

describe('the TEI of a statement', () => {
  it('holds the text line by line, and points to each passage in it', async () => {
    const text = `${MIXED}\n\na <b> & "c" \u000c form feed`
    const { id: statementId } = await makeStatement(desk, { text, title: 'A & <B>', language: 'ar' })
    await makeClaim(desk, { statementId, targets: [...QUOTES, 'form feed'].map(exact => ({ exact })) })
    const { content } = await exportTei.execute(desk.actors.maple, { statementId })
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(content, 'text/xml')
    const paragraphs = [...document.getElementsByTagName('p')].filter(
      ({ parentNode }) => parentNode?.nodeName === 'body',
    )
    // A form feed is none of XML's characters.
    expect(paragraphs.map(paragraph => paragraph.textContent).join('\n')).toBe(text.replace('\u000c', '\ufffd'))
    expect(document.getElementsByTagName('text')[0]?.getAttribute('xml:lang')).toBe('ar')

    const byId = new Map(paragraphs.map(paragraph => [paragraph.getAttribute('xml:id'), paragraph.textContent ?? '']))
    const [annotation] = document.getElementsByTagName('annotation')
    const pointers = (annotation?.getAttribute('target') ?? '').split(' ')
    const pointed = pointers.map(pointer => {
      const [, id, offset, length] = /^#string-range\((p\d+),(\d+),(\d+)\)$/.exec(pointer) ?? []
      return Array.from(byId.get(id ?? '') ?? '')
        .slice(Number(offset), Number(offset) + Number(length))
        .join('')
    })
    // A passage over two lines is pointed to in both.
    expect(pointed.sort()).toEqual([...QUOTES.flatMap(quote => quote.split('\n')), 'form feed'].sort())
  })

  it('says nothing of a sealed round', async () => {
    const claim = await makeClaim(desk)
    const read = async () => (await exportTei.execute(desk.actors.almond, { statementId: claim.statementId })).content
    const sealed = await read()
    await castAs(desk.actors.almond, claim.id, 'FALSE', { rationale: 'CANARY' })
    expect(await read()).toBe(sealed)
    await castAs(desk.actors.birch, claim.id, 'FALSE')
    await castAs(desk.actors.cedar, claim.id, 'FALSE')
    expect(await read()).toContain('CANARY')
    expect(await db().verdict.count({ where: { claimId: claim.id } })).toBe(3)
  })
})

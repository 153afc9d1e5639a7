import { describe, expect, it } from 'vitest'
import {
  type PublishedCorrectionDto,
  type PublishedReviewDto,
  Snapshot,
  type SnapshotDto,
} from '@/lib/contracts/snapshot'
import type { LaterCorrection } from '@/lib/use-cases/publications/open-share'
import { demoSnapshot } from './demo-snapshot.fixture'
import { fillPage } from './fill-page'
import firstFormat from './first-format.fixture.json' with { type: 'json' }
import { renderCorrectionLog, renderPage } from './render-page'
import { piecesOf } from './slot'

const TOKEN = 'T'.repeat(43)
const ID = '01999999-0000-7000-8000-00000000000'
const quiet = { newer: null, lifted: [], corrections: [] }

function pageOf(snapshot: SnapshotDto, since: Parameters<typeof fillPage>[1] = quiet): string {
  return fillPage(piecesOf(renderPage(snapshot, 'ab'.repeat(32))), since, TOKEN)
}

/** The demo's publication with ids like the desk's own, and what else a test wants of it. */
function snapshotOf(change: Partial<SnapshotDto> = {}): SnapshotDto {
  const snapshot = demoSnapshot()
  return { ...snapshot, claims: snapshot.claims.map(claim => ({ ...claim, id: `${ID}${claim.number}` })), ...change }
}

function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}

function cardOf(html: string, number: number): string {
  return words(new RegExp(`<article class="check" id="check-${number}".*?</article>`, 's').exec(html)?.[0] ?? '')
}

function sectionOf(html: string, id: string): string {
  return words(new RegExp(`<section class="wide" id="${id}">.*?</section>`, 's').exec(html)?.[0] ?? '')
}

function bannersOf(html: string): string {
  return words(html.slice(html.indexOf('<body'), html.indexOf('<main')))
}

const first: PublishedCorrectionDto = {
  number: 1,
  kind: 'CORRECTION',
  at: '2026-12-01T09:00:00.000Z',
  publication: 2,
  whatChanged: 'It happened on 3 January.',
  why: 'The log was read as local time.',
  claim: { id: `${ID}1`, claimReviewed: 'The first sentence.' },
}
const second = {
  ...first,
  number: 2,
  kind: 'UPDATE' as const,
  whatChanged: 'There is a report now.',
  at: '2026-12-05T09:00:00.000Z',
}

const later: LaterCorrection = {
  number: 3,
  kind: 'RETRACTION',
  at: new Date('2026-12-09T09:00:00Z'),
  whatChanged: 'We take this check back.',
  why: 'The source was forged.',
  isLater: true,
  claim: { id: `${ID}1`, check: 1, claimReviewed: null },
}

describe('a publication with corrections', () => {
  const html = pageOf(snapshotOf({ corrections: [second, first] }))

  it('shows all of a check beside it, the newest first', () => {
    const card = cardOf(html, 1)
    expect(card).toContain('Update, 5 December 2026.There is a report now.Why: The log was read as local time.')
    expect(card).toContain('Correction, 1 December 2026.It happened on 3 January.')
    expect(card.indexOf('Update')).toBeLessThan(card.indexOf('It happened on'))
    expect(card).not.toContain('No corrections.')
    expect(cardOf(html, 2)).toContain('No corrections.')
    expect(cardOf(html, 2)).not.toContain('It happened on')
    expect(sectionOf(html, 'corrections')).not.toContain('It happened on')
  })

  it('lists those that no check stands for, and leads to the log', () => {
    const retracted = { ...first, kind: 'RETRACTION' as const, claim: { id: `${ID}9`, claimReviewed: 'It is gone.' } }
    const html = pageOf(snapshotOf({ corrections: [{ ...second, claim: null }, retracted] }))
    const section = sectionOf(html, 'corrections')
    expect(section).toContain('The statement as a wholeUpdate, 5 December 2026.')
    expect(section).toContain('It is gone.Retraction, 1 December 2026.')
    expect(html).toContain(`<a href="/s/${TOKEN}/corrections">The log of corrections</a>`)
  })

  it('can be one that takes everything back', () => {
    const retracted = { ...first, kind: 'RETRACTION' as const, claim: { id: `${ID}9`, claimReviewed: 'It is gone.' } }
    const text = words(pageOf(snapshotOf({ claims: [], policies: [], scales: [], corrections: [retracted] })))
    expect(text).toContain('This publication rates nothing.')
    expect(text).toContain('What was published is in this publication’s data.')
    expect(text).toContain('It is gone.Retraction')
  })
})

describe('a publication that leaves out what is under review', () => {
  const snapshot = snapshotOf()
  const [reviewed, ...claims] = snapshot.claims
  if (!reviewed?.rating) throw new Error('the demo has rated claims')
  const review: PublishedReviewDto = {
    id: reviewed.id,
    claimReviewed: reviewed.claimReviewed,
    targets: reviewed.targets,
    versionNumber: 1,
    action: reviewed.action,
    rating: reviewed.rating,
    publication: 1,
    since: '2026-12-01T09:00:00.000Z',
  }

  it('says so below the facts, in a section of its own and in the margin of the passage', () => {
    const html = pageOf({ ...snapshot, claims, underReview: [review] })
    expect(words(html)).toContain('1 earlier check is under review again and left out until decided.')
    const section = sectionOf(html, 'under-review')
    expect(section).toContain('Under review since 1 December 2026. Publication 1 said: Mostly false.')
    expect(section).toContain(reviewed.claimReviewed)
    expect(section).toContain(`“${reviewed.targets[0]?.exact.trim()}”`)
    const aside = /<aside class="check pending".*?<\/aside>/s.exec(html)?.[0] ?? ''
    expect(words(aside)).toContain('Under review since 1 December 2026')
    expect(aside).toContain('href="#review-1"')
    expect(html.indexOf('check pending')).toBeGreaterThan(html.indexOf('class="passage"'))
    expect(html).not.toContain('id="check-1"')
  })

  it('keeps it out of the margin where its passage has gone from the text', () => {
    const moved = review.targets.map(target => ({ ...target, start: target.start + 1 }))
    const html = pageOf({ ...snapshot, claims, underReview: [{ ...review, targets: moved }] })
    expect(html).not.toContain('check pending')
    expect(sectionOf(html, 'under-review')).toContain(reviewed.claimReviewed)
  })

  it('says there what a later publication found', () => {
    const claim = { id: review.id, check: null, claimReviewed: review.claimReviewed }
    const html = pageOf(
      { ...snapshot, claims, underReview: [review] },
      { ...quiet, corrections: [{ ...later, claim }] },
    )
    expect(sectionOf(html, 'under-review')).toContain('Retraction, 9 December 2026. A later publication has it.')
    expect(bannersOf(html)).toContain(
      `Retraction, 9 December 2026, “${review.claimReviewed}”: We take this check back.`,
    )
  })
})

describe('corrections since', () => {
  const newer = { number: 4, at: new Date('2026-12-09T09:00:00Z') }

  it('stand above an earlier publication and beside the check, with whom to ask for the new one', () => {
    const html = pageOf(snapshotOf(), { ...quiet, newer, corrections: [later] })
    expect(bannersOf(html)).toContain(
      'Retraction, 9 December 2026, check 1: We take this check back. A later publication has it.',
    )
    expect(bannersOf(html)).toContain('Ask whoever sent you this link for the current one.')
    expect(cardOf(html, 1)).toContain(
      'Retraction, 9 December 2026. A later publication has it.We take this check back.Why: The source was forged.',
    )
    expect(cardOf(html, 1)).not.toContain('No corrections.')
    expect(cardOf(html, 2)).toContain('No corrections.')
  })

  it('are notes where no publication brought them', () => {
    const note = { ...later, kind: 'CLARIFICATION' as const, isLater: false }
    const html = pageOf(snapshotOf(), { ...quiet, corrections: [note, { ...note, number: 2, claim: null }] })
    expect(bannersOf(html)).toContain('Clarification, 9 December 2026, check 1: We take this check back.')
    expect(bannersOf(html)).toContain('Clarification, 9 December 2026, the statement as a whole:')
    expect(html).not.toContain('A later publication has it')
    expect(cardOf(html, 1)).toContain('Clarification, 9 December 2026.')
  })
})

describe('the log of corrections', () => {
  const log = { desk: 'Demo desk', title: 'A speech', language: 'en', isSample: true }

  it('lists them with what they concern, and leads back', () => {
    const html = renderCorrectionLog({ ...log, corrections: [second, { ...first, claim: null }] }, TOKEN)
    expect(words(html)).toContain('2 corrections so far, the newest first.')
    expect(words(html)).toContain('The first sentence.Update, 5 December 2026.There is a report now.')
    expect(words(html)).toContain('The statement as a wholeCorrection, 1 December 2026.')
    expect(html).toContain(`href="/s/${TOKEN}"`)
    expect(html).not.toContain('<h3')
    expect(html.match(/<script|\son\w+=|style=/gi)).toBeNull()
  })

  it('says when there are none', () => {
    expect(words(renderCorrectionLog({ ...log, corrections: [] }, TOKEN))).toContain(
      'Nothing has been corrected so far.',
    )
  })
})

describe('what a correction says', () => {
  const evil = `"'><script>alert(1)</script><assay-slot name="log" of=""></assay-slot>\u202e`

  it('is words, wherever it stands', () => {
    const poisoned = { ...first, whatChanged: evil, why: evil, claim: { id: `${ID}9`, claimReviewed: evil } }
    const [model] = demoSnapshot().claims
    if (!model?.rating) throw new Error('the demo has rated claims')
    const review = { ...model, claimReviewed: evil, versionNumber: 1, publication: 1, since: first.at }
    const pages = [
      pageOf(snapshotOf({ corrections: [poisoned], underReview: [review] }), {
        ...quiet,
        corrections: [{ ...later, whatChanged: evil, why: evil, claim: { ...poisoned.claim, check: null } }],
      }),
      renderCorrectionLog({ desk: evil, title: evil, language: 'en', isSample: false, corrections: [poisoned] }, TOKEN),
    ]
    for (const html of pages) {
      expect(html).toContain('&lt;script&gt;')
      expect(html.match(/<script|<assay-slot|\u202e/g)).toBeNull()
      expect(html.slice(html.indexOf('</style>')).match(/="[^"<>]*"[^\s/>]/g)).toBeNull()
    }
  })
})

describe('a publication from before corrections', () => {
  it('still has its page, with what has happened since', () => {
    const html = pageOf(Snapshot.parse(firstFormat), { ...quiet, corrections: [{ ...later, claim: null }] })
    expect(cardOf(html, 1)).toContain('Mostly false')
    expect(cardOf(html, 1)).toContain('No corrections.')
    expect(sectionOf(html, 'under-review')).toBe('')
    expect(bannersOf(html)).toContain('We take this check back.')
  })
})

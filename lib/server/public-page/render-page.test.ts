import { describe, expect, it } from 'vitest'
import type { PublishedClaimDto, SnapshotDto } from '@/lib/contracts/snapshot'
import { sha256Hex } from '@/lib/domain/hash'
import { demoSnapshot } from './demo-snapshot.fixture'
import { fillPage } from './fill-page'
import { RENDERER, renderEndedPage, renderPage } from './render-page'
import { piecesOf } from './slot'

const TOKEN = 'T'.repeat(43)
const HASH = 'ab'.repeat(32)
const quiet = { newer: null, lifted: [], corrections: [] }

function pageOf(snapshot: SnapshotDto, since: Parameters<typeof fillPage>[1] = quiet): string {
  return fillPage(piecesOf(renderPage(snapshot, HASH)), since, TOKEN)
}

/** A page of the demo with its first claim changed. */
function withClaim(change: Partial<PublishedClaimDto>): string {
  const snapshot = demoSnapshot()
  return pageOf({
    ...snapshot,
    claims: snapshot.claims.map((claim, at) => (at === 0 ? { ...claim, ...change } : claim)),
  })
}

/** The demo's statement replaced by one text with one claim a quote. */
function withText(text: string, quotes: readonly (readonly string[])[], direction: 'ltr' | 'rtl' = 'ltr'): string {
  const snapshot = demoSnapshot()
  const [model] = snapshot.claims
  if (!model) throw new Error('the demo has claims')
  const claims = quotes.map((exacts, at) => ({
    ...model,
    id: `0000000${at}`,
    number: at + 1,
    targets: exacts.map((exact, ord) => ({
      id: `t${at}${ord}`,
      exact,
      prefix: '',
      suffix: '',
      start: text.indexOf(exact),
      end: text.indexOf(exact) + exact.length,
    })),
  }))
  return pageOf({ ...snapshot, statement: { ...snapshot.statement, text, direction }, claims })
}

/** What a reader reads: the markup without its tags, style left out. */
function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}

function cardOf(html: string, number: number): string {
  return new RegExp(`<article class="check" id="check-${number}".*?</article>`, 's').exec(html)?.[0] ?? ''
}

describe('renderPage', () => {
  const page = pageOf(demoSnapshot())

  it('says in the order of the desk’s rules what a reader needs', () => {
    const text = words(page)
    const order = [
      'Sample data, not findings.',
      'Checked by Demo desk',
      'Erzhan Kazykhan, Special Representative',
      'Said',
      'Retrieved',
      'Publication 1',
      'unsigned introduction',
      'Unmarked passages are unchecked or under review. No mark does not mean true.',
      'The story that ran this week',
      'Mostly falseWrong in substance',
      'Security forces have not been targeting',
      '“the false impression',
      'Attackers did confront security forces',
      'Evidence: 1 refuting, 2 for context',
      'Reviewers, with one dissent',
      'Agreed: Mostly false (2 of 3; one says False).',
      'Decided 23 November 2026, rated as of January 2022. The speaker was not asked: sample data. No corrections.',
      'Given the volume of misinformation',
      '=== End of statement ===',
      'What the marks mean',
      'Reviewers rate each claim without seeing one another’s verdicts.',
      'We chose these claims; their count is not a score.',
      'About the desk',
      'corrections@demo.example',
      'SHA-256 of the data',
    ]
    const places = order.map(part => text.indexOf(part))
    expect(order.filter((_, at) => (places[at] ?? -1) < 0)).toEqual([])
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('marks each claim with its number, both ways', () => {
    for (const number of [1, 2, 3, 4, 5]) {
      expect(page).toContain(`id="mark-${number}"`)
      expect(page).toContain(`href="#check-${number}"`)
      expect(cardOf(page, number)).toContain(`href="#mark-${number}"`)
    }
    expect(page).not.toContain('id="mark-6"')
  })

  it('shows an override with both sides', () => {
    const card = words(cardOf(page, 5))
    expect(card).toContain('Reviewers, and an override')
    expect(card).toContain('The editor decided otherwise. For True, against Mostly true:')
    expect(card).toContain('“The reports of the day itself outweigh a recollection four days later.”')
    expect(card).toContain(
      '“The words are confirmed; one later timeline dates the broadcast to the evening of 5 January.”',
    )
  })

  it('quotes what is quoted and never what a reviewer reports in their own words', () => {
    const [item] = demoSnapshot().claims[0]?.evidence ?? []
    if (!item) throw new Error('the demo cites sources')
    const card = words(
      cardOf(
        withClaim({ evidence: [{ ...item, passages: [{ quote: 'Four occasions.', note: 'Says how often.' }] }] }),
        1,
      ),
    )
    expect(card).toContain('“Four occasions.” Says how often.')
    expect(words(cardOf(page, 1))).toContain('Refutes. From more than 80 verified videos')
  })

  it('shows a dismissed claim without a rating', () => {
    const html = withClaim({
      action: 'DISMISS',
      rating: null,
      override: { agreed: 'MOSTLY_FALSE', reason: 'A slogan.' },
    })
    const card = words(cardOf(html, 1))
    expect(card).toContain('No checkable claim here')
    expect(card).toContain('An editor dismissed it, against Mostly false:“A slogan.”')
    expect(card).not.toContain('Wrong in substance')
    expect(html).toContain('<mark class="hl" id="mark-1" data-r="dismissed">')
  })

  it('gives no rating where none is supported, with both sides of the evidence open', () => {
    const html = withClaim({
      action: 'RESOLVE',
      rating: null,
      override: { agreed: null, reason: 'Both registers contradict each other.' },
    })
    const card = words(cardOf(html, 1))
    expect(card).toContain('No rating')
    expect(card).toContain('The reviewers did not agree, and the desk found that no rating is supported.')
    expect(card).toContain('an editor found that no rating is supported:“Both registers contradict each other.”')
    expect(card).not.toContain('No checkable claim')
    expect(cardOf(html, 1)).toContain('<details open=""><summary>Evidence')
    expect(words(html)).toContain('Without a rating')
    expect(words(html)).toContain('So in check 1.')
    expect(words(pageOf(demoSnapshot()))).not.toContain('Without a rating')
  })

  it('says why a claim’s quorum was lowered', () => {
    const claim = demoSnapshot().claims[0]
    const html = withClaim({
      quorum: 2,
      quorumReason: 'Two of us read Kazakh.',
      verdicts: claim?.verdicts.slice(0, 2) ?? [],
    })
    expect(words(cardOf(html, 1))).toContain('For this claim two verdicts were enough: Two of us read Kazakh.')
  })

  it('leads from a marker in the explanation to the evidence, if there is such a piece', () => {
    const card = cardOf(withClaim({ explanation: 'It rose [1, 3]. It fell [9].' }), 1)
    expect(card).toContain('href="#evidence-1-1"')
    expect(card).toContain('href="#evidence-1-3"')
    expect(card).toContain('id="evidence-1-3"')
    expect(card).not.toContain('evidence-1-9')
    expect(words(card)).toContain('It rose [1, 3]. It fell [9].')
  })

  it('runs no script and loads nothing from elsewhere', () => {
    expect(page.match(/<script|\son\w+=|<iframe|<img|style=/gi)).toBeNull()
    expect(page.match(/<style>/g)).toHaveLength(1)
    expect(page.match(/(?:src|href)="(?!https?:|mailto:|#|\/s\/|\/replay\/#|\/icon\.svg)[^"]*"/g)).toBeNull()
    expect(page.match(/url\("(?!\/fonts\/)[^"]*"\)/g)).toBeNull()
  })

  it('leaves no slot open', () => {
    expect(page.match(/assay-slot/g)).toBeNull()
    expect(page).toContain(`href="/s/${TOKEN}/snapshot.json"`)
    expect(page).toContain(`href="/replay/#${TOKEN}"`)
  })
})

describe('marks', () => {
  it('nests what is nested and cuts what overlaps, with each number where its passage ends', () => {
    const html = withText('one two three four five', [['two three'], ['three four']])
    const text = /<article class="text".*?<\/p>/s.exec(html)?.[0] ?? ''
    expect(words(text)).toBe('one two three1 four2 five')
    expect(text.match(/<mark/g)).toHaveLength(3)
    expect(text.match(/data-overlap/g)).toHaveLength(1)
    expect(text.match(/id="mark-2"/g)).toHaveLength(1)
  })

  it('carries a passage over paragraphs and puts its check after the last', () => {
    const html = withText('one two\nthree four\nfive', [['two\nthree']])
    expect(words(html)).toContain('“two\nthree”')
    expect(html.indexOf('id="check-1"')).toBeGreaterThan(html.indexOf('three'))
    expect(html.indexOf('id="check-1"')).toBeLessThan(html.indexOf('<p>five</p>'))
    expect(html.match(/id="mark-1"/g)).toHaveLength(1)
  })

  it('numbers several passages of one claim and leads to each', () => {
    const html = withText('one two three', [['one', 'three']])
    expect(html).toContain('aria-label="Check 1, passage 2 of 2: Mostly false"')
    expect(html).toContain('id="mark-1-2"')
    expect(cardOf(html, 1)).toContain('href="#mark-1-2"')
  })

  it('gives a script that runs the other way its direction, and the checks their own', () => {
    const html = withText('السعر ارتفع مرتين', [['ارتفع']], 'rtl')
    expect(html).toMatch(/<article class="text"[^>]* dir="rtl"/)
    expect(html).toMatch(/<article class="check"[^>]* dir="ltr"/)
    expect(html).toMatch(/<blockquote dir="rtl"><p lang="en">“ارتفع”/)
  })
})

describe('hostile content', () => {
  const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)><assay-slot name="data" of=""></assay-slot></style>`

  it('is words, wherever it stands', () => {
    const snapshot = demoSnapshot()
    const poisoned = JSON.parse(JSON.stringify(snapshot), (key, value) =>
      typeof value === 'string' &&
      !['text', 'exact', 'language', 'key', 'rating', 'direction', 'tone', 'action', 'stance'].includes(key) &&
      !/^\d{4}-/.test(value)
        ? evil
        : value,
    ) as SnapshotDto // The same shape: only strings without a closed list behind them have changed.
    const html = pageOf({
      ...poisoned,
      statement: { ...poisoned.statement, text: `${evil}\n${snapshot.statement.text}` },
    })
    expect(html).toContain('&lt;script&gt;')
    expect(html.match(/<script|<img|<assay-slot/gi)).toBeNull()
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    // Every attribute stays within its quotes: the text cannot end one.
    expect(html.slice(html.indexOf('</style>')).match(/="[^"<>]*"[^\s/>]/g)).toBeNull()
  })

  it('cannot make a link that is not http(s)', () => {
    const [item] = demoSnapshot().claims[0]?.evidence ?? []
    if (!item) throw new Error('the demo cites sources')
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '//evil.example',
      ' https://x',
    ]) {
      const html = withClaim({ evidence: [{ ...item, source: { ...item.source, url, archiveUrl: url } }] })
      expect(cardOf(html, 1)).not.toMatch(/href="(?!#|\/s\/)/)
    }
  })

  it('shows bidirectional controls by name instead of obeying them', () => {
    const html = withText('pay \u202etxt.exe now', [['\u202etxt.exe']])
    expect(html).not.toContain('\u202e')
    expect(words(html)).toContain('pay U+202Etxt.exe')
  })
})

describe('what has happened since', () => {
  const [first] = demoSnapshot().claims
  const at = new Date('2026-12-01T09:00:00Z')

  it('names a newer publication', () => {
    expect(words(pageOf(demoSnapshot(), { ...quiet, newer: { number: 2, at } }))).toContain(
      'There is a newer publication of these checks, number 2 of 1 December 2026.',
    )
  })

  it.each([
    ['UNDER_REVIEW', 'is under review again since 1 December 2026.'],
    ['WITHDRAWN', 'was reopened on 1 December 2026, and the claim was withdrawn.'],
    ['MERGED', 'was reopened on 1 December 2026, and the claim was merged with another.'],
    ['REPUBLISHED', 'was reopened on 1 December 2026 and decided again; a later publication has the new decision.'],
  ] as const)('says above the page and at the check that it is %s', (state, sentence) => {
    const snapshot = demoSnapshot()
    const id = '01999999-0000-7000-8000-000000000001'
    const claims = snapshot.claims.map(claim => (claim === snapshot.claims[0] ? { ...claim, id } : claim))
    const html = pageOf({ ...snapshot, claims }, { ...quiet, lifted: [{ claimId: id, number: 1, at, state }] })
    expect(words(html.slice(0, html.indexOf('<main')))).toContain(`Check 1 ${sentence}`)
    expect(words(cardOf(html, 1))).toContain(`This check ${sentence}`)
    expect(words(cardOf(html, 2))).not.toContain(sentence)
    expect(first?.number).toBe(1)
  })
})

describe('a text that was replaced', () => {
  it('says which version readers have before them, and why there is one', () => {
    const snapshot = demoSnapshot()
    const statement = { ...snapshot.statement, versionNumber: 2, textNote: 'The ministry corrected the toll.' }
    const html = pageOf({ ...snapshot, statement }, quiet)
    expect(words(html)).toContain('What follows is version 2 of the text: The ministry corrected the toll.')
    expect(words(pageOf(snapshot, quiet))).not.toContain('What follows is version')
  })
})

describe('RENDERER', () => {
  it('has another number when the markup has changed, so that stored pages are made anew', () => {
    const markup = renderPage(demoSnapshot(), HASH).replace(/<style>.*?<\/style>/s, '')
    // When this fails: raise the number in render-page.tsx, and write both here.
    expect([RENDERER.split(' ')[0], sha256Hex(markup).slice(0, 16)]).toEqual(['10', '9dc53fcd3d730c70'])
  })
})

describe('renderEndedPage', () => {
  it('says that links can end and what to do', () => {
    expect(words(renderEndedPage())).toContain('Links to checks can end')
  })
})

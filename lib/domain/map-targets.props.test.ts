import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soakSettings } from '@/prisma/testing/soak-settings'
import { isGraphemeBoundary, snapToGraphemes, type TextRange } from './graphemes'
import { mapTargets } from './map-targets'
import { sentenceAt } from './sentences'

const { runs, seed } = soakSettings().spans
/** The other properties need fewer texts to find what they look for. */
const fewer = Math.ceil(runs / 4)
/** Milliseconds: ten a run on a slow machine. */
const timeout = 10_000 + 10 * runs

const WORDS = [
  ...[
    'the',
    'rate',
    'fell',
    'rose',
    'by',
    '4.2',
    '42',
    'million',
    'not',
    'He',
    'Keller',
    'may',
    'did',
    "didn't",
    'Mr.',
    'U.S.',
    'No.',
    '3.',
  ],
  ...['die', 'Quote', 'nicht', 'Straße', 'élève', 'cafe\u0301', 'n’est', 'нет', 'Уровень', 'Συμφωνία'],
  ...['انخفضت', 'البطالة', 'لا', 'قَالَ', '\u202bנכון\u202c', 'לא', 'שָׁלוֹם', 'दर', 'क्षेत्र', 'नहीं'],
  ...[
    '失',
    '业',
    '率',
    '没有',
    'が',
    'อัตรา',
    'ไม่',
    'กำลัง',
    '한국',
    '\u1112\u1161\u11ab',
    '👩‍🔬',
    '👍🏽',
    '🇰🇿',
    '1\ufe0f\u20e3',
    '𝒳',
  ],
  ...['re\u00adform', 'a\u200bb', '\ufeff', '€', '%', '-', '–', '(', ')', ',', ':', '…'],
]
const ENDS = [
  '. ',
  '. ',
  '. ',
  '? ',
  '! ',
  '.\n',
  '.\n\n',
  '\n',
  '\n',
  '。',
  '؟ ',
  '। ',
  '.” ',
  '!” ',
  '." ',
  ', ',
  ': ',
  ':\n',
  ' “',
  " '",
]
const SPACES = [' ', ' ', ' ', ' ', ' ', ' ', ' ', '', '\u00a0', '  ', '\n']

const pieces = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SPACES)).map(parts => parts.join('')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...ENDS) },
)
const texts = fc.array(pieces, { minLength: 1, maxLength: 50 })
const edits = fc.array(fc.tuple(fc.nat(50), fc.nat(4), fc.array(pieces, { maxLength: 3 })), { maxLength: 4 })

function edited(parts: readonly string[], changes: readonly [number, number, string[]][]): string[] {
  const now = [...parts]
  for (const [at, remove, put] of changes) now.splice(Math.min(at, now.length), remove, ...put)
  return now
}

/** Valid spans of a text (`checkSpan`), from two random numbers each. */
function spansOf(text: string, ends: readonly [number, number][]): TextRange[] {
  return ends
    .map(([one, other]) => {
      const first = one % (text.length + 1)
      return snapToGraphemes(text, first, Math.min(text.length, first + (other % 60)))
    })
    .filter(({ start, end }) => start < end)
}
const ends = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 })

/** DESIGN's rule for equal words, written again and not from the product: white space is a space, quote marks are alike. */
function alike(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u2035\uff07]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u2033\u2036\u301d-\u301f\uff02]/g, '"')
    .replace(/\p{White_Space}+/gu, ' ')
}

/** The words of the sentences around a range, as Unicode cuts them in each line, before and after it. */
function around(text: string, { start, end }: TextRange): { before: string; after: string } {
  const first = sentenceAt(text, start, 'en')?.start ?? start
  const segment = sentenceAt(text, end - 1, 'en')?.end ?? end
  // Unicode counts a byte-order mark before a sentence to the one that ended.
  const last = segment - (/[\p{White_Space}\p{Cf}]*$/u.exec(text.slice(0, segment))?.[0].length ?? 0)
  return {
    before: alike(text.slice(Math.min(first, start), start)),
    after: alike(text.slice(end, Math.max(last, end))),
  }
}

function expectSameSentences(from: string, span: TextRange, to: string, now: TextRange): void {
  expect(alike(to.slice(now.start, now.end)).trim()).toBe(alike(from.slice(span.start, span.end)).trim())
  const was = around(from, span)
  const is = around(to, now)
  // One text may have the same sentence in more lines than the other; neither may have another word in it.
  expect(alike(` ${to.slice(0, now.start)}`).endsWith(was.before.trimStart())).toBe(true)
  expect(alike(`${to.slice(now.end)} `).startsWith(was.after.trimEnd())).toBe(true)
  expect(alike(` ${from.slice(0, span.start)}`).endsWith(is.before.trimStart())).toBe(true)
  expect(alike(`${from.slice(span.end)} `).startsWith(is.after.trimEnd())).toBe(true)
}

describe('mapTargets, whatever the texts', () => {
  it(
    'accounts for every span, and calls ANCHORED only the same words in the same sentences',
    () => {
      const found = { ANCHORED: 0, CHANGED: 0, ORPHANED: 0 }
      fc.assert(
        fc.property(texts, edits, ends, (parts, changes, numbers) => {
          const from = parts.join('')
          const to = edited(parts, changes).join('')
          const spans = spansOf(from, numbers)
          const targets = mapTargets(from, to, spans)
          expect(targets).toHaveLength(spans.length)
          targets.forEach((target, index) => {
            found[target.state]++
            expect(target.start).toBeGreaterThanOrEqual(0)
            expect(target.end).toBeLessThanOrEqual(to.length)
            expect(isGraphemeBoundary(to, target.start) && isGraphemeBoundary(to, target.end)).toBe(true)
            expect(target.start < target.end).toBe(target.state !== 'ORPHANED')
            if (target.state !== 'ORPHANED') {
              expect(snapToGraphemes(to, target.start, target.end)).toEqual({ start: target.start, end: target.end })
            }
            const span = spans[index]
            if (span && target.state === 'ANCHORED') expectSameSentences(from, span, to, target)
          })
        }),
        { numRuns: runs, seed },
      )
      // A test that never meets one of the three proves nothing of it.
      for (const count of Object.values(found)) expect(count).toBeGreaterThan(runs / 20)
    },
    timeout,
  )

  it(
    'of two unrelated texts, too',
    () => {
      fc.assert(
        fc.property(texts, texts, ends, (parts, others, numbers) => {
          const from = parts.join('')
          const to = others.join('')
          const spans = spansOf(from, numbers)
          mapTargets(from, to, spans).forEach((target, index) => {
            const span = spans[index]
            if (span && target.state === 'ANCHORED') expectSameSentences(from, span, to, target)
          })
        }),
        { numRuns: fewer, seed },
      )
    },
    timeout,
  )

  it(
    'changes nothing where the text is the same',
    () => {
      fc.assert(
        fc.property(texts, ends, (parts, numbers) => {
          const text = parts.join('')
          const spans = spansOf(text, numbers)
          expect(mapTargets(text, text, spans)).toEqual(spans.map(span => ({ state: 'ANCHORED', ...span })))
        }),
        { numRuns: fewer, seed },
      )
    },
    timeout,
  )

  it(
    'keeps all spans where only spaces and quote marks look otherwise',
    () => {
      fc.assert(
        fc.property(texts, ends, fc.infiniteStream(fc.nat(3)), (parts, numbers, dice) => {
          const from = parts.join('')
          const to = from
            .replace(/ +/g, run => [run, ' ', '\u00a0', '\n'][dice.next().value ?? 0] ?? run)
            .replace(/["“”]/g, mark => [mark, '"', '“', '»'][dice.next().value ?? 0] ?? mark)
            .replace(/['’]/g, mark => [mark, "'", '’', '‘'][dice.next().value ?? 0] ?? mark)
          const spans = spansOf(from, numbers)
          mapTargets(from, to, spans).forEach((target, index) => {
            const span = spans[index]
            // A space that carries a mark is half a character, which one kind of space may be and another not.
            if (!span || /\p{White_Space}[\p{M}\u200d]/u.test(from)) return
            expect(target.state).toBe('ANCHORED')
            expectSameSentences(from, span, to, target)
          })
        }),
        { numRuns: fewer, seed },
      )
    },
    timeout,
  )
})

/** Sentences that end beyond doubt, each unlike all others. */
const sentences = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...WORDS.filter(word => /^[\p{L}\p{M}]+$/u.test(word))), { minLength: 1, maxLength: 9 }),
      fc.constantFrom('.', '?', '!'),
    ),
    {
      minLength: 3,
      maxLength: 14,
    },
  )
  .map(list => list.map(([words, end], index) => `Claim${index} ${words.join(' ')} so${end}`))

describe('mapTargets, sentence by sentence', () => {
  const changes = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('change', 'remove', 'insert', 'insert', 'break')), {
    maxLength: 6,
  })

  /** The text after some of its sentences were changed, and whether each of them was left as it was. */
  function rewritten(list: readonly string[], steps: readonly [number, string][], round = 0) {
    const now = list.map(sentence => ({ text: sentence, isUntouched: true, before: ' ' }))
    steps.forEach(([at, kind], step) => {
      const sentence = now[at % now.length]
      if (!sentence?.text) return
      if (kind === 'change') Object.assign(sentence, { text: `Not ${sentence.text}`, isUntouched: false })
      if (kind === 'remove') Object.assign(sentence, { text: '', isUntouched: false })
      if (kind === 'break') sentence.before = '\n\n'
      if (kind === 'insert') sentence.before = `${sentence.before}New${round}of${step} words so. `
    })
    const text = now
      .map(({ text, before }) => before + text)
      .join('')
      .trim()
    return { text, isUntouched: now.map(sentence => sentence.isUntouched) }
  }

  it(
    'keeps every span of a sentence that no one touched, and lets go of all others',
    () => {
      fc.assert(
        fc.property(sentences, changes, (list, steps) => {
          const from = list.join(' ')
          const { text: to, isUntouched } = rewritten(list, steps)
          const spans = list.map(sentence => ({
            start: from.indexOf(sentence),
            end: from.indexOf(sentence) + sentence.length,
          }))
          mapTargets(from, to, spans).forEach((target, index) => {
            expect(target.state === 'ANCHORED').toBe(isUntouched[index])
            if (target.state === 'ANCHORED') expect(to.slice(target.start, target.end)).toBe(list[index])
          })
        }),
        { numRuns: fewer, seed },
      )
    },
    timeout,
  )

  it(
    'finds through many texts what it finds through one',
    () => {
      fc.assert(
        fc.property(sentences, fc.array(changes, { minLength: 2, maxLength: 4 }), fc.nat(), (list, rounds, chosen) => {
          const kept = chosen % list.length
          const from = list.join(' ')
          const sentence = list[kept] ?? ''
          const span = { start: from.indexOf(sentence), end: from.indexOf(sentence) + sentence.length - 1 }
          let text = from
          let place: TextRange = span
          const all = [...list]
          rounds.forEach((steps, round) => {
            const safe = steps.filter(([at, kind]) => at % all.length !== kept || kind === 'insert' || kind === 'break')
            const next = rewritten(all, safe, round).text
            const [target] = mapTargets(text, next, [place])
            expect(target?.state).toBe('ANCHORED')
            text = next
            place = { start: target?.start ?? 0, end: target?.end ?? 0 }
          })
          expect(mapTargets(from, text, [span])).toEqual([{ state: 'ANCHORED', ...place }])
        }),
        { numRuns: fewer, seed },
      )
    },
    timeout,
  )
})

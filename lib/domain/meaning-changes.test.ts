import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meaningChanges } from './meaning-changes'

/** "NEGATION: + not", "NUMBER: 4.2 → 42". */
function said(was: string, now: string, language?: string): string[] {
  return meaningChanges(was, now, language).map(change => {
    const old = was.slice(change.was.start, change.was.end)
    const young = now.slice(change.now.start, change.now.end)
    const words = old === '' ? `+ ${young}` : young === '' ? `- ${old}` : `${old} → ${young}`
    return `${change.kind}: ${words}`
  })
}

describe('meaningChanges', () => {
  it.each<[string, string, string, string[], string?]>([
    ['numbers', 'It rose by 4.2 percent.', 'It rose by 42 percent.', ['NUMBER: 4.2 → 42']],
    ['grouped numbers', 'about 1,000 people', 'about 10,000 people', ['NUMBER: 1,000 → 10,000']],
    ['numbers grouped with spaces', 'about 4 000 people', 'about 4 500 people', ['NUMBER: 000 → 500']],
    ['Arabic-Indic figures', 'نحو ٤٢ شخصا', 'نحو ٢٤ شخصا', ['NUMBER: ٤٢ → ٢٤']],
    ['a minus', 'by 4 points', 'by -4 points', ['NUMBER: + -']],
    ['spelled-out numbers', 'three people died', 'thirty people died', ['NUMBER: three → thirty']],
    ['magnitudes', 'It cost 4 million euros', 'It cost 4 billion euros', ['NUMBER: million → billion']],
    [
      'German magnitudes',
      'Es kostete 4 Millionen Euro',
      'Es kostete 4 Milliarden Euro',
      ['NUMBER: Millionen → Milliarden'],
      'de',
    ],
    ['Arabic magnitudes', 'بلغت 4 ملايين', 'بلغت 4 مليارات', ['NUMBER: ملايين → مليارات']],
    ['Chinese magnitudes', '耗资4万元', '耗资4亿元', ['NUMBER: 万 → 亿']],
    ['a percent sign', 'rose by 4', 'rose by 4%', ['UNIT: + %']],
    ['percentage points', 'by 4 percent', 'by 4 percentage points', ['UNIT: percent → percentage points']],
    ['currencies', 'costs €40', 'costs $40', ['UNIT: € → $']],
    ['units', '40 km away', '40 miles away', ['UNIT: km → miles']],
    ['units written to the number', '5kWh a day', '5MWh a day', ['UNIT: kWh → MWh']],
    ['a number with its unit', '5km away', '50km away', ['NUMBER: 5 → 50']],
    ['months', 'signed in March', 'signed in May', ['DATE: March → May']],
    ['days of months', 'on 12 March', 'on 13 March', ['DATE: 12 → 13']],
    ['days of the week', 'on Monday', 'on Tuesday', ['DATE: Monday → Tuesday']],
    ['years', 'signed in 2019', 'signed in 2020', ['DATE: 2019 → 2020']],
    ['ISO dates', 'on 2020-03-01', 'on 2020-04-01', ['DATE: 03 → 04']],
    ['German dates', 'am 12.03.2020', 'am 12.04.2020', ['DATE: 12.03.2020 → 12.04.2020'], 'de'],
    ['Hebrew months', 'נחתם במרץ', 'נחתם במאי', ['DATE: במרץ → במאי']],
    ['what looks like a year and is none', 'about 2000 km', 'about 2100 km', ['NUMBER: 2000 → 2100']],
    ['not', 'He did say it.', 'He did not say it.', ['NEGATION: + not']],
    ["n't", 'He did say it.', "He didn't say it.", ["NEGATION: did → didn't"]],
    ['n’t with a curly apostrophe', 'He did say it.', 'He didn’t say it.', ['NEGATION: did → didn’t']],
    ['never gone', 'He never said it.', 'He said it.', ['NEGATION: - never']],
    [
      'It is false that',
      'Crime fell.',
      'It is false that Crime fell.',
      ['OTHER: + It is', 'NEGATION: + false', 'OTHER: + that'],
    ],
    ['denied', 'He said so.', 'He denied so.', ['NEGATION: said → denied']],
    ['a contrary', 'It is legal.', 'It is illegal.', ['NEGATION: legal → illegal']],
    ['French', 'Le taux a baissé.', 'Le taux n’a pas baissé.', ['NEGATION: a → n’a pas']],
    ['German nicht', 'Die Quote ist gefallen.', 'Die Quote ist nicht gefallen.', ['NEGATION: + nicht'], 'de'],
    ['German kein', 'Es gab ein Verbot.', 'Es gab kein Verbot.', ['NEGATION: ein → kein'], 'de'],
    ['Spanish', 'La tasa bajó.', 'La tasa no bajó.', ['NEGATION: + no']],
    ['Italian', 'Il tasso è calato.', 'Il tasso non è calato.', ['NEGATION: + non']],
    ['Russian', 'Он сказал.', 'Он не сказал.', ['NEGATION: + не']],
    ['Arabic', 'انخفضت البطالة', 'لم تنخفض البطالة', ['NEGATION: + لم', 'OTHER: انخفضت → تنخفض']],
    ['Arabic with "and"', 'قال ذلك', 'ولم قال ذلك', ['NEGATION: + ولم']],
    ['Hebrew', 'האבטלה ירדה', 'האבטלה לא ירדה', ['NEGATION: + לא']],
    ['Hebrew with "that"', 'אמר שירדה', 'אמר שלא ירדה', ['NEGATION: + שלא', 'OTHER: שירדה → ירדה']],
    ['Chinese', '失业率下降', '失业率没有下降', ['NEGATION: + 没有']],
    ['Hindi', 'दर घटी है', 'दर नहीं घटी है', ['NEGATION: + नहीं']],
    ['Thai', 'อัตราลดลง', 'อัตราไม่ลดลง', ['NEGATION: + ไม่']],
    ['modal verbs', 'It will rise.', 'It may rise.', ['MODALITY: will → may']],
    ['reportedly', 'It has risen.', 'It has reportedly risen.', ['MODALITY: + reportedly']],
    ['German modal verbs', 'Er wird gehen.', 'Er könnte gehen.', ['MODALITY: wird → könnte'], 'de'],
    ['names', 'said Anna Keller', 'said Anna Koller', ['NAME: Keller → Koller']],
    [
      'names that also begin a sentence',
      'Austria beat Italy.',
      'Italy beat Austria.',
      ['NAME: - Austria', 'OTHER: - beat', 'OTHER: + beat', 'NAME: + Austria'],
    ],
    ['acronyms', 'EU rules apply', 'UN rules apply', ['NAME: EU → UN']],
    ['a word with a capital only because it is the first', 'Prices fell.', 'Wages fell.', ['OTHER: Prices → Wages']],
    ['German nouns are no names', 'weil die Preise fielen', 'weil die Löhne fielen', ['OTHER: Preise → Löhne'], 'de'],
    ['names in scripts without capitals', 'قال كيلر', 'قال كولر', ['OTHER: كيلر → كولر']],
    ['quantifiers', 'Some schools closed.', 'All schools closed.', ['QUANTIFIER: Some → All']],
    ['half', 'of the schools', 'of half the schools', ['QUANTIFIER: + half']],
    ['most to none', 'Most agreed', 'None agreed', ['NEGATION: Most → None']],
    ['a comma', 'Let us eat, Anna', 'Let us eat Anna', ['OTHER: - ,']],
    [
      'several at once',
      'In March 2020 it rose by 4.2 million km.',
      'In May 2021 it may fall by 42 billion miles.',
      [
        'DATE: March 2020 → May 2021',
        'MODALITY: + may',
        'OTHER: rose → fall',
        'NUMBER: 4.2 million → 42 billion',
        'UNIT: km → miles',
      ],
    ],
  ])('points out %s', (_case, was, now, expected, language) => {
    expect(said(was, now, language)).toEqual(expected)
  })

  it.each([
    ['nothing', 'It fell.', 'It fell.'],
    ['quote marks', 'He said "it didn\'t".', 'He said “it didn’t”.'],
    ['spaces and lines', 'It fell\nby  4 percent.', 'It fell by\u00a04 percent.'],
  ])('is silent where %s changed', (_case, was, now) => {
    expect(said(was, now)).toEqual([])
  })

  it('leaves out no difference, and the rest is equal', () => {
    const words = fc.array(
      fc.constantFrom(
        'He',
        'did',
        "didn't",
        'not',
        '4.2',
        '5km',
        '%',
        'March',
        '2020',
        'may',
        'Keller',
        'some',
        ',',
        '没有',
        'لم',
        '👩‍🔬',
        'é',
        '\n',
        '“',
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(words, words, (one, other) => {
        const was = one.join(' ')
        const now = other.join(' ')
        const changes = meaningChanges(was, now)
        const without = (text: string, side: 'was' | 'now') => {
          let rest = text
          const ranges = changes.map(change => change[side]).sort((a, b) => b.start - a.start || b.end - a.end)
          let last = text.length
          for (const { start, end } of ranges) {
            expect(0 <= start && start <= end && end <= last).toBe(true)
            if (start < end) last = start
            rest = rest.slice(0, start) + rest.slice(end)
          }
          return rest.replace(/\s+/g, '')
        }
        expect(without(was, 'was')).toBe(without(now, 'now'))
      }),
    )
  })
})

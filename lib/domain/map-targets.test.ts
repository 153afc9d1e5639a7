import { describe, expect, it } from 'vitest'
import { snapToGraphemes } from './graphemes'
import { mapTargets } from './map-targets'

/** The old and the new text, with the span of the old one between ⟦ and ⟧. */
function mapped(marked: string, to: string) {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  const from = marked.replace(/[⟦⟧]/g, '')
  const [target] = mapTargets(from, to, [{ start, end }])
  if (!target) throw new Error('nothing was mapped')
  return { ...target, text: to.slice(target.start, target.end) }
}

describe('a change of meaning', () => {
  it.each([
    // [what changed, old text with its span, new text]
    ['did not', 'He ⟦did say it⟧.', 'He did not say it.'],
    ['did not, after the span', 'He ⟦did⟧ say it.', 'He did not say it.'],
    ["didn't", 'He ⟦did⟧ it.', "He didn't do it."],
    ['denied before', '⟦Unemployment fell⟧ by half.', 'It is false that Unemployment fell by half.'],
    ['denied before, in another case', '⟦Unemployment fell⟧ by half.', 'It is false that unemployment fell by half.'],
    [
      'denied far before',
      'The minister, who came late, said that ⟦unemployment fell⟧.',
      'The minister, who came late, denied that unemployment fell.',
    ],
    ['denied after', '⟦Unemployment fell⟧, he said.', 'Unemployment fell, he said, which is false.'],
    ['a decimal point gone', 'It rose by ⟦4.2⟧ percent.', 'It rose by 42 percent.'],
    ['a decimal point come', 'It rose by ⟦42⟧ percent.', 'It rose by 4.2 percent.'],
    ['a digit at the edge', 'It rose by ⟦4.2⟧ percent.', 'It rose by 4.25 percent.'],
    ['a digit before the edge', 'It rose by ⟦4.2⟧ percent.', 'It rose by 14.2 percent.'],
    ['a minus', 'It grew by ⟦4.2⟧ percent.', 'It grew by -4.2 percent.'],
    ['a sign at the edge', 'It costs ⟦42⟧ a piece.', 'It costs 42% a piece.'],
    ['billion', 'It cost ⟦4 million euros⟧.', 'It cost 4 billion euros.'],
    ['billion, beside the span', 'It cost ⟦4⟧ million euros.', 'It cost 4 billion euros.'],
    ['a month', 'It was ⟦signed in March⟧ 2020.', 'It was signed in May 2020.'],
    ['a year', 'It was ⟦signed in March 2020⟧.', 'It was signed in March 2021.'],
    ['a year, beside the span', 'It was ⟦signed⟧ in March 2020.', 'It was signed in March 2021.'],
    ['a unit', 'It is ⟦40 km⟧ away.', 'It is 40 miles away.'],
    ['a currency', 'It costs ⟦€40⟧.', 'It costs $40.'],
    ['a name', '⟦Anna Keller resigned⟧.', 'Anna Koller resigned.'],
    ['all', '⟦Some schools closed⟧.', 'All schools closed.'],
    ['may', 'It ⟦will rise⟧.', 'It may rise.'],
    ['reportedly', 'It ⟦has risen⟧.', 'It has reportedly risen.'],
    ['a question', '⟦Unemployment fell⟧.', 'Unemployment fell?'],
    ['quotation marks put around', '⟦Unemployment fell⟧.', '“Unemployment fell.”'],
    ['scare quotes', 'The ⟦reform worked⟧ well.', 'The “reform” worked well.'],
    ['a footnote mark', '⟦Unemployment fell⟧.', 'Unemployment fell.[1]'],
    ['another footnote mark', '⟦Unemployment fell⟧.[1] It did.', 'Unemployment fell.[2] It did.'],
    ['a raised footnote mark', '⟦Unemployment fell⟧.', 'Unemployment fell.¹'],
    ['an asterisk', '⟦Unemployment fell⟧.', 'Unemployment fell.*'],
    ['an addition in brackets', '⟦Unemployment fell⟧.', 'Unemployment fell (not counting trainees).'],
    ['an aside in brackets after the end', '⟦Unemployment fell.⟧ It did.', 'Unemployment fell. (sic) It did.'],
    ['a swap of words', '⟦Austria beat Italy⟧.', 'Italy beat Austria.'],
    ['upper case', 'We like ⟦turkey⟧ here.', 'We like Turkey here.'],
    ['German negation', 'Die ⟦Quote ist gefallen⟧.', 'Die Quote ist nicht gefallen.'],
    ['German kein', 'Es gab ⟦ein Verbot⟧.', 'Es gab kein Verbot.'],
    [
      'German ordinal',
      'Es stimmt, dass am 3. ⟦Oktober die Quote fiel⟧.',
      'Es stimmt nicht, dass am 3. Oktober die Quote fiel.',
    ],
    ['a title before the name', 'It is true that Mr. ⟦Smith resigned⟧.', 'It is untrue that Mr. Smith resigned.'],
    ['initials', 'They agreed with J. ⟦Smith on this⟧.', 'They disagreed with J. Smith on this.'],
    ['French negation', 'Le taux ⟦a baissé⟧.', 'Le taux n’a pas baissé.'],
    ['Spanish negation', 'La tasa ⟦bajó⟧.', 'La tasa no bajó.'],
    ['Arabic negation', '⟦انخفضت البطالة⟧ العام الماضي.', 'لم تنخفض البطالة العام الماضي.'],
    [
      'Arabic negation before the same words',
      '⟦انخفضت البطالة⟧ العام الماضي.',
      'غير صحيح أن انخفضت البطالة العام الماضي.',
    ],
    ['Hebrew negation', '⟦האבטלה ירדה⟧ השנה.', 'האבטלה לא ירדה השנה.'],
    ['Chinese negation', '⟦失业率下降⟧了。', '失业率没有下降。'],
    ['Chinese negation before', '政府说⟦失业率下降⟧了。', '政府没说失业率下降了。'],
    ['Thai negation', '⟦อัตราลดลง⟧', 'อัตราไม่ลดลง'],
    ['Hindi negation', '⟦दर घटी है⟧।', 'दर नहीं घटी है।'],
    ['Russian negation', 'Уровень ⟦снизился⟧.', 'Уровень не снизился.'],
    ['who said the quote', '“⟦It fell!⟧” Smith said.', '“It fell!” Smith denied.'],
    ['who said the quote, in Chinese', '“⟦失业率下降了。⟧”部长说。', '“失业率下降了。”部长否认。'],
    [
      'a heading glued in front',
      'Myths about work\n⟦Unemployment fell last year in all the provinces⟧.',
      'Myths about work Unemployment fell last year in all the provinces.',
    ],
    ['a heading with a colon glued in front', 'Not true:\n⟦Unemployment fell⟧.', 'Not true: Unemployment fell.'],
    [
      'another heading',
      'Facts about work\n⟦Unemployment fell last year in all the provinces⟧.',
      'Myths about work\nUnemployment fell last year in all the provinces.',
    ],
    ['a heading put above', '⟦Unemployment fell⟧.', 'Myths\nUnemployment fell.'],
    ['a heading taken away', 'Myths\n⟦Unemployment fell last year⟧.', 'Unemployment fell last year.'],
    ['another speaker', 'KELLER\n\n⟦I did it⟧.', 'KOLLER\n\nI did it.'],
    [
      'another lead-in',
      'The following is true:\n- ⟦Unemployment fell⟧.',
      'The following is false:\n- Unemployment fell.',
    ],
    [
      'a denial a line above',
      'The ministry confirmed that\n⟦the rate fell⟧.',
      'The ministry denied that\nthe rate fell.',
    ],
    [
      'a denial a line below',
      '⟦The rate fell⟧, according\nto what was said, and rightly.',
      'The rate fell, according\nto what was said, and wrongly.',
    ],
    [
      'an edit in the middle of a span over sentences',
      '⟦It fell. It rose. It fell again.⟧',
      'It fell. It sank. It fell again.',
    ],
    [
      'an edit in the middle of a span over paragraphs',
      '⟦It fell.\nIt rose.\nIt fell again.⟧',
      'It fell.\nIt sank.\nIt fell again.',
    ],
    ['a sentence put into a span', '⟦It fell. It rose.⟧', 'It fell. So they say. It rose.'],
    ['an unseen joiner', 'It ⟦was a resign⟧ matter.', 'It was a re\u200bsign matter.'],
    ['a soft hyphen', 'They ⟦recover⟧ it.', 'They re\u00adcover it.'],
    ['an override of direction', 'It rose by ⟦123⟧ percent.', 'It rose by \u202e123\u202c percent.'],
    [
      'an override of direction in the sentence before',
      'It fell. It ⟦rose by 123 percent⟧.',
      'It fell\u202e. It rose by 123 percent.',
    ],
    ['a combining mark', 'Le ⟦resume⟧ est là.', 'Le resume\u0301 est là.'],
    ['another emoji of the same base', '⟦👩 agreed⟧.', '👩‍🔬 agreed.'],
    ['another dash', 'It rose by ⟦1-2⟧ percent.', 'It rose by 1–2 percent.'],
    ['an ellipsis', '⟦He said that … It was good⟧.', 'He never said that … It was good.'],
    [
      'a rating in brackets after it',
      '⟦Unemployment fell.⟧ (True.) Wages rose.',
      'Unemployment fell. (False.) Wages rose.',
    ],
    ['a sign after it', '⟦Unemployment fell.⟧ ✅ Wages rose.', 'Unemployment fell. ❌ Wages rose.'],
    ['a word about it after it', '⟦Unemployment fell.⟧ True.', 'Unemployment fell. Wrong.'],
    ['the answer to it', 'Did ⟦unemployment fall⟧? No.', 'Did unemployment fall? Yes.'],
    ['the answer to it, in Chinese', '⟦失业率下降了⟧？没有。', '失业率下降了？是的。'],
    ['a word before it', 'Sí. ⟦Bajó la tasa.⟧', 'No. Bajó la tasa.'],
    ['what was asked', 'Did it fall? ⟦Yes.⟧', 'Did it rise? Yes.'],
    ['what was asked, a line above', 'Did it fall?\n⟦Yes.⟧', 'Did it rise?\nYes.'],
    ['what was asked of whom', 'Q: Did it fall?\nA: ⟦Yes.⟧', 'Q: Did it rise?\nA: Yes.'],
    ['what lines are said to be', 'Facts:\nTaxes rose.\n⟦Taxes fell.⟧', 'Myths:\nTaxes rose.\nTaxes fell.'],
    [
      'what a list is of, in its second item',
      'The following is true:\n- Taxes rose.\n- ⟦Unemployment fell⟧.',
      'The following is false:\n- Taxes rose.\n- Unemployment fell.',
    ],
    [
      'what a list is of, in its third item, without full stops',
      'True is:\n1. Taxes rose\n2. Wages rose\n3. ⟦Unemployment fell⟧',
      'Untrue is:\n1. Taxes rose\n2. Wages rose\n3. Unemployment fell',
    ],
    ['who speaks, in the second sentence', 'KELLER\n\nIt went well. ⟦I did it⟧.', 'KOLLER\n\nIt went well. I did it.'],
    ['who speaks, in the same line', 'Keller: It went well. ⟦I did it⟧.', 'Koller: It went well. I did it.'],
    ['whom it quotes', 'Keller said: “It went well. ⟦I did it⟧.”', 'Koller said: “It went well. I did it.”'],
    ['who said the quote of two sentences', '“⟦It fell.⟧ It rose,” Smith said.', '“It fell. It rose,” Jones said.'],
    [
      'how a quote of two sentences was said',
      'The minister, who came late, confirmed: “It rose. ⟦It fell.⟧ It rose.”',
      'The minister, who came late, denied: “It rose. It fell. It rose.”',
    ],
    [
      'a Roman numeral',
      'Es stimmt, dass der XIV. ⟦Parteitag endete⟧.',
      'Es stimmt nicht, dass der XIV. Parteitag endete.',
    ],
    ['an office before the name', 'He confirmed that Sec. ⟦Smith left⟧.', 'He denied that Sec. Smith left.'],
    ['words joined', 'He ⟦can not⟧ go.', 'He cannot go.'],
  ])('is never taken for the same: %s', (_case, was, now) => {
    const { state, start, end } = mapped(was, now)
    expect(state).not.toBe('ANCHORED')
    expect(start < end).toBe(state === 'CHANGED')
  })
})

describe('a change of layout', () => {
  const wrapped =
    'The minister said on Monday that unemployment had\nfallen to the lowest level since the end of the\nWar, which is more than any other country of the\nUnion can say of itself at the present time.'
  it.each([
    ['no-break spaces', 'It cost ⟦4 million euros⟧.', 'It cost 4\u00a0million\u202feuros.'],
    ['curly quotes', 'He said "⟦it didn\'t fall⟧".', 'He said “it didn’t fall”.'],
    ['straight quotes', 'He said “⟦it didn’t fall⟧”.', 'He said "it didn\'t fall".'],
    ['guillemets', 'Il a dit "⟦oui⟧".', 'Il a dit «oui».'],
    ['double spaces', 'It fell.  ⟦It rose⟧.', 'It fell. It  rose.'],
    ['tabs', 'It\tfell. ⟦It rose⟧.', 'It fell. It\trose.'],
    ['two lines made one', 'The unemployment\n⟦rate fell⟧.', 'The unemployment rate fell.'],
    ['one line made two', 'The unemployment ⟦rate fell⟧.', 'The unemployment\nrate fell.'],
    ['one line made many', 'In March the ⟦United States rate fell⟧.', 'In\nMarch\nthe\nUnited\nStates\nrate\nfell.'],
    ['two paragraphs made one', 'It fell.\n\n⟦It rose⟧.\n\nIt fell.', 'It fell. It rose. It fell.'],
    ['one paragraph made two', 'It fell. ⟦It rose⟧. It fell.', 'It fell.\n\nIt rose.\nIt fell.'],
    ['a paragraph made two inside the span', '⟦It fell. It rose⟧. It fell.', 'It fell.\n\nIt rose.\nIt fell.'],
    [
      'hard lines unwrapped',
      wrapped.replace('since', '⟦since').replace('other', 'other⟧'),
      wrapped.replaceAll('\n', ' '),
    ],
    [
      'lines wrapped hard',
      wrapped.replaceAll('\n', ' ').replace('since', '⟦since').replace('other', 'other⟧'),
      wrapped,
    ],
    [
      'a narrow column unwrapped',
      'The minister said on\nMonday that ⟦prices\nrose by 4.2 percent⟧',
      'The minister said on Monday that prices rose by 4.2 percent',
    ],
    ['a line cut after a comma', 'In March,\n⟦Britain left⟧.', 'In March, Britain left.'],
    ['a paragraph after "U.S."', 'They left the U.S.\n⟦The rate fell⟧.', 'They left the U.S. The rate fell.'],
    ['blank lines', 'Work\n⟦The rate fell⟧.', 'Work\n\nThe rate fell.'],
    ['space before the text', '⟦It fell⟧.', '  \n It fell.'],
    ['space after the text', '⟦It fell⟧.', 'It fell. \u00a0'],
    ['Arabic with another space', '⟦انخفضت البطالة⟧ العام الماضي.', 'انخفضت\u00a0البطالة العام\u00a0الماضي.'],
    ['Arabic paragraphs joined', 'انخفضت البطالة.\n⟦ارتفعت الأسعار⟧.', 'انخفضت البطالة. ارتفعت الأسعار.'],
    ['Hebrew quote marks', 'הוא אמר "⟦האבטלה ירדה⟧".', 'הוא אמר ”האבטלה ירדה“.'],
    ['Chinese sentences in lines of their own', '失业率下降了。 ⟦政府宣布了⟧。', '失业率下降了。\n政府宣布了。'],
    [
      'an edit in the same quote',
      'Smith said: “It rose by 4 percent. ⟦It fell in May.⟧” He left.',
      'Smith said: “It rose by 5 percent. It fell in May.” He left.',
    ],
    [
      'an edit in the sentence after the quote',
      'Smith said: “It rose in March. ⟦It fell in May.⟧” He left late.',
      'Smith said: “It rose in March. It fell in May.” He left early.',
    ],
    ['an edit in the sentence before "Mr."', 'It fell a lot. ⟦Mr. Smith left⟧.', 'It sank a lot. Mr. Smith left.'],
    [
      'an edit in the sentence before a number',
      'It fell a lot. ⟦4.2 percent⟧ left.',
      'It sank a lot. 4.2 percent left.',
    ],
    [
      'an edit in the item before',
      'True is:\n- Taxes rose\n- ⟦Unemployment fell⟧',
      'True is:\n- Taxes fell\n- Unemployment fell',
    ],
    [
      'an item put before',
      'True is:\n- Taxes rose\n- ⟦Unemployment fell⟧',
      'True is:\n- Taxes rose\n- Wages rose\n- Unemployment fell',
    ],
    [
      'another speaker in the paragraph before',
      'KELLER\nIt went well. I did it.\nBAUER\nNot so. ⟦She did it.⟧',
      'KOLLER\nIt went well. I did it.\nBAUER\nNot so. She did it.',
    ],
    [
      'another lead-in before a blank line',
      'Facts:\nTaxes rose.\n\nWages rose. ⟦Taxes fell.⟧',
      'Myths:\nTaxes rose.\n\nWages rose. Taxes fell.',
    ],
    ['a paragraph of a speaker made two', 'KELLER\nIt went well. ⟦I did it.⟧', 'KELLER\nIt went well.\nI did it.'],
    ['an edit in the sentence before', 'It fell a lot. ⟦It rose by 5⟧.', 'It sank a lot. It rose by 5.'],
    ['an edit in the sentence after', '⟦It rose by 5 percent⟧. It fell.', 'It rose by 5 percent. It sank.'],
    ['a sentence put before', '⟦It rose⟧.', 'It was hot. It rose.'],
    ['a sentence put after', '⟦It rose⟧.', 'It rose. It was hot.'],
    ['a sentence put between two equal ones', 'It rose. ⟦It rose⟧.', 'It rose. It sank. It rose.'],
    ['a paragraph put before', '⟦It rose⟧.', 'It was hot.\nIt rose.'],
    ['a Chinese sentence before', '失业率下降了。⟦政府宣布了⟧。', '失业率上升了。政府宣布了。'],
  ])('leaves a span as it was: %s', (_case, was, now) => {
    const { state, text } = mapped(was, now)
    expect(state).toBe('ANCHORED')
    const old = /⟦(.*)⟧/s.exec(was)?.[1] ?? ''
    const bare = (words: string) =>
      words
        .replace(/\s+/g, ' ')
        .replace(/[“”«»„]/g, '"')
        .replace(/’/g, "'")
    expect(bare(text)).toBe(bare(old))
  })
})

describe('what stands there now', () => {
  const three =
    'Prices rose by 4 percent in March.\nThe minister welcomed that in a speech.\nNobody knows how wages fared since then.'
  it.each([
    ['a number', 'It rose by ⟦4.2⟧ percent.', 'It rose by 42 percent.', 'CHANGED', '42'],
    ['a word', 'It cost ⟦4 million euros⟧.', 'It cost 4 billion euros.', 'CHANGED', '4 billion euros'],
    ['the only word of the span', 'It cost 4 ⟦million⟧ euros.', 'It cost 4 billion euros.', 'CHANGED', 'billion'],
    ['a word inside', 'He ⟦did say it⟧.', 'He did not say it.', 'CHANGED', 'did not say it'],
    ['the same words in another sentence', 'He ⟦did say⟧ it.', 'They think he did say it.', 'CHANGED', 'did say'],
    ['a sign', 'It rose by 4⟦%⟧ in March.', 'It rose by 4‰ in March.', 'CHANGED', '‰'],
    ['a joined emoji, whole', 'We ⟦👩⟧ agree.', 'We 👩‍🔬 agree.', 'CHANGED', '👩‍🔬'],
    ['Chinese, without spaces', '政府宣布⟦失业率下降⟧了。', '政府宣布失业率上升了。', 'CHANGED', '失业率上升'],
    [
      'nothing: the words were taken out',
      'Prices rose⟦, as he said,⟧ in March.',
      'Prices rose in March.',
      'ORPHANED',
      '',
    ],
    ['nothing: the sentence was', 'It rose. ⟦It fell in March.⟧ It stood.', 'It rose. It stood.', 'ORPHANED', ''],
    [
      'nothing: the paragraph was',
      three.replace(/\n(.*)\n/, '\n⟦$1⟧\n'),
      three.replace(/\n.*\n/, '\n'),
      'ORPHANED',
      '',
    ],
    [
      'nothing of it: another paragraph was put in its place',
      three.replace(/\n(.*)\n/, '\n⟦$1⟧\n'),
      three.replace(/\n.*\n/, '\nOur schools deserve better roofs, says Anna Keller!\n'),
      'ORPHANED',
      '',
    ],
    ['nothing: all is another text', '⟦Prices rose by 4 percent⟧.', 'Unser Dorf soll schöner werden!', 'ORPHANED', ''],
  ])('%s', (_case, was, now, state, text) => {
    expect(mapped(was, now)).toMatchObject({ state, text })
  })

  it('after two paragraphs were swapped: one stayed, the other is for a person', () => {
    const lines = three.split('\n')
    const to = [lines[1], lines[0], lines[2]].join('\n')
    const spans = lines.map(line => ({ start: three.indexOf(line), end: three.indexOf(line) + line.length }))
    const targets = mapTargets(three, to, spans)
    expect(targets.map(target => target.state).sort()).toEqual(['ANCHORED', 'ANCHORED', 'ORPHANED'])
    targets.forEach((target, index) => {
      if (target.state === 'ANCHORED') expect(to.slice(target.start, target.end)).toBe(lines[index])
    })
  })

  it('keeps each of several equal paragraphs at its place, and lets go of as many as are gone', () => {
    const refrain = 'We shall build the road, and no one will stop us.'
    const from = [refrain, 'First verse, with words of its own.', refrain, 'Second verse, with others.', refrain].join(
      '\n',
    )
    const to = from.replace(`First verse, with words of its own.\n${refrain}\n`, '')
    const places = [...from.matchAll(/We shall/g)].map(({ index }) => ({ start: index, end: index + refrain.length }))
    expect(mapTargets(from, to, places).map(({ state, start }) => [state, start])).toEqual([
      ['ANCHORED', 0],
      ['ORPHANED', expect.any(Number)],
      ['ANCHORED', to.lastIndexOf('We shall')],
    ])
  })

  it('is never longer than a span may be', () => {
    const { state, start, end } = mapped(
      'It ⟦rose by 4 percent⟧ in March.',
      `It rose by ${'many words '.repeat(2_000)}percent in March.`,
    )
    expect(state).toBe('CHANGED')
    expect(end - start).toBeLessThanOrEqual(5_000)
  })

  it.each([
    ['only white space', 'It \n fell.', [2, 5]],
    ['nothing', 'It fell.', [2, 2]],
  ])('of a span of %s: nothing', (_case, text, [start = 0, end = 0]) => {
    for (const to of [text, `${text} So.`, '']) {
      expect(mapTargets(text, to, [{ start, end }])).toMatchObject([{ state: 'ORPHANED' }])
    }
  })

  it('is found for ten thousand spans in a hundred thousand words without delay', () => {
    const words = Array.from(
      { length: 100_000 },
      (_, at) => `w${(at * at) % 4_001}${at % 14 === 13 ? '.' : ''}${at % 98 === 97 ? '\n' : ' '}`,
    )
    const from = words.join('').replace(/(^|\. |\n)w/g, '$1W')
    const to = from.replace(/w(\d*)7 /g, (word, digits) => (Number(digits) % 13 === 0 ? 'other ' : word))
    const spans = Array.from({ length: 10_000 }, (_, at) => snapToGraphemes(from, at * 50, at * 50 + 120))
    const before = process.cpuUsage()
    const targets = mapTargets(from, to, spans)
    expect(process.cpuUsage(before).user).toBeLessThan(1_500_000)
    expect(new Set(targets.map(target => target.state)).has('ANCHORED')).toBe(true)
  })

  it.each([
    // [what it is, old text, new text, what becomes of the spans]
    ['a transcript without a full stop', 'word '.repeat(100_000), `other ${'word '.repeat(99_999)}`, 'CHANGED'],
    ['a rule of half a million signs', `a${'*'.repeat(500_000)}`, `b${'*'.repeat(500_000)}`, 'ORPHANED'],
  ])('is found for ten thousand spans in one sentence without delay: %s', (_case, from, to, state) => {
    const spans = Array.from({ length: 10_000 }, (_, at) => snapToGraphemes(from, at * 50, at * 50 + 49))
    const before = process.cpuUsage()
    const targets = mapTargets(from, to, spans)
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000)
    expect(new Set(targets.map(target => target.state))).toEqual(new Set([state]))
  })
})

import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { expect, test } from './support/test'

test.describe.configure({ timeout: 240_000 })

/**
 * `quote` is what a person sees themselves select in `line`; the browser's selection begins and ends this many code units
 * inside of it, which cuts its first and last characters. What no one can see is written as an escape.
 */
type Sample = { about: string; line: string; quote: string; cut: [number, number] }

const SAMPLES: readonly Sample[] = [
  { about: 'astral letters', line: 'The sign read 𝒳 and 𐍈 twice over.', quote: '𝒳 and 𐍈', cut: [1, 1] },
  {
    about: 'emoji joined to a family',
    line: 'A family \u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} came \u{1f44d}\u{1f3fd} ashore.',
    quote: '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} came \u{1f44d}\u{1f3fd}',
    cut: [4, 2],
  },
  {
    about: 'flags',
    line: 'Sailed under \u{1f1f3}\u{1f1f4}\u{1f1f8}\u{1f1ea} at dawn.',
    quote: '\u{1f1f3}\u{1f1f4}',
    cut: [2, 1],
  },
  {
    about: 'combining marks',
    line: 'Written q\u0307\u0323uay and caf\u0065\u0301 here.',
    quote: 'q\u0307\u0323uay and caf\u0065\u0301',
    cut: [1, 1],
  },
  {
    about: 'conjoining Hangul jamo',
    line: 'The word \u1112\u1161\u11ab\u1100\u1173\u11af stands here.',
    quote: '\u1112\u1161\u11ab\u1100\u1173\u11af',
    cut: [1, 2],
  },
  {
    about: 'Arabic with bidi controls',
    line: 'قال الوزير \u2067إن ٤٠ سفينة\u2069 وصلت\u200f أمس.',
    quote: '\u2067إن ٤٠ سفينة\u2069 وصلت',
    cut: [0, 0],
  },
  {
    about: 'Hebrew with points',
    line: 'נאמר שָׁלוֹם לכולם.',
    quote: 'שָׁלוֹם',
    cut: [1, 0],
  },
  {
    about: 'Chinese without spaces',
    line: '去年港口处理的货物比以往任何一年都多。',
    quote: '港口处理的货物',
    cut: [0, 0],
  },
  { about: 'Thai', line: 'ปีที่แล้วท่าเรือรับสินค้ามากขึ้น', quote: 'ที่แล้วท่าเรือ', cut: [1, 0] },
  {
    about: 'a soft hyphen',
    line: 'The de\u00admon\u00adstra\u00adtion was peaceful.',
    quote: 'de\u00admon\u00adstra\u00adtion',
    cut: [0, 0],
  },
  { about: 'a no-break space', line: 'Prices rose by 40\u00a0% in June.', quote: '40\u00a0%', cut: [0, 0] },
  {
    about: 'zero-width characters',
    line: 'A re\u200bmark of می\u200cخواهم there.',
    quote: 're\u200bmark of می\u200cخواهم',
    cut: [0, 0],
  },
]

/** As old editors on Windows end lines; the text is kept with line feeds alone. */
const TEXT = SAMPLES.map(({ line }) => line).join('\r\n')

test('what is selected is what is claimed and what is shown, in every script', async ({ as, playwright, baseURL }) => {
  const client = await Client.signIn(playwright, baseURL ?? '', 'almond@demo.example', DEMO_PASSWORD)
  const statement = await client.post<{ id: string; title: string }>('/statements', {
    title: 'Words of many scripts',
    claimant: 'Harbour authority',
    language: 'en',
    text: TEXT,
  })
  const almond = await as('almond')
  await almond.openStatement(statement)

  for (const [index, { about, line, quote, cut }] of SAMPLES.entries()) {
    await test.step(`selects ${about}`, async () => {
      const from = line.indexOf(quote)
      await selectInBlock(almond.page, index, from + cut[0], from + quote.length - cut[1])
      await expect(almond.page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
      await almond.page.keyboard.press('h')
      await expect(almond.panel.getByLabel('What does this passage assert?')).toBeFocused()
      await almond.page.keyboard.insertText(`Of ${about}.`)
      await almond.page.keyboard.press('Enter')
      await expect(almond.panel.getByRole('heading', { name: `Of ${about}.` })).toBeVisible()
    })
  }

  await test.step('the desk keeps exactly these words', async () => {
    const { items } = await client.get<{ items: { claimReviewed: string; targets: { exact: string }[] }[] }>(
      `/statements/${statement.id}/claims`,
    )
    expect(items.map(({ claimReviewed, targets }) => [claimReviewed, targets[0]?.exact])).toEqual(
      SAMPLES.map(({ about, quote }) => [`Of ${about}.`, quote]),
    )
  })

  await test.step('and shows exactly these, read afresh', async () => {
    await almond.page.keyboard.press('Escape')
    await almond.page.reload()
    await expect(almond.text).toBeVisible()
    for (const [index, { about, quote }] of SAMPLES.entries())
      await expect(async () => expect(await paintedIn(almond.page, index), about).toBe(quote)).toPass({
        timeout: 10_000,
      })
  })
  await client.close()
})

/** The browser's own selection, in code units of one paragraph's text, as a finger's or a mouse's imprecise end leaves it. */
async function selectInBlock(page: Page, index: number, start: number, end: number): Promise<void> {
  await page.evaluate(
    ({ at, from, to }) => {
      const block = document.querySelectorAll('.ProseMirror > *')[at]
      const text = block?.firstChild
      if (!block || !text) throw new Error(`there is no paragraph ${at}`)
      block.scrollIntoView({ block: 'center', behavior: 'instant' })
      document.getSelection()?.setBaseAndExtent(text, from, text, to)
    },
    { at: index, from: start, to: end },
  )
}

/** All highlighted text in one paragraph, in order. */
async function paintedIn(page: Page, index: number): Promise<string> {
  return await page.evaluate(at => {
    const block = document.querySelectorAll('.ProseMirror > *')[at]
    block?.scrollIntoView({ block: 'center', behavior: 'instant' })
    const parts = new Map<number, string>()
    for (const highlight of CSS.highlights.values())
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        if (!block?.contains(startContainer)) continue
        const range = document.createRange()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        parts.set(startOffset, range.toString())
      }
    return [...parts]
      .toSorted(([one], [other]) => one - other)
      .map(([, text]) => text)
      .join('')
  }, index)
}

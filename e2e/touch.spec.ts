import { devices, type Page } from '@playwright/test'
import { expect, test } from './support/test'

const PHONE = devices['Pixel 7']

test('a passage is selected, claimed and opened with a finger on a phone', async ({ as, statement }) => {
  const almond = await as('almond', PHONE)
  const { page, panel } = almond
  await almond.openStatement(statement)

  await test.step('a long press selects a word, and the bar is at the edge of the window, clear of it', async () => {
    await longPress(page, 'cargo')
    const bar = page.getByRole('toolbar', { name: 'Selected text' })
    await expect(bar).toBeInViewport({ ratio: 1 })
    const [box, line] = [await bar.boundingBox(), await boxOf(page, 'cargo')]
    const gap = Math.max((box?.y ?? 0) - (line.y + line.height), line.y - ((box?.y ?? 0) + (box?.height ?? 0)))
    expect(gap, 'the selection and its handles are not covered').toBeGreaterThan(24)
    for (const button of await bar.getByRole('button').all())
      expect((await button.boundingBox())?.height ?? 0, 'as high as a fingertip').toBeGreaterThanOrEqual(40)
  })

  await test.step('the passage grows by its handle, and is claimed', async () => {
    // The handles are the system's: what they do is move one end of the selection.
    await page.evaluate(() => {
      for (let word = 0; word < 2; word++) document.getSelection()?.modify('extend', 'forward', 'word')
    })
    await page
      .getByRole('toolbar', { name: 'Selected text' })
      .getByRole('button', { name: /^Claim/ })
      .tap()
    await expect(panel.getByText('“cargo last year”')).toBeVisible()
    await panel.getByLabel('What does this passage assert?').fill('Cargo was counted last year.')
    await panel.getByRole('button', { name: /^(Save|Create) claim/ }).tap()
    await expect(panel.getByRole('heading', { name: 'Cargo was counted last year.' })).toBeVisible()
  })

  await test.step('a tap on the highlight opens it again', async () => {
    await page.reload()
    await page.goto(`/statements/${statement.id}`)
    await expect(almond.text).toBeVisible()
    const line = await boxOf(page, 'cargo')
    await page.touchscreen.tap(line.x + line.width / 2, line.y + line.height / 2)
    await expect(panel.getByRole('heading', { name: 'Cargo was counted last year.' })).toBeVisible()
  })

  await test.step('nothing is wider than the window', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})

/** What the system does when a finger is held on a word: it selects the word. No browser here does so by itself. */
async function longPress(page: Page, word: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, word)
  await page.touchscreen.tap(x + width / 2, y + height / 2)
  await page.evaluate(
    ([left, top]) => {
      const place = document.caretPositionFromPoint(left, top)
      if (!place) throw new Error('no text is there')
      const selection = document.getSelection()
      selection?.collapse(place.offsetNode, place.offset)
      selection?.modify('move', 'backward', 'word')
      selection?.modify('extend', 'forward', 'word')
    },
    [x + width / 2, y + height / 2] as const,
  )
}

async function boxOf(page: Page, word: string): Promise<{ x: number; y: number; width: number; height: number }> {
  return await page.evaluate(quote => {
    const walker = document.createTreeWalker(document.querySelector('.ProseMirror') ?? document, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const at = walker.currentNode.textContent?.indexOf(quote) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(walker.currentNode, at)
      range.setEnd(walker.currentNode, at + quote.length)
      walker.currentNode.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
    throw new Error(`the statement does not say "${quote}"`)
  }, word)
}

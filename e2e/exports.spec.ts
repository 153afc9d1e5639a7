import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { expect, test } from './support/test'

type Target = { source: string; selector: [{ exact: string }, { start: number; end: number }] }
type AnnotationPage = { items: { id: string; target: Target[] }[]; partOf: { total: number } }

/** What Recogito's text annotator makes of annotations over a text: each target's quote, and the words it highlights. */
async function openInRecogito(page: Page, text: string, annotations: AnnotationPage['items']) {
  await page.setContent('<main id="text" style="white-space: pre-wrap; inline-size: 40rem"></main>')
  await page.addScriptTag({ content: await recogito() })
  return await page.evaluate(
    ({ text, annotations }) => {
      const container = document.querySelector<HTMLElement>('#text')
      if (!container) throw new Error('there is nothing to put the text into')
      container.textContent = text
      const { createTextAnnotator, W3CTextFormat } = window.recogito
      const annotator = createTextAnnotator(container, {
        adapter: W3CTextFormat(annotations[0]?.target[0]?.source ?? '', container),
      })
      annotator.setAnnotations(annotations)
      // Its own store has the ranges that it paints.
      return annotator.state.store
        .all()
        .flatMap(({ id, target }) =>
          target.selector.map(({ quote, range }) => ({ id, quote, highlighted: range?.toString() ?? '' })),
        )
    },
    { text, annotations },
  )
}

type Selector = { quote: string; range?: Range }
declare global {
  interface Window {
    /** @recogito/text-annotator as bundled below, as far as this test uses it. */
    recogito: {
      createTextAnnotator: (
        container: HTMLElement,
        options: { adapter: unknown },
      ) => {
        setAnnotations: (annotations: readonly object[]) => void
        state: { store: { all: () => { id: string; target: { selector: Selector[] } }[] } }
      }
      W3CTextFormat: (source: string, container: HTMLElement) => unknown
    }
  }
}

/** The package as npm has it, in one script. */
async function recogito(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@recogito/text-annotator'", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'iife',
    globalName: 'recogito',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

function quotesOf({ items }: AnnotationPage) {
  return items.flatMap(({ id, target }) =>
    target.map(({ selector: [{ exact }] }) => ({ id, quote: exact, highlighted: exact })),
  )
}

const byPlace = (one: { id: string; quote: string }, other: { id: string; quote: string }) =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : one.quote < other.quote ? -1 : 1

test('an export opens in Recogito, every highlighted text equal to its quote', async ({
  anonymous,
  playwright,
  baseURL,
}) => {
  const editor = await Client.signIn(playwright, baseURL ?? '', 'maple@demo.example', DEMO_PASSWORD)
  const { items } = await editor.get<{ items: { id: string }[] }>('/statements?search=Kazakhstan')
  const at = `/statements/${items[0]?.id}`
  const { text } = await editor.get<{ text: string }>(at)
  const annotations = await editor.get<AnnotationPage>(`${at}/annotations`)
  const { url } = await editor.post<{ url: string }>(`${at}/shares`)
  await editor.close()
  const { page } = await anonymous()

  expect(annotations.items.length).toBeGreaterThan(10)
  const opened = await openInRecogito(page, text, annotations.items)
  expect(opened.sort(byPlace)).toEqual(quotesOf(annotations).sort(byPlace))

  // What is published opens too, over the text that its own link serves.
  const link = new URL(url).pathname
  await page.goto(link)
  const alternate = page.locator('link[rel="alternate"]')
  expect(await alternate.getAttribute('type')).toBe('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"')
  const published: AnnotationPage = await (await page.request.get((await alternate.getAttribute('href')) ?? '')).json()
  const source = new URL(published.items[0]?.target[0]?.source ?? '')
  const publishedText = await (await page.request.get(source.pathname)).text()
  await page.getByRole('link', { name: 'the statement’s text' }).click()
  await expect(page).toHaveURL(/\/text$/)
  await page.goto('about:blank')
  const shown = await openInRecogito(page, publishedText, published.items)
  expect(shown.length).toBeGreaterThanOrEqual(published.partOf.total)
  expect(shown.sort(byPlace)).toEqual(quotesOf(published).sort(byPlace))
})

test('a member saves a statement and its claims as files, with the keyboard alone', async ({ as, statement }) => {
  const almond = await as('almond')
  await almond.openStatement(statement)
  const { page } = almond
  const menu = page.getByRole('button', { name: 'Export' })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(menu).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()

  const saved = async (name: string) => {
    await page.keyboard.press('Enter')
    const link = page.getByRole('link', { name })
    for (let tabs = 0; tabs < 4 && !(await link.evaluate(node => node === document.activeElement)); tabs++)
      await page.keyboard.press('Tab')
    await expect(link).toBeFocused()
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    await menu.focus()
    return { name: download.suggestedFilename(), content: readFileSync(await download.path(), 'utf8') }
  }
  const annotations = await saved('Annotations (JSON-LD)')
  expect(annotations.name).toMatch(/\.annotations\.jsonld$/)
  expect(JSON.parse(annotations.content)).toMatchObject({ type: 'AnnotationPage', items: [] })
  const table = await saved('Claims (CSV)')
  expect(table.name).toMatch(/\.claims\.csv$/)
  expect(table.content).toMatch(/^\ufeff"number","claim",/)
  const text = await saved('Plain text')
  expect(text.name).toMatch(/\.txt$/)
  expect(text.content).toContain('Every berth was full in June.')

  // A browser's own reader of XML, which knows nothing of who wrote it.
  const tei = await saved('Text and claims (TEI)')
  expect(tei.name).toMatch(/\.tei\.xml$/)
  const lines = await page.evaluate(xml => {
    const read = new DOMParser().parseFromString(xml, 'application/xml')
    if (read.querySelector('parsererror')) throw new Error(read.documentElement.textContent ?? '')
    return [...read.querySelectorAll('body > p')].map(line => line.textContent)
  }, tei.content)
  expect(lines.join('\n')).toBe(text.content)
})

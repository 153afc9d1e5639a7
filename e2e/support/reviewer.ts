import { expect, type Locator, type Page } from '@playwright/test'

type Point = { x: number; y: number }
type Cast = { rating: string; why: string; source?: string }

/** A person at the desk, in words of what they do. Roles and accessible names only. */
export class Reviewer {
  /** What went wrong behind the screens: console errors, page errors, answers of 500 and above. */
  readonly troubles: string[] = []

  constructor(
    readonly name: string,
    readonly page: Page,
  ) {
    page.on('pageerror', error => this.troubles.push(`${name}: ${error.message}`))
    page.on('response', response => {
      if (response.status() >= 500) this.troubles.push(`${name}: ${response.status()} ${response.url()}`)
    })
    page.on('console', message => {
      if (message.type() === 'error' && !isExpected(message.text())) this.troubles.push(`${name}: ${message.text()}`)
    })
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Selected claim' })
  }

  get rail(): Locator {
    return this.page.getByRole('navigation', { name: 'Claims' })
  }

  /** The statement itself. */
  get text(): Locator {
    return this.page.getByRole('textbox', { name: /./ }).and(this.page.locator('[aria-readonly="true"]'))
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.goto('/sign-in')
    await this.page.getByLabel('Email').fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(this.page.getByRole('heading', { name: 'Statements', level: 1 })).toBeVisible()
  }

  async openStatement(statement: { id: string; title: string }): Promise<void> {
    await this.page.goto(`/statements/${statement.id}`)
    await expect(this.page.getByRole('heading', { name: statement.title, level: 1 })).toBeVisible()
    await expect(this.text).toBeVisible()
  }

  async openClaim(sentence: string): Promise<void> {
    await this.rail.getByRole('link', { name: sentence }).click()
    await expect(this.panel.getByRole('heading', { name: sentence })).toBeVisible()
  }

  /** Drags over a passage, as a hand would. */
  async selectPassage(exact: string): Promise<void> {
    const { from, to } = await this.placeOf(exact)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(to.x, to.y, { steps: 8 })
    await this.page.mouse.up()
    await expect(this.page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
  }

  /** Clicks in the middle of a passage that stands on one line. */
  async clickPassage(exact: string): Promise<void> {
    const { from, to } = await this.placeOf(exact)
    await this.page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2)
  }

  private async placeOf(exact: string): Promise<{ from: Point; to: Point }> {
    await expect(this.text).toBeVisible()
    const place = await this.text.evaluate((root, quote) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(quote) ?? -1
        if (at < 0) continue
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + quote.length)
        const rects = [...range.getClientRects()]
        const [first, last] = [rects[0], rects.at(-1)]
        if (!first || !last) return null
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        }
      }
      return null
    }, exact)
    if (!place) throw new Error(`the statement does not say "${exact}" in one paragraph`)
    return place
  }

  /** Highlights a passage and says what it claims. */
  async claim(exact: string, sentence: string): Promise<void> {
    await this.selectPassage(exact)
    await this.page.keyboard.press('h')
    const field = this.panel.getByLabel('What does this passage assert?')
    await expect(field).toBeFocused()
    await field.fill(sentence)
    await field.press('Enter')
    await expect(this.panel.getByRole('heading', { name: sentence })).toBeVisible()
  }

  async cast(sentence: string, { rating, why, source = 'https://records.example.org/register' }: Cast): Promise<void> {
    await this.openClaim(sentence)
    const form = this.panel.getByRole('form', { name: 'Your verdict' })
    await form.getByRole('radio', { name: rating, exact: true }).check()
    await form.getByLabel('Why').fill(why)
    if ((await form.getByLabel('Address').count()) === 0)
      await form.getByRole('button', { name: /^Add source/ }).click()
    await form.getByLabel('Address').last().fill(source)
    await form.getByLabel('Title', { exact: true }).last().fill('Harbour register')
    await form
      .getByLabel(/^Publisher( optional)?$/)
      .last()
      .fill('Records office')
    await form.getByRole('radio', { name: 'Refutes', exact: true }).last().check()
    await form.getByRole('button', { name: /^Cast verdict/ }).click()
    await expect(form).toHaveCount(0)
  }
}

/** The browser reports every refused request as an error; refusals are what some tests are about. */
function isExpected(text: string): boolean {
  return /Failed to load resource: the server responded with a status of 4\d\d/.test(text)
}

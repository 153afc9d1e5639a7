import { expect, type Locator, type Page } from '@playwright/test'

/** Further than any page's tab order goes. */
const MOST_TABS = 120

/** A person who has a keyboard and a screen reader, and no mouse. */
export class Keyboardist {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  /** Presses Tab until this has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let pressed = 0; pressed < MOST_TABS; pressed++) {
      if (await this.hasFocus(target)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${MOST_TABS} presses of Tab do not lead to ${target}`)
  }

  /** Moves through a group of radio buttons, one of which has the focus, until this one is chosen. */
  async choose(radio: Locator): Promise<void> {
    for (let pressed = 0; pressed < 12; pressed++) {
      if ((await this.hasFocus(radio)) && (await radio.isChecked())) return
      await this.page.keyboard.press((await this.hasFocus(radio)) ? 'Space' : 'ArrowRight')
    }
    throw new Error(`arrow keys do not lead to ${radio}`)
  }

  /** The live region says this, in these words. */
  async hears(words: string | RegExp): Promise<void> {
    const region = this.page.getByRole('status').and(this.page.locator('[aria-live="polite"][aria-atomic="true"]'))
    await expect(region).toHaveText(words)
  }

  async selected(): Promise<string> {
    return await this.page.evaluate(() => document.getSelection()?.toString() ?? '')
  }

  private async hasFocus(target: Locator): Promise<boolean> {
    return await target.evaluate(element => element === document.activeElement)
  }
}

import { type Browser, type BrowserContextOptions, test as base, expect } from '@playwright/test'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './client'
import { Reviewer } from './reviewer'

type Name = 'almond' | 'birch' | 'cedar' | 'maple' | 'oak' | 'admin'

type Fixtures = {
  /** Signs a demo person in, in a browser context of their own, on this kind of device. */
  as: (name: Name, device?: BrowserContextOptions) => Promise<Reviewer>
  /** A reader who has never signed in. */
  anonymous: () => Promise<Reviewer>
  /** A statement of this test's own on the demo desk. */
  statement: { id: string; title: string }
}

/** Text for tests that need a statement of their own: overlapping things to claim, a repeated phrase, an emoji, two scripts. */
const HARBOUR_TEXT = [
  'The harbour handled more cargo last year than in any year before. Every berth was full in June.',
  'Arrivals rose by 40 per cent while costs fell. Arrivals rose by 40 per cent on weekends too. 🚢',
  'No worker lost a job, and no house lost its view. مرفأ',
].join('\n')

/**
 * Every test's pages share one rule: an unexpected console error, a page error or an answer of 500 and above fails the
 * test, whatever the test itself was looking at.
 */
export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const opened = opener(browser)
    await use(async (name, device) => {
      const account = DEMO_ACCOUNTS.find(({ email }) => email.startsWith(`${name}@`))
      if (!account) throw new Error(`there is no demo account called ${name}`)
      const reviewer = await opened.open(account.name, device)
      await reviewer.signIn(account.email, DEMO_PASSWORD)
      return reviewer
    })
    await opened.close()
  },
  anonymous: async ({ browser }, use) => {
    const opened = opener(browser)
    await use(() => opened.open('a reader'))
    await opened.close()
  },
  statement: async ({ playwright, baseURL }, use, info) => {
    const client = await Client.signIn(playwright, baseURL ?? '', 'almond@demo.example', DEMO_PASSWORD)
    const title = `${info.title} (${info.testId.slice(-6)}-${info.workerIndex}-${info.retry})`.slice(0, 200)
    const { id } = await client.post<{ id: string }>('/statements', {
      title,
      claimant: 'Harbour authority',
      language: 'en',
      text: HARBOUR_TEXT,
    })
    await use({ id, title })
    await client.close()
  },
})

function opener(browser: Browser) {
  const people: Reviewer[] = []
  return {
    async open(name: string, device?: BrowserContextOptions) {
      const context = await browser.newContext(device)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const reviewer = new Reviewer(name, await context.newPage())
      people.push(reviewer)
      return reviewer
    },
    async close() {
      for (const { page } of people) await page.context().close()
      expect(
        people.flatMap(({ troubles }) => troubles),
        'nothing went wrong behind the screens',
      ).toEqual([])
    },
  }
}

export { expect }

import AxeBuilder from '@axe-core/playwright'
import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { expect, test } from './support/test'

test('a reader works the consensus of a publication out again, and a changed copy is found out', async ({
  anonymous,
  playwright,
  baseURL,
}) => {
  const editor = await Client.signIn(playwright, baseURL ?? '', 'maple@demo.example', DEMO_PASSWORD)
  const { items } = await editor.get<{ items: { id: string }[] }>('/statements?search=Kazakhstan')
  const { url } = await editor.post<{ url: string }>(`/statements/${items[0]?.id}/shares`)
  await editor.close()
  const link = new URL(url).pathname
  const token = link.slice('/s/'.length)

  const { page } = await anonymous()
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(link)
  const hash = await page
    .locator('code', { hasText: /^[0-9a-f]{64}$/ })
    .first()
    .textContent()
  await page.getByRole('link', { name: 'replay it in your browser' }).click()

  const result = page.getByRole('region', { name: /of .* claims as published$/ })
  await expect(result.getByRole('heading', { level: 2 })).toHaveText('5 of 5 claims as published')
  await expect(result.getByText(hash ?? 'no hash')).toBeVisible()
  const first = result.getByRole('article').first()
  await expect(first.getByText('Agreed Mostly false (2 of 3)')).toBeVisible()
  await expect(first.getByRole('row', { name: /^Majority 2 of 3 on one rating; 2 of 3 needed ✓ holds$/ })).toBeVisible()
  // The secret is asked for with the page and its data alone; the replay page has it after the #.
  expect([...new Set(asked.filter(path => path.includes(token)))].sort()).toEqual([link, `${link}/snapshot.json`])

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }

  const data = await (await page.request.get(`${link}/snapshot.json`)).text()
  const changed = data.replace('"status":"AGREED"', '"status":"SPLIT"')
  await page.getByLabel('Or a publication’s data').setInputFiles({
    name: 'snapshot.json',
    mimeType: 'application/json',
    buffer: Buffer.from(changed),
  })
  await expect(page.getByRole('heading', { name: 'Not as published: claim 1' })).toBeVisible()
  await expect(page.getByText('DIFFERS from what was published: status SPLIT, replayed AGREED')).toBeVisible()

  await page.getByLabel('A public link of this desk').fill('https://elsewhere.example/s/token')
  await page.getByRole('button', { name: 'Replay' }).click()
  await expect(page.getByRole('alert')).toContainText('alone. Save that publication’s data')
  await page.getByLabel('A public link of this desk').fill(url)
  await page.getByLabel('A public link of this desk').press('Enter')
  await expect(page.getByRole('heading', { name: '5 of 5 claims as published' })).toBeVisible()
})

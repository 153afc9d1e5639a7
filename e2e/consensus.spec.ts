import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/test'

const SPLIT = 'Articles 2 and 4 of the Collective Security Treaty'

test('an administrator sees what a policy would change before setting it', async ({ as }) => {
  const { page } = await as('admin')
  await page.goto('/settings/policy')
  await page.getByRole('button', { name: 'Change the policy…' }).click()
  const effect = page.getByRole('region', { name: 'What it would change' })
  await expect(effect.getByRole('status')).toHaveText(/^Nothing would change in \d+ closed rounds\.$/)

  await page.getByLabel('Spread').fill('2')
  await expect(effect.getByRole('status')).toHaveText(/^\d+ of \d+ closed rounds would have come out otherwise\.$/)
  const change = effect.getByRole('listitem').filter({ hasText: SPLIT })
  await expect(change).toContainText('2 steps apart')
  await expect(change).toContainText('Agreed: Mostly true (2 of 3; one says Mostly false).')
  await expect(change.getByRole('link')).toHaveAttribute('href', /^\/statements\/[\w-]+\?claim=[\w-]+$/)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual(
    [],
  )

  await page.getByLabel('Quorum').fill('50')
  await expect(page.getByText(/^This desk has \d+ members whose verdicts count; this takes 50 verdicts/)).toBeVisible()
  await expect(effect).toHaveCount(0)
  await page.getByRole('button', { name: /^Set version/ }).click()
  await expect(page.getByLabel('Quorum')).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(page.getByRole('button', { name: 'Change the policy…' })).toBeVisible()
})

test('a split shows what would settle it, who stands where, and every verdict side by side', async ({ as }) => {
  const { page, rail, panel } = await as('almond')
  await page.goto('/statements')
  await page.getByRole('link', { name: 'Official Statement on the events in Kazakhstan' }).first().click()
  await rail.getByRole('link', { name: SPLIT }).click()
  await expect(panel.getByText('Agreed on Mostly true if one more reviewer said')).toBeVisible()

  const plot = panel.getByRole('button', { name: '2 Mostly true, 1 Mostly false. Who said what' })
  await plot.focus()
  await expect(panel.getByText('Almond (demo reviewer), Birch (demo reviewer)')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel.getByText('Almond (demo reviewer), Birch (demo reviewer)')).toBeHidden()

  await panel.getByRole('button', { name: 'Compare side by side' }).click()
  const compare = page.getByRole('dialog', { name: 'Round 1, side by side' })
  await expect(compare.getByRole('article')).toHaveCount(3)
  const [left, right] = await Promise.all(
    ['Almond (demo reviewer) (you)', 'Cedar (demo reviewer)'].map(name =>
      compare.getByRole('article').filter({ hasText: name }).boundingBox(),
    ),
  )
  expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0)
  expect(left?.y).toBe(right?.y)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual(
    [],
  )
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('button', { name: 'Compare side by side' })).toBeFocused()
})

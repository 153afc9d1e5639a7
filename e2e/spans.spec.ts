import { expect, test } from './support/test'

const KAZAKHSTAN = 'Official Statement on the events in Kazakhstan'

test('where spans overlap the person chooses, and a marker opens its own', async ({ as }) => {
  const cedar = await as('cedar')
  await cedar.page.goto('/statements')
  await cedar.page.getByRole('link', { name: KAZAKHSTAN }).first().click()
  await cedar.clickPassage('hijacked')
  const chooser = cedar.page.getByRole('dialog', { name: '2 claims here' })
  await expect(chooser.getByRole('button')).toHaveCount(2)
  await cedar.page.keyboard.press('ArrowDown')
  await cedar.page.keyboard.press('Enter')
  await expect(
    cedar.panel.getByRole('heading', { name: 'Local and foreign terrorist groups took over the demonstrations.' }),
  ).toBeVisible()
  await expect(cedar.page).toHaveURL(/\?claim=/)

  await cedar.page.getByRole('button', { name: /^Split: Peaceful demonstrations/ }).click()
  await expect(cedar.panel.getByRole('heading', { name: /^Peaceful demonstrations in Almaty/ })).toBeVisible()

  await test.step('a reload keeps the place', async () => {
    await cedar.page.reload()
    await expect(cedar.panel.getByRole('heading', { name: /^Peaceful demonstrations in Almaty/ })).toBeVisible()
  })
})

test('a browser that cannot paint highlights shows them all the same', async ({ as }) => {
  const cedar = await as('cedar')
  await cedar.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Highlight')
    Reflect.deleteProperty(CSS, 'highlights')
  })
  await cedar.page.goto('/statements')
  await cedar.page.getByRole('link', { name: KAZAKHSTAN }).first().click()
  const beheaded = cedar.text.locator('.hl[data-r="false"]')
  await expect(beheaded).toHaveText('two of young soldiers were beheaded staying on their knees')
  await beheaded.click()
  await expect(cedar.panel.getByRole('heading', { name: 'Two soldiers were beheaded while kneeling.' })).toBeVisible()
  await expect(cedar.text.locator('.hl.is-selected').first()).toBeVisible()
})

test('a claim is highlighted by keyboard alone', async ({ as, statement }) => {
  const almond = await as('almond')
  await almond.openStatement(statement)
  await almond.text.focus()
  await almond.page.keyboard.press('Control+Home')
  for (let word = 0; word < 4; word++) await almond.page.keyboard.press('Control+Shift+ArrowRight')
  await expect(almond.page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
  await almond.page.keyboard.press('h')
  const field = almond.panel.getByLabel('What does this passage assert?')
  await expect(field).toBeFocused()
  await almond.page.keyboard.type('The harbour handled more cargo than ever.')
  await almond.page.keyboard.press('Enter')
  await expect(almond.rail.getByRole('link', { name: 'The harbour handled more cargo than ever.' })).toBeVisible()
})

import { expect, test } from './support/test'

const SENTENCE = 'Arrivals at the harbour rose by 40 per cent.'

test('a statement goes from a highlight to a public link, and the link ends', async ({ as, anonymous, statement }) => {
  const [almond, birch, cedar, maple] = await Promise.all([as('almond'), as('birch'), as('cedar'), as('maple')])
  await Promise.all([almond, birch, cedar, maple].map(person => person.openStatement(statement)))

  await test.step('one highlights, all see it without reloading', async () => {
    await almond.claim('Arrivals rose by 40 per cent while costs fell.', SENTENCE)
    await expect(birch.rail.getByRole('link', { name: SENTENCE })).toBeVisible()
    await expect(birch.page.getByRole('button', { name: `Awaiting: ${SENTENCE}` })).toBeVisible()
  })

  await test.step('verdicts stay sealed, as a count, until the round closes', async () => {
    await almond.cast(SENTENCE, { rating: 'False', why: 'The register shows a fall of 4 per cent.' })
    await birch.openClaim(SENTENCE)
    await maple.openClaim(SENTENCE)
    for (const person of [birch, maple]) {
      await expect(person.panel.getByText(/1 of 3 verdicts is in/)).toBeVisible()
      await expect(person.page.getByText('The register shows a fall')).toHaveCount(0)
    }
    await birch.cast(SENTENCE, { rating: 'False', why: 'Same table, other year.' })
    await cedar.cast(SENTENCE, { rating: 'Mostly false', why: 'Weekends did rise.' })
    for (const person of [almond, birch, maple]) {
      await expect(person.panel.getByText(/^Agreed: False \(2 of 3; one says Mostly false\)/)).toBeVisible()
      await expect(person.panel.getByText('The register shows a fall of 4 per cent.')).toBeVisible()
    }
  })

  await test.step('an editor who did not vote approves, bound to what they saw', async () => {
    await maple.page.keyboard.press('a')
    const sheet = maple.page.getByRole('dialog', { name: 'Approve' })
    await sheet.getByLabel('Explanation for readers').fill('The harbour’s register shows fewer arrivals, not more [1].')
    await sheet.getByRole('button', { name: /^Approve/ }).click()
    await expect(maple.rail.getByRole('link', { name: SENTENCE })).toContainText('Approved: False')
    await expect(almond.rail.getByRole('link', { name: SENTENCE })).toContainText('Approved: False')
  })

  const address = await test.step('publishes it and makes a link', async () => {
    await maple.page.getByRole('button', { name: /^Publish/ }).click()
    const dialog = maple.page.getByRole('dialog', { name: /Publish/ })
    await dialog.getByRole('button', { name: /^Publish/ }).click()
    await dialog.getByRole('button', { name: /^Create link/ }).click()
    return await dialog.getByRole('textbox', { name: /link/i }).last().inputValue()
  })

  const reader = await anonymous()
  await test.step('anyone reads it without signing in, and reads nothing else', async () => {
    const response = await reader.page.goto(address)
    expect(response?.status()).toBe(200)
    expect(response?.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(response?.headers()['x-robots-tag']).toContain('noindex')
    await expect(reader.page.getByRole('heading', { name: statement.title, level: 1 })).toBeVisible()
    await expect(reader.page.getByText('Sample data, not findings.')).toBeVisible()
    await expect(reader.page.getByText(SENTENCE)).toBeVisible()
    await expect(reader.page.locator('mark')).toContainText('Arrivals rose by 40 per cent while costs fell.')
    const html = await reader.page.content()
    for (const secret of ['Almond', 'Birch', 'Cedar', 'Maple', 'almond@']) expect(html).not.toContain(secret)
    expect(html).not.toContain('<script')
  })

  await test.step('revoked, it ends at the next request', async () => {
    const dialog = maple.page.getByRole('dialog', { name: /Publish/ })
    await dialog
      .getByRole('button', { name: /^Revoke/ })
      .first()
      .click()
    await expect(dialog.getByText(/publish a correction or retraction instead/)).toBeVisible()
    await dialog
      .getByRole('button', { name: /^Revoke/ })
      .last()
      .click()
    await expect(dialog.getByText(/Revoked/).first()).toBeVisible()
    const response = await reader.page.goto(address)
    expect(response?.status()).toBe(404)
    await expect(reader.page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
  })
})

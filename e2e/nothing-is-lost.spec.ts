import { expect, test } from './support/test'

const SENTENCE = 'Costs of the harbour fell.'

test('a verdict that cannot be saved keeps what was typed, also across a reload', async ({ as, statement }) => {
  const cedar = await as('cedar')
  await cedar.openStatement(statement)
  await cedar.claim('costs fell', SENTENCE)
  const form = cedar.panel.getByRole('form', { name: 'Your verdict' })
  await form.getByRole('radio', { name: 'Mixed', exact: true }).check()
  await form.getByLabel('Why').fill('Fuel cost less, wages cost more.')

  await test.step('a form that lacks something says what', async () => {
    await form.getByRole('button', { name: /^Cast verdict/ }).click()
    await expect(form.getByText(/source/i).first()).toBeVisible()
  })

  await form.getByRole('button', { name: /^Add source/ }).click()
  await form.getByLabel('Address').fill('https://records.example.org/costs')
  await form.getByLabel('Title', { exact: true }).fill('Annual account')
  await form.getByRole('radio', { name: 'Context', exact: true }).check()

  await test.step('refused, the text stays and the form says why', async () => {
    const detail = 'The desk is very busy. Nothing was saved. Try again in a moment.'
    const refusal = { type: 'about:blank', title: 'Service Unavailable', status: 503, code: 'unavailable', detail }
    await cedar.page.route('**/verdict', route =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
    )
    await form.getByRole('button', { name: /^Cast verdict/ }).click()
    await expect(form.getByText(detail)).toBeVisible()
    await expect(form.getByLabel('Why')).toHaveValue('Fuel cost less, wages cost more.')
    await cedar.page.unroute('**/verdict')
    cedar.troubles.length = 0
  })

  await test.step('reloaded, it is all there', async () => {
    await cedar.page.reload()
    await expect(form.getByLabel('Why')).toHaveValue('Fuel cost less, wages cost more.')
    await expect(form.getByRole('radio', { name: 'Mixed', exact: true })).toBeChecked()
  })

  await test.step('offline, it waits, and goes in by itself when the connection is back', async () => {
    await cedar.page.context().setOffline(true)
    await form.getByRole('button', { name: /^Cast verdict/ }).click()
    await expect(form.getByText(/cannot be reached/)).toBeVisible()
    await cedar.page.context().setOffline(false)
    await expect(cedar.panel.getByText('Your verdict is in', { exact: true })).toBeVisible()
    cedar.troubles.length = 0
  })
})

test('a sentence half written survives putting the composer away', async ({ as, statement }) => {
  const almond = await as('almond')
  await almond.openStatement(statement)
  await almond.selectPassage('no house lost its view')
  await almond.page.keyboard.press('h')
  const field = almond.panel.getByLabel('What does this passage assert?')
  await field.fill('No house lost')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(almond.text, 'the passage is still selected').toBeFocused()
  await expect(almond.page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
  await almond.page.keyboard.press('h')
  await expect(field).toHaveValue('No house lost')
})

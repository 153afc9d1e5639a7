import { expect, test } from './support/test'

const SENTENCE = 'No worker lost a job.'

test('who rated does not decide, and reviewers see no editor’s tools', async ({ as, statement }) => {
  const [almond, birch, oak] = await Promise.all([as('almond'), as('birch'), as('oak')])
  await Promise.all([almond, birch, oak].map(person => person.openStatement(statement)))
  await almond.claim('No worker lost a job', SENTENCE)

  await expect(almond.page.getByRole('button', { name: /^Publish/ })).toHaveCount(0)
  for (const person of [birch, oak]) await expect(person.rail.getByRole('link', { name: SENTENCE })).toBeVisible()
  for (const person of [almond, birch, oak])
    await person.cast(SENTENCE, { rating: 'True', why: 'Payroll of both years.' })

  await oak.openClaim(SENTENCE)
  await expect(oak.panel.getByText(/^Agreed: True \(3 of 3\)/)).toBeVisible()
  await expect(oak.panel.getByRole('button', { name: /^Approve/ })).toHaveAttribute('aria-disabled', 'true')
  await expect(almond.panel.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
})

test('signed out, every page of the desk leads to signing in and back', async ({ anonymous, statement }) => {
  const { page } = await anonymous()
  for (const path of ['/statements', `/statements/${statement.id}`, '/inbox', '/settings', '/account']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in\?from=/)
  }
  const reply = await page.request.get('/api/v1/statements')
  expect(reply.status()).toBe(401)
  expect(reply.headers()['content-type']).toContain('application/problem+json')
})

test('a wrong password and an unknown address get the same words', async ({ anonymous }) => {
  const { page } = await anonymous()
  const said: string[] = []
  for (const email of ['almond@demo.example', 'nobody@demo.example']) {
    await page.goto('/sign-in')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password at all')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const refusal = page.getByRole('main').getByRole('alert')
    await expect(refusal).toBeVisible()
    said.push((await refusal.textContent()) ?? '')
  }
  expect(said[0]).not.toBe('')
  expect(said[1]).toBe(said[0])
})

test('signing out everywhere ends the other windows too', async ({ as }) => {
  const [here, there] = await Promise.all([as('birch'), as('birch')])
  await here.page.goto('/account')
  await here.page.getByRole('button', { name: /^Sign out everywhere/ }).click()
  const confirm = here.page.getByRole('dialog').getByRole('button', { name: /^Sign out everywhere/ })
  if (await confirm.isVisible()) await confirm.click()
  await expect(here.page).toHaveURL(/\/sign-in/)
  await there.page.goto('/statements')
  await expect(there.page).toHaveURL(/\/sign-in/)
})

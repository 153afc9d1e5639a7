import type { Reviewer } from './support/reviewer'
import { seriousOn } from './support/serious-on'
import { expect, test } from './support/test'

const SENTENCE = 'No worker lost a job.'
const QUOTE = 'No worker lost a job, and no house lost its view.'

/** Casts what the form is filled with: one's own last verdict, unless another rating is chosen. */
async function castAgain({ panel }: Reviewer, round: number, rating?: string) {
  await expect(panel.getByText(`Round ${round}`, { exact: false }).first()).toBeVisible()
  const form = panel.getByRole('form', { name: 'Your verdict' })
  if (rating) await form.getByRole('radio', { name: rating, exact: true }).check()
  await form.getByRole('button', { name: /^Cast verdict/ }).click()
  await expect(form).toHaveCount(0)
}

test('a claim nobody can agree on is escalated, resolved, published, reported, taken up again and corrected', async ({
  as,
  anonymous,
  statement,
}) => {
  test.setTimeout(300_000)
  const [almond, birch, cedar, maple, oak] = await Promise.all([
    as('almond'),
    as('birch'),
    as('cedar'),
    as('maple'),
    as('oak'),
  ])
  const reviewers = [almond, birch, cedar]
  await Promise.all([...reviewers, maple, oak].map(person => person.openStatement(statement)))

  await test.step('three reviewers split', async () => {
    await almond.claim(QUOTE, SENTENCE)
    for (const person of [birch, cedar, maple])
      await expect(person.rail.getByRole('link', { name: SENTENCE })).toBeVisible()
    await almond.cast(SENTENCE, { rating: 'True', why: 'The payroll of both years lists the same names.' })
    await birch.cast(SENTENCE, { rating: 'True', why: 'The union reports no notice given.' })
    await cedar.cast(SENTENCE, { rating: 'False', why: 'Eleven seasonal contracts were not renewed.' })
    await maple.openClaim(SENTENCE)
    await expect(maple.panel.getByText(/^Split: 2 say True, 1 says False/)).toBeVisible()
  })

  await test.step('they discuss it, and a second and a third round end no better', async () => {
    await cedar.panel.getByLabel('Comment', { exact: true }).fill('Is a contract that ends a job lost?')
    await cedar.panel.getByRole('button', { name: /^Comment|^Post|^Add comment/ }).click()
    await expect(almond.panel.getByText('Is a contract that ends a job lost?')).toBeVisible()
    for (const round of [2, 3]) {
      await maple.panel.getByRole('button', { name: `Start round ${round}` }).click()
      for (const person of reviewers) await castAgain(person, round)
    }
    await expect(maple.panel.getByText(/^Escalated after 3 rounds: 2 say True, 1 says False/)).toBeVisible()
  })

  await test.step('it comes to the editors with its whole record', async () => {
    await oak.page.goto('/inbox')
    await oak.page.getByRole('link', { name: SENTENCE }).first().click()
    await expect(oak.panel.getByText('Eleven seasonal contracts were not renewed.').first()).toBeVisible()
    await expect(oak.panel.getByText('Is a contract that ends a job lost?')).toBeVisible()
    await expect(oak.panel.getByText(/^Round 1/).first()).toBeAttached()
  })

  await test.step('one editor resolves it and publishes', async () => {
    await maple.panel.getByRole('button', { name: 'Resolve…' }).click()
    const sheet = maple.page.getByRole('dialog', { name: 'Resolve' })
    await sheet.getByRole('radio', { name: 'True', exact: true }).check()
    await sheet.getByLabel(/^Why this stands/).fill('A contract that ends is not a dismissal.')
    await sheet.getByLabel('Explanation for readers').fill('Both payrolls list the same permanent staff [1].')
    await sheet.getByRole('button', { name: /^Resolve/ }).click()
    await expect(maple.rail.getByRole('link', { name: SENTENCE })).toContainText('True')
  })

  const address = await test.step('publishes it and makes a link', async () => {
    await maple.page.getByRole('button', { name: /^Publish/ }).click()
    const dialog = maple.page.getByRole('dialog', { name: /Publish/ })
    await dialog.getByRole('button', { name: /^Publish/ }).click()
    await dialog.getByRole('button', { name: /^Create link/ }).click()
    const link = await dialog.getByRole('textbox', { name: /link/i }).last().inputValue()
    await maple.page.keyboard.press('Escape')
    return link
  })

  const reader = await anonymous()
  const card = reader.page.getByRole('article', { name: SENTENCE })
  const receipt = await test.step('a reader reports an error', async () => {
    await reader.page.goto(address)
    await expect(card).toContainText('A contract that ends is not a dismissal.')
    await card.getByRole('link', { name: 'Report an error' }).click()
    await reader.page.getByLabel(/^What is wrong/).fill('The harbour’s own report lists two dismissals.')
    await reader.page.getByRole('button', { name: 'Send the report' }).click()
    await expect(reader.page.getByRole('heading', { name: 'Your report', level: 1 })).toBeVisible()
    expect(await seriousOn(reader.page)).toEqual([])
    return reader.page.url()
  })

  await test.step('the other editor reopens the claim from the report, and the page says so at once', async () => {
    await oak.page.goto('/inbox')
    const report = oak.page.getByRole('article').filter({ hasText: 'The harbour’s own report lists two dismissals.' })
    await report.getByRole('button', { name: 'Reopen the claim…' }).click()
    const dialog = oak.page.getByRole('dialog', { name: 'Reopen this claim?' })
    await expect(dialog.getByLabel('Why')).toHaveValue(/two dismissals/)
    await dialog.getByRole('button', { name: 'Reopen', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await reader.page.goto(address)
    await expect(card).toContainText('This check is under review again since')
  })

  await test.step('the reviewers now agree, and it is approved', async () => {
    for (const person of reviewers) await castAgain(person, 4, 'False')
    await expect(maple.panel.getByText(/^Agreed: False \(3 of 3\)/)).toBeVisible()
    await maple.panel.getByRole('button', { name: /^Approve/ }).click()
    const sheet = maple.page.getByRole('dialog', { name: 'Approve' })
    await sheet.getByLabel('Explanation for readers').fill('The harbour’s report lists two dismissals [1].')
    await sheet.getByRole('button', { name: /^Approve/ }).click()
    await expect(maple.rail.getByRole('link', { name: SENTENCE })).toContainText('Approved: False')
  })

  await test.step('what changed is published as a correction', async () => {
    await maple.page.getByRole('button', { name: /^Publish/ }).click()
    const dialog = maple.page.getByRole('dialog', { name: 'Publish' })
    const change = dialog.getByRole('region', { name: `What changed: ${SENTENCE}` })
    await change.getByRole('radio', { name: /^Correction/ }).check()
    await change.getByLabel('What changed').fill('Two workers were dismissed.')
    await change.getByLabel('Why', { exact: true }).fill('A reader pointed us to the harbour’s own report.')
    await dialog.getByRole('button', { name: /^Publish with 1 correction/ }).click()
    await expect(dialog.getByText('Publication 2 says all there is')).toBeVisible()
    await reader.page.goto(address)
    await expect(reader.page.getByRole('complementary', { name: 'Corrections since' })).toContainText(
      'Two workers were dismissed.',
    )
  })

  await test.step('and the reader finds the answer and the correction at the address of the receipt', async () => {
    await oak.page.goto('/inbox')
    const report = oak.page.getByRole('article').filter({ hasText: 'The harbour’s own report lists two dismissals.' })
    await report.getByRole('button', { name: 'Link to a correction…' }).click()
    const dialog = oak.page.getByRole('dialog', { name: 'Link the report to a correction' })
    await dialog.getByLabel('Correction', { exact: true }).selectOption({ index: 1 })
    await dialog.getByLabel('Answer').fill('Thank you: you were right.')
    await dialog.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await reader.page.goto(receipt)
    await expect(reader.page.getByText('Thank you: you were right.')).toBeVisible()
    await expect(reader.page.getByText('Two workers were dismissed.')).toBeVisible()
  })
})

import { expect, test } from './support/test'

const SENTENCE = 'Every berth was full in June.'

test('a split is discussed, rated again under seal, and agreed', async ({ as, statement }) => {
  const [almond, birch, cedar, maple] = await Promise.all([as('almond'), as('birch'), as('cedar'), as('maple')])
  await Promise.all([almond, birch, cedar, maple].map(person => person.openStatement(statement)))
  await almond.claim('Every berth was full in June.', SENTENCE)
  for (const person of [birch, cedar, maple])
    await expect(person.rail.getByRole('link', { name: SENTENCE })).toBeVisible()

  await almond.cast(SENTENCE, { rating: 'True', why: 'The June log lists no free berth.' })
  await birch.cast(SENTENCE, { rating: 'True', why: 'Photographs of each week.' })
  await cedar.cast(SENTENCE, { rating: 'False', why: 'Berth nine was closed for repairs.' })

  await test.step('the split says by how much and by which clause', async () => {
    await maple.openClaim(SENTENCE)
    await expect(maple.panel.getByText(/^Split: 2 say True, 1 says False, 4 steps apart/)).toBeVisible()
    await expect(maple.panel.getByText(/Agreement needs two of three/)).toBeVisible()
  })

  await test.step('comments open with the split', async () => {
    const box = almond.panel.getByLabel('Comment', { exact: true })
    await box.fill('Does a berth under repair count as full?')
    await almond.panel.getByRole('button', { name: /^Comment|^Post|^Add comment/ }).click()
    await expect(cedar.panel.getByText('Does a berth under repair count as full?')).toBeVisible()
  })

  await test.step('the next round is sealed and starts from one’s own last verdict', async () => {
    await maple.panel.getByRole('button', { name: /^Start round 2/ }).click()
    await expect(cedar.panel.getByText(/round 2/i).first()).toBeVisible()
    const form = cedar.panel.getByRole('form', { name: 'Your verdict' })
    await expect(form.getByRole('radio', { name: 'False', exact: true })).toBeChecked()
    await expect(form.getByLabel('Why')).toHaveValue('Berth nine was closed for repairs.')
    await form.getByRole('radio', { name: 'Mostly true', exact: true }).check()
    await form.getByLabel('Why').fill('All but one berth, which was under repair.')
    await form.getByRole('button', { name: /^Cast verdict/ }).click()
    await expect(cedar.panel.getByText('Your verdict is in', { exact: true })).toBeVisible()
    await expect(almond.page.getByText('All but one berth, which was under repair.')).toHaveCount(0)
  })

  await test.step('and ends in agreement', async () => {
    for (const person of [almond, birch]) {
      const form = person.panel.getByRole('form', { name: 'Your verdict' })
      await form.getByRole('button', { name: /^Cast verdict/ }).click()
    }
    await expect(maple.panel.getByText(/^Agreed: True \(2 of 3; one says Mostly true\)/)).toBeVisible()
  })
})

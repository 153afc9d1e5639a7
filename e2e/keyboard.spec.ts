import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Keyboardist } from './support/keyboardist'
import { expect, test } from './support/test'

const SENTENCE = 'Arrivals rose by 40 per cent while costs fell.'
const CLAIM = 'Arrivals at the harbour rose by 40 per cent.'
const INNER = 'Arrivals rose by two fifths.'

test('a statement is annotated and rated with the keyboard alone', async ({ anonymous, statement }) => {
  const reader = await anonymous()
  const { page, panel, rail, text } = reader
  const keys = new Keyboardist(page)

  await test.step('signs in and opens the statement', async () => {
    const almond = DEMO_ACCOUNTS.find(({ email }) => email.startsWith('almond@'))
    await page.goto('/sign-in')
    await keys.tabTo(page.getByLabel('Email'))
    await keys.type(almond?.email ?? '')
    await keys.tabTo(page.getByLabel('Password', { exact: true }))
    await keys.type(DEMO_PASSWORD)
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Statements', level: 1 })).toBeVisible()
    await keys.tabTo(page.getByRole('link', { name: statement.title }).first())
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: statement.title, level: 1 })).toBeVisible()
    await expect(text).toBeVisible()
  })

  await test.step('steps to a sentence', async () => {
    await keys.tabTo(text)
    await keys.hears(/^Sentence 1 of 7: The harbour handled more cargo/)
    await keys.press('ArrowDown', 'ArrowDown')
    await keys.hears(`Sentence 3 of 7: ${SENTENCE}`)
    await keys.press('ArrowDown', 'ArrowUp')
    await keys.hears(`Sentence 3 of 7: ${SENTENCE}`)
  })

  await test.step('grows and shrinks a selection by sentence and by word', async () => {
    await keys.press('Shift+ArrowDown')
    await keys.hears(`Selected, 9 words: ${SENTENCE}`)
    await keys.press('Shift+ArrowRight')
    await keys.hears(`Selected, 10 words: ${SENTENCE} Arrivals`)
    await keys.press('Shift+ArrowLeft')
    await keys.hears(`Selected, 9 words: ${SENTENCE}`)
    await keys.press('Escape')
    await keys.hears('Nothing is selected any more.')
    expect(await keys.selected()).toBe('')
  })

  await test.step('claims the sentence it is in, with nothing selected', async () => {
    await keys.press('h')
    await expect(panel.getByLabel('What does this passage assert?')).toBeFocused()
    await expect(panel.getByText(`“${SENTENCE}”`)).toBeVisible()
    await keys.type(CLAIM)
    await keys.press('Enter')
    await keys.hears('Claim saved.')
    await expect(panel.getByRole('heading', { name: CLAIM })).toBeFocused()
    await expect(rail.getByRole('link', { name: CLAIM })).toBeVisible()
  })

  await test.step('goes back to the text, and claims some words of it as well', async () => {
    await keys.press('Escape')
    await expect(text).toBeFocused()
    await keys.hears(`Sentence 3 of 7: ${SENTENCE} Part of 1 claim. Awaiting: ${CLAIM}`)
    for (let word = 0; word < 6; word++) await keys.press('Shift+ArrowRight')
    await keys.hears('Selected, 6 words: Arrivals rose by 40 per cent')
    await keys.press('h')
    await keys.type(INNER)
    await keys.press('Enter')
    await expect(panel.getByRole('heading', { name: INNER })).toBeFocused()
  })

  await test.step('rates it: rating, reason, source, cast', async () => {
    await keys.press('2')
    const form = panel.getByRole('form', { name: 'Your verdict' })
    await expect(form.getByRole('radio', { name: 'Mostly false', exact: true })).toBeChecked()
    await keys.tabTo(form.getByLabel('Why'))
    await keys.type('The register shows a rise of 4 per cent.')
    if ((await form.getByLabel('Address').count()) === 0) {
      await keys.tabTo(form.getByRole('button', { name: /^Add source/ }))
      await keys.press('Enter')
    }
    await keys.tabTo(form.getByLabel('Address').last())
    await keys.type('https://records.example.org/register')
    await keys.tabTo(form.getByLabel('Title', { exact: true }).last())
    await keys.type('Harbour register')
    await keys.tabTo(form.getByLabel(/^Publisher( optional)?$/).last())
    await keys.type('Records office')
    await keys.tabTo(form.getByRole('radio', { name: /^(Supports|Refutes|Context)$/ }).first())
    await keys.choose(form.getByRole('radio', { name: 'Refutes', exact: true }).last())
    await keys.press('Control+Enter')
    await expect(form).toHaveCount(0)
    await expect(panel.getByText(/Your verdict is in/)).toBeVisible()
  })

  await test.step('goes back to its span, and from there to the one it lies in', async () => {
    await keys.press('t')
    await expect(text).toBeFocused()
    await keys.press('[')
    await keys.hears(`Span 1 of 2: “${SENTENCE}” Awaiting: ${CLAIM} It overlaps 1 other span.`)
    await expect(text).toBeFocused()
    await keys.press(']')
    await keys.hears(`Span 2 of 2: “Arrivals rose by 40 per cent”. Awaiting: ${INNER} It overlaps 1 other span.`)
    await keys.press(']')
    await keys.hears('This is the last span.')
    await keys.press('[')
    await keys.hears(/^Span 1 of 2/)
    await keys.press('Enter')
    await expect(panel.getByRole('heading', { name: CLAIM })).toBeFocused()
  })

  await test.step('backs out one level at a time', async () => {
    await keys.press('Escape')
    await expect(text).toBeFocused()
    await expect(panel.getByRole('heading', { name: CLAIM })).toBeVisible()
    await keys.press('Escape')
    await keys.hears('Claim closed.')
    await expect(panel.getByRole('heading', { name: CLAIM })).toHaveCount(0)
    await expect(page).not.toHaveURL(/claim=/)
  })

  await test.step('chooses where several claims stand', async () => {
    await keys.press('ArrowUp', 'ArrowDown')
    await keys.hears(/Part of 2 claims/)
    await keys.press('Enter')
    await expect(page.getByRole('dialog', { name: '2 claims here' }).getByRole('button').first()).toBeFocused()
    await keys.press('ArrowDown', 'Enter')
    await expect(panel.getByRole('heading', { name: INNER })).toBeFocused()
  })
})

test('from the list to a claim and back to its place in the list', async ({ as, statement }) => {
  const almond = await as('almond')
  await almond.openStatement(statement)
  await almond.claim('costs fell', 'Costs fell.')
  const keys = new Keyboardist(almond.page)
  const item = almond.rail.getByRole('link', { name: 'Costs fell.' })
  await item.focus()
  await keys.press('Enter')
  await expect(almond.panel.getByRole('heading', { name: 'Costs fell.' })).toBeFocused()
  await keys.press('Escape')
  await expect(item).toBeFocused()
  await expect(almond.panel.getByRole('heading', { name: 'Costs fell.' })).toBeVisible()

  await test.step('a marker says which claim it stands for', async () => {
    const marker = almond.page.getByRole('button', { name: 'Awaiting: Costs fell.' })
    const details = await marker.getAttribute('aria-details')
    await expect(almond.page.locator(`#${details}`)).toContainText('Costs fell.')
  })
})

test('switched off, the keys are the browser’s own', async ({ as, statement }) => {
  const almond = await as('almond')
  await almond.openStatement(statement)
  const keys = new Keyboardist(almond.page)
  await almond.text.focus()
  await keys.press('?')
  const help = almond.page.getByRole('dialog', { name: 'Keyboard' })
  await expect(help.getByRole('heading', { name: 'In the statement' })).toBeVisible()
  await expect(help.getByText('Select a sentence more or less')).toBeVisible()
  await keys.tabTo(help.getByRole('checkbox', { name: /Single-key shortcuts/ }))
  await keys.press('Space', 'Escape')
  await expect(almond.text).toBeFocused()
  await keys.press('Control+Home', 'Shift+ArrowRight', 'Shift+ArrowRight')
  expect(await keys.selected()).toBe('Th')
  await keys.press('h')
  await expect(almond.panel.getByLabel('What does this passage assert?')).toHaveCount(0)
})

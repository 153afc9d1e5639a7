import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { seriousOn } from './support/serious-on'
import { expect, test } from './support/test'

test.describe.configure({ timeout: 240_000 })

/** A row as GET https://api.hypothes.is/api/search gives it. */
function row(id: string, text: string, quote: { exact: string; prefix: string; suffix: string } | null, more = {}) {
  const uri = 'https://harbour.example/speech'
  return {
    id,
    created: '2026-03-01T10:00:00.000000+00:00',
    updated: '2026-03-01T10:00:00.000000+00:00',
    user: 'acct:reader@hypothes.is',
    uri,
    text,
    tags: ['claim'],
    group: '__world__',
    permissions: { read: ['group:__world__'], admin: [], update: [], delete: [] },
    target: [
      quote
        ? {
            source: uri,
            selector: [
              {
                type: 'RangeSelector',
                startContainer: '/div[1]/p[2]',
                startOffset: 0,
                endContainer: '/div[1]/p[2]',
                endOffset: 32,
              },
              { type: 'TextPositionSelector', start: 1_812, end: 1_844 },
              { type: 'TextQuoteSelector', ...quote },
            ],
          }
        : { source: uri },
    ],
    document: { title: ['A speech'] },
    links: { html: `https://hypothes.is/a/${id}`, json: `https://api.hypothes.is/api/annotations/${id}` },
    flagged: false,
    hidden: false,
    user_info: { display_name: null },
    ...more,
  }
}

const HYPOTHESIS = {
  total: 5,
  rows: [
    row('hYpA1', 'Every berth was full in June.', {
      exact: 'Every berth was full in June.',
      prefix: 'last year than in any year before. ',
      suffix: '\n    Arrivals rose by 40 per cent',
    }),
    row('hYpA2', 'Arrivals rose by 40 per cent.', { exact: 'Arrivals rose by 40 per cent', prefix: '', suffix: '' }),
    row('hYpA3', '', {
      exact: 'The harbour handled less cargo last year than in any year before',
      prefix: '',
      suffix: '',
    }),
    row('hYpA4', 'A fine page.', null),
    row('hYpA5', 'I disagree.', null, { references: ['hYpA1'] }),
  ],
}

test('annotations of Hypothesis become claims: what is certain at once, the rest by a person, by keyboard too', async ({
  as,
  statement,
}) => {
  const { page } = await as('birch')
  await page.goto(`/statements/${statement.id}`)
  await page.getByRole('link', { name: 'Import annotations' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import annotations' })).toBeVisible()
  const source = page.getByLabel('The annotations, as JSON')

  await test.step('what is no JSON, or no annotation, is refused at the field', async () => {
    await source.fill('[{')
    await page.getByRole('button', { name: 'Look at the annotations' }).click()
    await expect(source).toHaveAccessibleDescription(/This is not JSON/)
    await source.fill('{"a": 1}')
    await page.getByRole('button', { name: 'Look at the annotations' }).click()
    await expect(page.getByText('These are no annotations in a format that is known here')).toBeVisible()
  })

  const certain = page.getByRole('region', { name: /^Found for certain/ })
  const uncertain = page.getByRole('region', { name: /^For you to place/ })

  await test.step('a preview in three groups', async () => {
    await page.getByLabel('Annotation file').setInputFiles({
      name: 'annotations.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(HYPOTHESIS)),
    })
    await page.getByRole('button', { name: 'Look at the annotations' }).press('Enter')
    await expect(
      page.getByRole('heading', {
        name: '5 annotations: 1 found for certain, 2 for you to place, 2 that cannot be imported.',
      }),
    ).toBeFocused()
    await expect(certain.locator('mark')).toHaveText('Every berth was full in June.')
    await expect(certain.getByRole('checkbox')).toBeChecked()
    await expect(uncertain.getByText('These words stand at 2 places.')).toBeVisible()
    await expect(uncertain.getByText(/^These words do not stand in the text/)).toBeVisible()
    for (const box of await uncertain.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
    await expect(page.getByText('It is a note on the page as a whole: it quotes no words.')).toBeVisible()
    expect(await seriousOn(page), 'the preview').toEqual([])
  })

  const second = uncertain.getByRole('group', { name: /^Arrivals rose by 40 per cent/ })
  const third = uncertain.getByRole('group', { name: /^Annotation 3/ })

  await test.step('a person places what is uncertain, and is told what is missing', async () => {
    await second.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(second.getByRole('radio').nth(1)).toBeChecked()
    await third
      .getByRole('radio', { name: /^Suggestion, other words/ })
      .first()
      .check()
    await page.getByRole('button', { name: 'Import 3 claims' }).click()
    await expect(page.getByText('One annotation needs a change.')).toBeVisible()
    const sentence = third.getByLabel('The claim in one sentence')
    await expect(sentence).toBeFocused()
    await expect(sentence).toHaveAccessibleDescription(/Write the claim in one sentence/)
    await sentence.fill('The harbour handled more cargo last year than ever.')
  })

  await test.step('all of it survives a reload', async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: 'Import 3 claims' })).toBeVisible()
    await expect(second.getByRole('radio').nth(1)).toBeChecked()
    await expect(third.getByLabel('The claim in one sentence')).toHaveValue(
      'The harbour handled more cargo last year than ever.',
    )
  })

  await test.step('the claims stand on the desk, where they were placed', async () => {
    await page.getByRole('button', { name: 'Import 3 claims' }).press('Enter')
    await expect(page.getByRole('heading', { name: '3 claims are on the desk.' })).toBeFocused()
    expect(await seriousOn(page), 'what was made').toEqual([])
    await page.getByRole('link', { name: 'To the statement' }).click()
    const rail = page.locator('#rail')
    for (const sentence of [
      'Every berth was full in June.',
      'Arrivals rose by 40 per cent.',
      'The harbour handled more cargo last year than ever.',
    ]) {
      await expect(rail.getByRole('link', { name: sentence })).toBeVisible()
    }
  })

  await test.step('a second time they are known, and left out', async () => {
    await page.goto(`/statements/${statement.id}/import`)
    await expect(source).toHaveValue('')
    await source.fill(JSON.stringify(HYPOTHESIS))
    await page.getByRole('button', { name: 'Look at the annotations' }).click()
    await expect(page.getByText('Imported before, as')).toHaveCount(3)
    await expect(page.getByRole('button', { name: 'Import 0 claims' })).toBeDisabled()
  })
})

test('what the desk exports comes back through the screen on another statement of the same text', async ({
  as,
  statement,
  playwright,
  baseURL,
}) => {
  const client = await Client.signIn(playwright, baseURL ?? '', 'almond@demo.example', DEMO_PASSWORD)
  const { text } = await client.get<{ text: string }>(`/statements/${statement.id}`)
  const exact = 'Arrivals rose by 40 per cent'
  for (const start of [text.indexOf(exact), text.lastIndexOf(exact)]) {
    await client.post(`/statements/${statement.id}/claims`, {
      claimReviewed: `Arrivals rose, ${start}.`,
      targets: [{ start, end: start + exact.length, exact }],
    })
  }
  const exported = await client.get<object>(`/statements/${statement.id}/annotations`)
  const copy = await client.post<{ id: string }>('/statements', {
    title: `${statement.title.slice(0, 180)} (copy)`,
    claimant: 'Harbour authority',
    language: 'en',
    text,
  })

  const { page } = await as('cedar')
  await page.goto(`/statements/${copy.id}/import`)
  await page.getByLabel('The annotations, as JSON').fill(JSON.stringify(exported))
  await page.getByRole('button', { name: 'Look at the annotations' }).click()
  await page.getByRole('button', { name: 'Import 2 claims' }).click()
  await expect(page.getByRole('heading', { name: '2 claims are on the desk.' })).toBeVisible()

  type Claims = { items: { claimReviewed: string; targets: { start: number; end: number; exact: string }[] }[] }
  const spansOf = ({ items }: Claims) =>
    items.map(({ claimReviewed, targets }) => [claimReviewed, targets.map(({ start, end }) => [start, end])])
  expect(spansOf(await client.get<Claims>(`/statements/${copy.id}/claims`))).toEqual(
    spansOf(await client.get<Claims>(`/statements/${statement.id}/claims`)),
  )
  await client.close()
})

import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { seriousOn } from './support/serious-on'
import { expect, test } from './support/test'

const SENTENCE = 'Every berth was full in June.'

test('what was published and is decided otherwise is corrected, in front of those who read it', async ({
  as,
  anonymous,
  statement,
  playwright,
  baseURL,
}) => {
  const signIn = (name: string) => Client.signIn(playwright, baseURL ?? '', `${name}@demo.example`, DEMO_PASSWORD)
  const [editor, ...reviewers] = await Promise.all(['oak', 'almond', 'birch', 'cedar'].map(signIn))
  if (!editor) throw new Error('nobody signed in')
  const { id: claimId } = await editor.post<{ id: string }>(`/statements/${statement.id}/claims`, {
    claimReviewed: SENTENCE,
    targets: [{ exact: SENTENCE }],
  })
  const read = (client: Client) => client.get<{ version: number; contentHash: string }>(`/claims/${claimId}`)
  const source = { title: 'Harbour register', url: 'https://records.example/harbour' }
  const castAll = async (rating: string) => {
    for (const client of reviewers) {
      await client.put(`/claims/${claimId}/verdict`, {
        version: (await read(client)).version,
        rating,
        confidence: 'HIGH',
        rationale: 'The log of June.',
        citations: [{ stance: 'CONTEXT', source }],
      })
    }
  }
  await castAll('TRUE')
  const maple = await as('maple')
  const decider = await signIn('maple')
  const approve = async () =>
    decider.post(`/claims/${claimId}/decision`, {
      action: 'APPROVE',
      contentHash: (await read(decider)).contentHash,
      explanation: 'The log lists every berth [1].',
    })
  await approve()
  await editor.post(`/statements/${statement.id}/publications`)
  const { url: first } = await editor.post<{ url: string }>(`/statements/${statement.id}/shares`)

  const reader = await anonymous()
  const card = reader.page.getByRole('article', { name: SENTENCE })
  await test.step('reopened, its page says so at once', async () => {
    await reader.page.goto(first)
    await expect(card).toContainText('No corrections.')
    const { version } = await read(editor)
    await editor.post(`/claims/${claimId}/reopen`, { version, reason: 'A second log was found.' })
    await reader.page.reload()
    await expect(card).toContainText('This check is under review again since')
  })

  await test.step('the editor is asked what changed, and keeps what was written', async () => {
    await castAll('FALSE')
    await approve()
    await maple.openStatement(statement)
    await maple.page.getByRole('button', { name: /^Publish/ }).click()
    const dialog = maple.page.getByRole('dialog', { name: 'Publish' })
    const change = dialog.getByRole('region', { name: `What changed: ${SENTENCE}` })
    await expect(change).toContainText('Publication 1 says True. Now it is False.')
    await expect(change.getByRole('radio')).toHaveCount(2)
    await dialog.getByRole('button', { name: /^Publish with 1 correction/ }).click()
    await expect(change.getByText('Choose what this is.')).toBeVisible()
    await change.getByLabel('What changed').fill('Berth nine was closed in June.')
    await maple.page.reload()
    await maple.page.getByRole('button', { name: /^Publish/ }).click()
    await expect(change.getByLabel('What changed')).toHaveValue('Berth nine was closed in June.')
    await change.getByRole('radio', { name: /^Correction/ }).check()
    await change.getByLabel('Why', { exact: true }).fill('We had not seen the second log.')
    expect(await seriousOn(maple.page)).toEqual([])
    await dialog.getByRole('button', { name: /^Publish with 1 correction, as 2/ }).click()
    await expect(dialog.getByText('Publication 2 says all there is')).toBeVisible()
  })

  await test.step('a note needs no publication', async () => {
    const dialog = maple.page.getByRole('dialog', { name: 'Publish' })
    await dialog.getByRole('button', { name: 'Correct something…' }).click()
    await dialog.getByRole('radio', { name: /^Clarification/ }).check()
    await dialog.getByLabel('What changed').fill('June is that of last year.')
    await dialog.getByLabel('Why', { exact: true }).fill('A reader asked.')
    await dialog.getByRole('button', { name: 'Publish the note' }).click()
    await expect(dialog.getByText('2 corrections so far')).toBeVisible()
  })

  await test.step('the earlier page tells of both, the current one has the correction, the log lists them', async () => {
    await reader.page.reload()
    const banner = reader.page.getByRole('complementary', { name: 'Corrections since' })
    await expect(banner).toContainText('Berth nine was closed in June. A later publication has it.')
    await expect(banner).toContainText('June is that of last year.')
    await expect(card).toContainText('Why: We had not seen the second log.')
    const { url: second } = await editor.post<{ url: string }>(`/statements/${statement.id}/shares`)
    await reader.page.goto(second)
    await expect(card).toContainText('False')
    await expect(card).toContainText('Berth nine was closed in June.')
    expect(await seriousOn(reader.page)).toEqual([])
    await reader.page.getByRole('link', { name: 'The log of corrections' }).click()
    await expect(reader.page.getByRole('heading', { name: 'Corrections', level: 1 })).toBeVisible()
    await expect(reader.page.getByRole('listitem')).toHaveCount(2)

    await maple.page.goto(`/corrections?statement=${statement.id}`)
    await expect(maple.page.getByText('2 corrections', { exact: true })).toBeVisible()
    await maple.page.getByRole('link', { name: 'Correction', exact: true }).click()
    await expect(maple.page.getByText('1 correction', { exact: true })).toBeVisible()
  })
})

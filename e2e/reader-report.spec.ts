import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { seriousOn } from './support/serious-on'
import { expect, test } from './support/test'

const SENTENCE = 'Every berth was full in June.'
const WRONG = 'Berth nine was closed in June: see the harbour log.'

test('a reader without JavaScript reports an error, the editor answers, the reader reads the answer', async ({
  as,
  browser,
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
  const source = { title: 'Harbour register', url: 'https://records.example/harbour' }
  for (const client of reviewers) {
    const { version } = await client.get<{ version: number }>(`/claims/${claimId}`)
    await client.put(`/claims/${claimId}/verdict`, {
      version,
      rating: 'TRUE',
      confidence: 'HIGH',
      rationale: 'The log of June.',
      citations: [{ stance: 'SUPPORTS', source }],
    })
  }
  const decider = await signIn('maple')
  const { contentHash } = await decider.get<{ contentHash: string }>(`/claims/${claimId}`)
  const explanation = 'The log lists every berth [1].'
  await decider.post(`/claims/${claimId}/decision`, { action: 'APPROVE', contentHash, explanation })
  await editor.post(`/statements/${statement.id}/publications`)
  const { url } = await editor.post<{ url: string }>(`/statements/${statement.id}/shares`)

  const context = await browser.newContext({ javaScriptEnabled: false })
  const reader = await context.newPage()
  const refused: string[] = []
  reader.on('response', reply => {
    if (reply.status() >= 500) refused.push(`${reply.status()} ${reply.url()}`)
  })
  let receipt = ''
  await test.step('the reader reports it from the check, and what they got wrong is kept', async () => {
    await reader.goto(url)
    await reader.getByRole('article', { name: SENTENCE }).getByRole('link', { name: 'Report an error' }).click()
    await expect(reader.getByRole('heading', { name: 'Report an error', level: 1 })).toBeVisible()
    await expect(reader.getByLabel('What is it about?')).toHaveValue('1')
    await reader.getByLabel(/^How can the desk reach you/).fill('y'.repeat(20))
    await reader.getByLabel(/^What is wrong/).fill('   ')
    await reader.getByRole('button', { name: 'Send the report' }).click()
    await expect(reader.getByRole('alert')).toContainText('Not sent.')
    await expect(reader.getByLabel(/^How can the desk reach you/)).toHaveValue('y'.repeat(20))
    await reader.getByLabel(/^How can the desk reach you/).fill('reader@example.org')
    await reader.getByLabel(/^What is wrong/).fill(WRONG)
    await reader.getByRole('button', { name: 'Send the report' }).click()
    await expect(reader.getByRole('heading', { name: 'Your report', level: 1 })).toBeVisible()
    await expect(reader.getByText('The desk has it and has not answered yet.')).toBeVisible()
    await expect(reader.getByText(WRONG)).toBeVisible()
    expect(await context.cookies()).toEqual([])
    receipt = reader.url()
  })

  await test.step('an editor finds it in the inbox and answers', async () => {
    const maple = await as('maple')
    await maple.page.goto('/inbox')
    const reports = maple.page.getByRole('region', { name: 'Reader reports' })
    const report = reports.getByRole('article', { name: SENTENCE }).filter({ hasText: WRONG }).first()
    await expect(report).toContainText('check 1 of publication 1')
    await expect(report).toContainText('reader@example.org')
    expect(await seriousOn(maple.page)).toEqual([])
    await report.getByRole('button', { name: 'Reopen the claim…' }).click()
    const reopen = maple.page.getByRole('dialog', { name: 'Reopen this claim?' })
    await expect(reopen.getByLabel('Why')).toHaveValue(`A reader reported: “${WRONG}”`)
    await reopen.getByRole('button', { name: 'Cancel' }).click()
    await report.getByRole('button', { name: 'Answer…' }).click()
    const dialog = maple.page.getByRole('dialog', { name: 'Answer the reader' })
    await dialog.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(dialog.getByText('Choose what was done.')).toBeVisible()
    await dialog.getByRole('radio', { name: 'Under review' }).check({ force: true })
    await dialog.getByLabel('Answer', { exact: true }).fill('Thank you. We are reading the log again.')
    await dialog.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(report).toContainText('Thank you. We are reading the log again.')
  })

  await test.step('a correction that names the report answers it', async () => {
    const { items } = await editor.get<{ items: { id: string; text: string; claim: { id: string } | null }[] }>(
      '/reports',
    )
    const reportIds = items.filter(({ claim }) => claim?.id === claimId).map(({ id }) => id)
    await editor.post(`/statements/${statement.id}/corrections`, {
      claimId,
      kind: 'CLARIFICATION',
      whatChanged: 'Berth nine does not count: it was being built.',
      why: 'A reader asked.',
      reportIds,
    })
  })

  await test.step('the reader reads the answers and has their address deleted', async () => {
    await reader.goto(receipt)
    await expect(reader.getByText('The desk corrected what it had published.')).toBeVisible()
    await expect(reader.getByText('Thank you. We are reading the log again.')).toBeVisible()
    await expect(reader.getByText('Berth nine does not count: it was being built.').first()).toBeVisible()
    await reader.getByRole('button', { name: 'Delete it now' }).click()
    await expect(reader.getByText('The desk has no way to reach you but this page.')).toBeVisible()
    expect(refused).toEqual([])
  })
  await context.close()

  await test.step('both pages can be used by everyone', async () => {
    const scripted = await browser.newContext()
    const page = await scripted.newPage()
    for (const address of [`${url}/report?check=1`, receipt]) {
      await page.goto(address)
      expect(await seriousOn(page)).toEqual([])
    }
    await scripted.close()
  })
  for (const client of [editor, decider, ...reviewers]) await client.close()
})

test('a member records that the claimant was asked, and what they replied', async ({
  as,
  statement,
  playwright,
  baseURL,
}) => {
  const almond = await as('almond')
  await almond.openStatement(statement)
  await almond.claim(SENTENCE, SENTENCE)
  const panel = almond.panel
  await expect(panel.getByText('has not been asked about this claim.')).toBeVisible()
  await panel.getByRole('button', { name: 'Record a contact…' }).click()
  const asked = almond.page.getByRole('dialog', { name: 'Record a contact' })
  await asked.getByLabel('Who was asked').fill('The harbour’s press office')
  await asked.getByLabel('Asked on').fill('2026-11-02')
  await asked.getByLabel('Answer asked for by').fill('2026-11-09')
  await asked.getByLabel('Note').fill('press@harbour.example')
  await expect(asked.getByRole('checkbox', { name: SENTENCE })).toBeChecked()
  await asked.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(asked).toHaveCount(0)
  await expect(panel.getByText('Asked on 2 November 2026 by e-mail; no reply by 9 November 2026.')).toBeVisible()
  await expect(panel.getByText('Overdue.')).toBeVisible()

  await panel.getByRole('button', { name: 'Record the answer…' }).click()
  const answer = almond.page.getByRole('dialog', { name: 'Record the answer' })
  await answer.getByRole('radio', { name: 'Replied' }).check()
  await answer.getByLabel('On', { exact: true }).fill('2026-11-12')
  await answer.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(answer.getByText('Say what they replied, word for word or in short.')).toBeVisible()
  await answer.getByLabel('Their words').fill('We count every berth, also the closed one.')
  await answer.getByRole('button', { name: 'Add where it can be read' }).click()
  await answer.getByLabel('Address').fill('https://records.example/reply')
  await answer.getByLabel('Title', { exact: true }).fill('Reply of the harbour')
  expect(await seriousOn(almond.page)).toEqual([])
  await answer.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(answer).toHaveCount(0)
  await expect(panel.getByText('We count every berth, also the closed one.')).toBeVisible()

  const client = await Client.signIn(playwright, baseURL ?? '', 'birch@demo.example', DEMO_PASSWORD)
  const { items } = await client.get<{ items: { asked: string; outcomes: { result: string }[] }[] }>(
    `/statements/${statement.id}/contacts`,
  )
  expect(items).toMatchObject([{ asked: 'The harbour’s press office', outcomes: [{ result: 'REPLIED' }] }])
  await client.close()
})

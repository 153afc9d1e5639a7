import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { seriousOn } from './support/serious-on'
import { expect, test } from './support/test'

const CLAIMS = {
  berths: { sentence: 'Every berth was full in June.', exact: 'Every berth was full in June' },
  arrivals: { sentence: 'Arrivals rose by 40 per cent.', exact: 'Arrivals rose by 40 per cent while costs fell' },
  jobs: { sentence: 'No worker lost a job.', exact: 'No worker lost a job' },
  view: { sentence: 'No house lost its view.', exact: 'no house lost its view' },
  cargo: { sentence: 'The harbour handled a record of cargo.', exact: 'The harbour handled more cargo last year' },
}
type Name = keyof typeof CLAIMS

const CORRECTED = [
  'The unions agree that not one worker lost a job.',
  'The harbour handled more cargo last year than in any year before. Every berth was full in May.',
  'Arrivals rose by 4 per cent while costs fell. Arrivals rose by 40 per cent on weekends too. 🚢',
].join('\n')

test('a corrected text suspends what it changes until a person has looked at each passage', async ({
  as,
  anonymous,
  statement,
  playwright,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const signIn = (name: string) => Client.signIn(playwright, baseURL ?? '', `${name}@demo.example`, DEMO_PASSWORD)
  const [oak, maple, ...reviewers] = await Promise.all(['oak', 'maple', 'almond', 'birch', 'cedar'].map(signIn))
  if (!oak || !maple) throw new Error('nobody signed in')
  const ids = new Map<Name, string>()
  for (const name of Object.keys(CLAIMS) as Name[]) {
    const { sentence, exact } = CLAIMS[name]
    const claim = { claimReviewed: sentence, targets: [{ exact }] }
    ids.set(name, (await oak.post<{ id: string }>(`/statements/${statement.id}/claims`, claim)).id)
  }
  type Read = {
    version: number
    contentHash: string
    suspendedAt: string | null
    stage: string
    round: { number: number }
  }
  const read = (client: Client, name: Name) => client.get<Read>(`/claims/${ids.get(name)}`)
  for (const client of reviewers) {
    await client.put(`/claims/${ids.get('berths')}/verdict`, {
      version: (await read(client, 'berths')).version,
      rating: 'TRUE',
      confidence: 'HIGH',
      rationale: 'The log of June.',
      citations: [{ stance: 'CONTEXT', source: { title: 'Harbour register', url: 'https://records.example/harbour' } }],
    })
  }
  const { contentHash } = await read(maple, 'berths')
  const approval = { action: 'APPROVE', contentHash, explanation: 'The log lists every berth [1].' }
  await maple.post(`/claims/${ids.get('berths')}/decision`, approval)
  await oak.post(`/statements/${statement.id}/publications`)
  const { url } = await oak.post<{ url: string }>(`/statements/${statement.id}/shares`)

  const editor = await as('maple')
  const { page } = editor
  const queue = page.getByRole('navigation', { name: 'Passages to repair' })
  const heading = (name: Name) => page.getByRole('heading', { name: CLAIMS[name].sentence })

  await test.step('the editor sees what the text does before it is stored', async () => {
    await editor.openStatement(statement)
    await page.getByRole('link', { name: 'Version 1' }).click()
    await page.getByRole('link', { name: 'Add a version…' }).click()
    await expect(page.getByRole('button', { name: 'See what changes' })).toBeEnabled()
    await page.getByRole('button', { name: /^Start from the text of version 1/ }).click()
    await page.getByRole('button', { name: 'See what changes' }).click()
    await expect(page.getByText('This is the current text, character for character.')).toBeVisible()
    await page.getByLabel('The text').fill(CORRECTED)
    await page.getByLabel(/^Why is there a new text/).fill('The authority corrected its report.')
    await page.reload()
    await expect(page.getByLabel('The text')).toHaveValue(CORRECTED)
    await page.getByRole('button', { name: 'See what changes' }).click()
    await expect(page.getByText(/^Of 5 passages 1 stands as before; 2 passages changed, 2 are gone\./)).toBeVisible()
    await expect(page.getByRole('deletion').filter({ hasText: 'June' }).first()).toBeVisible()
    await expect(page.getByRole('insertion').filter({ hasText: 'May' }).first()).toBeVisible()
    expect((await read(oak, 'berths')).suspendedAt).toBeNull()
    expect(await seriousOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Add version 2' }).click()
    await expect(queue).toContainText('4 passages to look at')
  })

  await test.step('a reviewer reads that it is suspended, and why nothing can be cast', async () => {
    const almond = await as('almond')
    await almond.openStatement(statement)
    await expect(almond.page.getByRole('complementary', { name: 'The text has changed' })).toContainText('Version 2:')
    await almond.openClaim(CLAIMS.arrivals.sentence)
    await expect(almond.panel.getByRole('heading', { name: 'The text changed under this claim' })).toBeVisible()
    await expect(almond.panel.getByText('number: 40 → 4')).toBeVisible()
    expect(await seriousOn(almond.page)).toEqual([])
    await almond.page.goto(`/statements/${statement.id}/repair`)
    await expect(almond.page.getByText('Only who created the claim, or an editor, can do this.')).toBeVisible()
    await almond.page.goto(`/statements/${statement.id}/versions/new`)
    await expect(almond.page.getByLabel('The text')).toHaveCount(0)
  })

  const reader = await anonymous()
  const card = reader.page.getByRole('article', { name: CLAIMS.berths.sentence })
  await test.step('readers see that it is under review again', async () => {
    await reader.page.goto(url)
    await expect(card).toContainText('This check is under review again since')
  })

  await test.step('the same claim: its approval stands again', async () => {
    await queue.getByRole('link', { name: CLAIMS.berths.sentence }).click()
    await expect(heading('berths')).toBeVisible()
    await expect(page.getByText('date: June → May')).toBeVisible()
    expect(await seriousOn(page)).toEqual([])
    await page.getByRole('button', { name: /^Same claim: verdicts stand/ }).click()
    const sure = page.getByRole('dialog', { name: 'Is it still the same claim?' })
    await expect(sure).toContainText('date: June → May')
    await sure.getByRole('button', { name: 'Same claim: verdicts stand' }).click()
    await expect(sure.getByText('Say why it is the same claim.')).toBeVisible()
    await sure.getByLabel('Why it is the same claim').fill('A slip of the pen; the log is that of May.')
    expect(await seriousOn(page)).toEqual([])
    await sure.getByRole('button', { name: 'Same claim: verdicts stand' }).click()
    await expect(queue).toContainText('3 passages to look at')
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
    expect(await read(oak, 'berths')).toMatchObject({ suspendedAt: null, stage: 'DECIDED' })
    await reader.page.reload()
    await expect(card).toContainText('Every berth was full in June.')
    await expect(card).not.toContainText('under review again')
  })

  await test.step('it says something else: rated afresh', async () => {
    await queue.getByRole('link', { name: CLAIMS.arrivals.sentence }).click()
    await expect(heading('arrivals')).toBeVisible()
    await page.keyboard.press('f')
    const dialog = page.getByRole('dialog', { name: 'Rate it afresh' })
    await expect(dialog).toContainText('Arrivals rose by 4 per cent while costs fell')
    await expect(dialog.getByText('The sentence is as it was.')).toBeVisible()
    await dialog.getByLabel('What does this passage assert?').fill('Arrivals rose by 4 per cent.')
    await expect(dialog.getByText('The sentence is as it was.')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(queue).toContainText('2 passages to look at')
    expect(await read(oak, 'arrivals')).toMatchObject({
      suspendedAt: null,
      claimReviewed: 'Arrivals rose by 4 per cent.',
    })
  })

  await test.step('it stands elsewhere: found by selecting it in the text', async () => {
    await queue.getByRole('link', { name: CLAIMS.jobs.sentence }).click()
    await expect(heading('jobs')).toBeVisible()
    const elsewhere = page.getByRole('button', { name: /^It stands elsewhere/ })
    if ((await elsewhere.getAttribute('aria-expanded')) === 'false') await elsewhere.click()
    await editor.selectPassage('not one worker lost a job')
    await page
      .getByRole('toolbar', { name: 'Selected text' })
      .getByRole('button', { name: /^It stands here/ })
      .click()
    await page.getByRole('button', { name: /^Same claim: verdicts stand/ }).click()
    await expect(queue).toContainText('1 passage to look at')
    expect(await read(oak, 'jobs')).toMatchObject({
      suspendedAt: null,
      targets: [{ exact: 'not one worker lost a job', anchorState: 'ANCHORED' }],
    })
  })

  await test.step('what is gone is withdrawn, and all stand again', async () => {
    await expect(heading('view')).toBeVisible()
    await page.getByRole('button', { name: /^Withdraw the claim/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw claim' }).click()
    await expect(page.getByRole('heading', { name: 'All passages stand again' })).toBeFocused()
    await page.getByRole('link', { name: 'See the versions' }).click()
    await expect(page.getByRole('heading', { name: 'Versions of the text' })).toBeVisible()
    await page.getByRole('button', { name: 'Inline' }).click()
    await expect(page).toHaveURL(/view=inline/)
    await page.keyboard.press('j')
    await expect(page.getByRole('heading', { name: /^Change 1 of/ })).toBeVisible()
    expect(await seriousOn(page)).toEqual([])
  })
})

test('a lost claim is found again by selecting on the workbench', async ({ as, statement, playwright, baseURL }) => {
  const oak = await Client.signIn(playwright, baseURL ?? '', 'oak@demo.example', DEMO_PASSWORD)
  const { sentence, exact } = CLAIMS.view
  const claim = { claimReviewed: sentence, targets: [{ exact }] }
  const { id } = await oak.post<{ id: string }>(`/statements/${statement.id}/claims`, claim)
  const { text } = await oak.get<{ text: string }>(`/statements/${statement.id}`)
  const kept = text.split('\n').filter(line => !line.includes(exact))
  const elsewhere = ['The view of every house was kept.', ...kept].join('\n')
  await oak.post(`/statements/${statement.id}/versions`, { basedOn: 1, text: elsewhere })

  const maple = await as('maple')
  await maple.openStatement(statement)
  await expect(maple.rail.getByRole('heading', { name: 'No longer in the text' })).toBeVisible()
  await expect(maple.rail.getByRole('link', { name: sentence })).toContainText(exact)
  await maple.selectPassage('The view of every house was kept')
  await maple.page.getByRole('button', { name: 'Add to claim…' }).click()
  const dialog = maple.page.getByRole('dialog', { name: 'Add to a claim' })
  await dialog.getByRole('group', { name: 'Is this where one of these stands now?' }).getByRole('radio').check()
  await dialog.getByLabel('Why it is the same claim').fill('The sentence was turned round.')
  await dialog.getByRole('button', { name: 'It stands here' }).click()
  await expect(maple.panel.getByRole('heading', { name: sentence })).toBeVisible()
  await expect(maple.rail.getByRole('heading', { name: 'No longer in the text' })).toHaveCount(0)
  expect(await oak.get(`/claims/${id}`)).toMatchObject({ suspendedAt: null, round: { number: 1 } })
})

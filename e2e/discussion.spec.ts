import type { PlaywrightWorkerArgs } from '@playwright/test'
import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { seriousOn } from './support/serious-on'
import { expect, test } from './support/test'

const SENTENCE = 'Costs fell while arrivals rose by 40 per cent.'
const ALMOND = 'Almond (demo reviewer)'
const BIRCH = 'Birch (demo reviewer)'
const CEDAR = 'Cedar (demo reviewer)'

// Two people, both themes, and axe in between.
test.describe.configure({ timeout: 240_000 })

test('a split is talked over: named, told, answered with a quotation, reworded and settled', async ({
  as,
  statement,
  playwright,
  baseURL,
}) => {
  await splitClaim(playwright, baseURL ?? '', statement.id)
  const [almond, birch] = await Promise.all([as('almond'), as('birch')])
  await almond.openStatement(statement)
  await almond.openClaim(SENTENCE)
  const box = almond.panel.getByLabel('Comment', { exact: true })

  await test.step('the discussion is what a split asks for, and an @ names someone by keyboard alone', async () => {
    await expect(almond.panel.getByText(/^The round is split: talk it over/)).toBeVisible()
    await box.focus()
    await box.pressSequentially('Which costs, @')
    const people = almond.panel.getByRole('listbox', { name: 'Members of the desk' })
    await expect(people.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    const field = almond.panel.getByRole('combobox', { name: 'Comment' })
    await expect(field).toBeFocused()
    await field.press('ArrowDown')
    const second = people.getByRole('option').nth(1)
    await expect(second).toHaveAttribute('aria-selected', 'true')
    await expect(field).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '')
    expect(await seriousOn(almond.page), 'with the list open').toEqual([])
    await field.press('Escape')
    await expect(people).toHaveCount(0)
    await expect(box).toHaveValue('Which costs, @')
    await box.press('Backspace')
    await box.pressSequentially('@bir')
    await expect(people.getByRole('option')).toHaveText([BIRCH])
    await expect(almond.page.getByText('1 person, arrow keys to choose')).toBeAttached()
    await box.press('Enter')
    await expect(box).toHaveValue(`Which costs, @${BIRCH} `)
    await box.pressSequentially('those of the quay?')
    await box.press('ControlOrMeta+Enter')
    await expect(box).toHaveValue('')
    await expect(almond.panel.getByText(`@${BIRCH}`, { exact: true })).toBeVisible()
    await expect(almond.panel.getByText('1 open thread')).toBeVisible()
  })

  await test.step('who was named is told, and led to the comment', async () => {
    await birch.page.goto('/statements')
    const bell = birch.page.getByRole('button', { name: /^\d+ unread notices?$/ })
    await bell.focus()
    await bell.press('Enter')
    const notices = birch.page.getByRole('region', { name: 'Notices' })
    const notice = notices.getByRole('link', { name: new RegExp(`Unread: ${escaped(ALMOND)} mentioned you`) }).first()
    await expect(notice).toBeVisible()
    expect(await seriousOn(birch.page), 'with the notices open').toEqual([])
    await birch.page.keyboard.press('Escape')
    await expect(notices).toHaveCount(0)
    await expect(bell).toBeFocused()
    await bell.press('Enter')
    await notice.click()
    await expect(birch.panel.getByRole('heading', { name: SENTENCE })).toBeVisible()
    await expect(birch.panel.getByRole('listitem').filter({ hasText: 'those of the quay?' })).toBeFocused()
    await birch.page.getByRole('button', { name: /unread notice/ }).click()
    await expect(notices.getByRole('link', { name: /mentioned you/ }).first()).not.toHaveAccessibleName(/^Unread/)
    await birch.page.keyboard.press('Escape')
  })

  await test.step('an answer quotes a verdict, and waits for the other to want to see it', async () => {
    await box.fill('Half a thought')
    await birch.panel.getByRole('button', { name: `Answer ${ALMOND}` }).click()
    const answer = birch.panel.getByLabel(`Answer ${ALMOND}`, { exact: true })
    await expect(answer).toBeFocused()
    await birch.panel.getByRole('button', { name: `Quote in discussion: ${CEDAR}’s verdict` }).press('Enter')
    await expect(answer).toBeFocused()
    await expect(birch.panel.getByRole('region', { name: /^Discussion/ }).getByRole('blockquote')).toContainText(
      'The ledger shows a rise.',
    )
    await answer.fill('Cedar read the ledger.')
    await birch.panel.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(birch.panel.getByText('Cedar read the ledger.')).toBeVisible()

    await expect(almond.panel.getByRole('button', { name: '1 new comment' })).toBeVisible()
    await expect(almond.panel.getByText('Cedar read the ledger.')).toHaveCount(0)
    await almond.panel.getByRole('button', { name: '1 new comment' }).click()
    await expect(almond.panel.getByText('Cedar read the ledger.')).toBeVisible()
    const quotation = almond.panel.getByRole('region', { name: /^Discussion/ }).getByRole('blockquote')
    await expect(quotation).toContainText('False')
    await quotation.getByRole('link', { name: CEDAR }).click()
    await expect(almond.panel.getByRole('article').filter({ hasText: 'The ledger shows a rise.' }).last()).toBeFocused()
    await expect(box).toHaveValue('Half a thought')
  })

  await test.step('a comment is reworded, and says so', async () => {
    await birch.panel.getByRole('button', { name: 'Edit', exact: true }).click()
    const words = birch.panel.getByLabel('Your comment')
    await expect(words).toHaveValue('Cedar read the ledger.')
    await words.fill('Cedar read the ledger of 2024.')
    await words.press('ControlOrMeta+Enter')
    await expect(birch.panel.getByRole('button', { name: 'Edit', exact: true })).toBeFocused()
    await expect(almond.panel.getByText('Cedar read the ledger of 2024.')).toBeVisible()
    const edited = almond.panel.getByRole('button', { name: `Edited: earlier wordings of ${BIRCH}’s comment` })
    await edited.click()
    const dialog = almond.page.getByRole('dialog', { name: 'Earlier wordings' })
    await expect(dialog.getByText('Cedar read the ledger.', { exact: true })).toBeVisible()
    await almond.page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(edited).toBeFocused()
  })

  await test.step('axe finds nothing serious, in either theme', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await almond.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await seriousOn(almond.page), colorScheme).toEqual([])
    }
  })

  await test.step('a thread is settled to one line, and stays open before who is reading it', async () => {
    await almond.panel.getByRole('button', { name: `Mark as resolved: thread of ${ALMOND}` }).click()
    const line = almond.panel.getByRole('button', { name: new RegExp(`^Resolved by ${escaped(ALMOND)}`) })
    await expect(line).toBeFocused()
    await expect(line).toHaveAttribute('aria-expanded', 'false')
    await expect(almond.panel.getByText('Cedar read the ledger of 2024.')).toHaveCount(0)
    await expect(almond.panel.getByText(/open threads?$/)).toHaveCount(0)
    await expect(birch.panel.getByRole('button', { name: /^Resolved by/ })).toBeVisible()
    await expect(birch.panel.getByText('Cedar read the ledger of 2024.')).toBeVisible()
    expect(await seriousOn(almond.page), 'settled').toEqual([])
    await line.press('Enter')
    await almond.panel.getByRole('button', { name: `Take up again: thread of ${ALMOND}` }).click()
    await expect(almond.panel.getByText('1 open thread')).toBeVisible()
  })

  await test.step('it waits while the next round is sealed, and what was begun is kept', async () => {
    const maple = await Client.signIn(playwright, baseURL ?? '', 'maple@demo.example', DEMO_PASSWORD)
    const { items } = await maple.get<{ items: { id: string; version: number }[] }>(
      `/statements/${statement.id}/claims`,
    )
    await maple.post(`/claims/${items[0]?.id}/rounds`, { version: items[0]?.version })
    await maple.close()
    await expect(almond.panel.getByText(/^Comments wait until the round closes/)).toContainText('is kept')
    await expect(almond.panel.getByText('Cedar read the ledger of 2024.')).toBeVisible()
    const talk = almond.panel.getByRole('region', { name: /^Discussion/ })
    await expect(talk.getByRole('button', { name: /^(Answer|Comment|Edit$|Take|Resolve)/ })).toHaveCount(0)
    await expect(almond.panel.getByRole('button', { name: /^Quote in discussion/ })).toHaveCount(0)
  })
})

/** A claim on which Almond and Birch say True and Cedar says False. */
async function splitClaim(
  playwright: PlaywrightWorkerArgs['playwright'],
  origin: string,
  statementId: string,
): Promise<void> {
  const people = await Promise.all(
    ['almond', 'birch', 'cedar'].map(name => Client.signIn(playwright, origin, `${name}@demo.example`, DEMO_PASSWORD)),
  )
  const said = [
    ['TRUE', 'The office says so.'],
    ['TRUE', 'Two reports agree.'],
    ['FALSE', 'The ledger shows a rise.'],
  ] as const
  let claimId = ''
  for (const [index, client] of people.entries()) {
    if (!claimId) {
      const targets = [{ exact: 'costs fell' }]
      const claim = await client.post<{ id: string }>(`/statements/${statementId}/claims`, {
        claimReviewed: SENTENCE,
        targets,
      })
      claimId = claim.id
    }
    const [rating, rationale] = said[index] ?? ['TRUE', 'So.']
    const source = { title: 'Harbour ledger', publisher: 'Records office', url: 'https://records.example.org/ledger' }
    const citations = [{ source, stance: 'SUPPORTS', quote: 'Costs of the year.' }]
    await client.put(`/claims/${claimId}/verdict`, { version: 1, rating, confidence: 'HIGH', rationale, citations })
    await client.close()
  }
}

function escaped(text: string): string {
  return text.replace(/[()]/g, '\\$&')
}

import { DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { Client } from './support/client'
import { seriousOn } from './support/serious-on'
import { expect, test } from './support/test'

const DESK_PAGES = [
  '/statements',
  '/statements/new',
  '/inbox',
  '/corrections',
  '/settings',
  '/settings/members',
  '/settings/scale',
  '/settings/policy',
  '/account',
]

// Reading a page as axe does takes seconds, and there are many.
test.describe.configure({ timeout: 240_000 })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any page of the desk, ${colorScheme}`, async ({ as }) => {
    const admin = await as('admin')
    await admin.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of DESK_PAGES) {
      const response = await admin.page.goto(path)
      if (response?.status() === 404) throw new Error(`there is no page ${path}`)
      await expect(admin.page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await seriousOn(admin.page), path).toEqual([])
    }
  })

  test(`axe finds nothing serious on the workbench and its public page, ${colorScheme}`, async ({
    as,
    anonymous,
    playwright,
    baseURL,
  }) => {
    const maple = await as('maple')
    await maple.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await maple.page.goto('/statements')
    await maple.page.getByRole('link', { name: 'Official Statement on the events in Kazakhstan' }).first().click()
    await expect(maple.text).toBeVisible()
    expect(await seriousOn(maple.page), 'nothing selected').toEqual([])
    for (const sentence of [
      'Two soldiers were beheaded while kneeling.',
      'Articles 2 and 4',
      'The protests were triggered',
      'Local and foreign terrorist groups',
    ]) {
      await maple.rail.getByRole('link', { name: sentence }).click()
      await expect(maple.panel.getByRole('heading', { level: 2 }).first()).toBeVisible()
      expect(await seriousOn(maple.page), sentence).toEqual([])
    }
    const { pathname } = new URL(maple.page.url())
    for (const page of ['import', 'versions', 'versions/new', 'repair']) {
      await maple.page.goto(`${pathname}/${page}`)
      await expect(maple.page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await seriousOn(maple.page), page).toEqual([])
    }

    const reader = await anonymous()
    await reader.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const editor = await Client.signIn(playwright, baseURL ?? '', 'maple@demo.example', DEMO_PASSWORD)
    const { items } = await editor.get<{ items: { id: string; title: string }[] }>('/statements?search=Kazakhstan')
    const { url } = await editor.post<{ url: string }>(`/statements/${items[0]?.id}/shares`)
    await editor.close()
    for (const path of ['/sign-in', new URL(url).pathname, '/s/ended']) {
      await reader.page.goto(path)
      expect(await seriousOn(reader.page), path).toEqual([])
    }
  })
}

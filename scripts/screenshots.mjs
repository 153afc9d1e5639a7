import './lib/require-node.mjs'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { runCommand } from './lib/command.mjs'
import { Problem } from './lib/problem.mjs'
import { inProject } from './lib/project.mjs'

// `npm run docs:screenshots`: the README's pictures, taken from a running sample desk (BASE_URL, or the default address).
const STATEMENT = 'Official Statement on the events in Kazakhstan'
const PASSWORD = 'assay demo desk'

await runCommand(async () => {
  const desk = process.env.BASE_URL ?? 'http://127.0.0.1:3000'
  const found = await findChromium()
  if (!found) throw new Problem('There is no Chromium here. Install one, or name one by CHROMIUM_PATH.')
  const folder = inProject('docs', 'screenshots')
  mkdirSync(folder, { recursive: true })

  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch(found)
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await page.goto(`${desk}/sign-in`)
    await page.getByLabel('Email').fill('maple@demo.example')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('link', { name: STATEMENT }).first().click()
    await page
      .getByRole('navigation', { name: 'Claims' })
      .getByRole('link', { name: /Articles 2 and 4/ })
      .click()
    await page.getByText(/^Split: 2 say/).waitFor()
    await page.screenshot({ path: path.join(folder, 'workbench.png') })
    console.log(path.join(folder, 'workbench.png'))
  } finally {
    await browser.close()
  }
})

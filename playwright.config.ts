import { defineConfig, devices } from '@playwright/test'

const { BASE_URL, CHROMIUM_PATH, CHROMIUM_ARGS } = process.env

/** `npm test -- e2e` starts the desk and finds the browser, and says so through the environment (scripts/test.mjs). */
export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: BASE_URL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: CHROMIUM_PATH || undefined,
      args: CHROMIUM_ARGS ? JSON.parse(CHROMIUM_ARGS) : [],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
})

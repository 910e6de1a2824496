/** Tests of the pages in a real browser, on a real service: `npm run test:browser`. Debian's Chromium; nothing is downloaded. */
import { defineConfig } from '@playwright/test'

const CHROMIUM = '/usr/bin/chromium'

export default defineConfig({
  testDir: '.',
  globalSetup: './build-pages.ts',
  // One after another: the service of a test may need the whole machine.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  outputDir: '../../reports/browser',
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    // What turns on the screen takes processor time from what the test waits for.
    reducedMotion: 'reduce',
    // Chromium has no sandbox for root, as whom continuous integration runs.
    launchOptions: { executablePath: CHROMIUM, args: ['--no-sandbox'] },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'journeys', testMatch: 'journeys/*.ts' },
    { name: 'screens', testMatch: 'screens/*.ts' },
  ],
})

/** Tests of the pages in a real browser against a real service: `npm run test:browser`. Uses Debian's Chromium; nothing is downloaded. */
import { defineConfig } from '@playwright/test'

const CHROMIUM = '/usr/bin/chromium'

export default defineConfig({
  testDir: '.',
  globalSetup: './build-pages.ts',
  // One test at a time: its service may need the whole machine.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  outputDir: '../../reports/browser',
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    // Animations would take processor time from what the test waits for.
    reducedMotion: 'reduce',
    // Chromium has no sandbox for root, which is the user in continuous integration.
    launchOptions: { executablePath: CHROMIUM, args: ['--no-sandbox'] },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'journeys', testMatch: 'journeys/*.ts' },
    { name: 'screens', testMatch: 'screens/*.ts' },
  ],
})

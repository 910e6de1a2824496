/** Runs the tests that `npm test` leaves out because they are slow: `npm run test:long`. */
import { defineConfig } from 'vitest/config'
import { LONG_FILES } from './long-files.ts'

export default defineConfig({
  test: { include: LONG_FILES, testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 },
})

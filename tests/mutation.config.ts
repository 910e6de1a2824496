/** What mutation testing runs: the tests of rules one by one, and the pair property with each rule apart. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'tests/rules/*.test.ts',
      ...['every-rule', 'audit', 'judged', 'rules-page'].map((name) => `tests/${name}.test.ts`),
    ],
    env: { ROTA_CASES: '15', ROTA_ALONE: 'yes' },
    testTimeout: 60_000,
  },
})

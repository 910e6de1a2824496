/**
 * The tests run against mutants: those of rules, and the pair property with each rule separately. With ROTA_RULE set, only those about
 * that rule, or the audit: fewer tests, and none that kills a mutant by chance.
 */
import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const rule = process.env.ROTA_RULE
const own = `tests/rules/${rule}.test.ts`
const ofAll = ['check/every-rule', 'check/audit', 'check/judged', 'scripts/rules-page'].map(
  (name) => `tests/${name}.test.ts`,
)
const tests = rule === 'audit' ? ['tests/check/audit.test.ts'] : [...(existsSync(own) ? [own] : []), ...ofAll]

export default defineConfig({
  test: {
    include: ['tests/mutants/every-test.ts'],
    env: {
      ...{ ROTA_CASES: '15', ROTA_ALONE: 'yes', MUTANTS_TESTS: tests.join(',') },
      ...(rule === undefined ? {} : { ROTA_RULE: rule }),
    },
    testTimeout: 60_000,
    isolate: false,
  },
})

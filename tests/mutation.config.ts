/**
 * What mutation testing runs: the tests of rules one by one, and the pair property with each rule apart. With ROTA_RULE
 * set, only what concerns that rule, or the audit: fewer tests to run first, and none that kills a mutant by chance.
 */
import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const rule = process.env.ROTA_RULE
const own = `tests/rules/${rule}.test.ts`
const ofRules = rule === undefined ? ['tests/rules/*.test.ts'] : existsSync(own) ? [own] : []
const ofAll = ['check/every-rule', 'check/audit', 'check/judged', 'scripts/rules-page'].map(
  (name) => `tests/${name}.test.ts`,
)

export default defineConfig({
  test: {
    include: rule === 'audit' ? ['tests/check/audit.test.ts'] : [...ofRules, ...ofAll],
    env: { ROTA_CASES: '15', ROTA_ALONE: 'yes', ...(rule === undefined ? {} : { ROTA_RULE: rule }) },
    testTimeout: 60_000,
    isolate: false,
  },
})

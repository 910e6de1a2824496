/** The long run of the tenant isolation tests: `npm run test:tenants`. Count and seed can be set in the environment. */
import { defineConfig } from 'vitest/config'

const { ROTA_SEED = '20261130', TENANT_CASES = '20000' } = process.env

export default defineConfig({
  test: {
    include: ['tests/api/access/tenants.test.ts', 'tests/api/access/strays.test.ts'],
    env: { ROTA_SEED, TENANT_CASES },
    testTimeout: 900_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
})

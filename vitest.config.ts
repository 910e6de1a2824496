import { configDefaults, defineConfig } from 'vitest/config'

/** Tests of processes on a PostgreSQL server need one: `npm run test:postgres`. */
const needServer = process.env.ROTA_TEST_DATABASE ? [] : ['tests/postgres/**']

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...needServer],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

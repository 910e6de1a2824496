import { configDefaults, defineConfig } from 'vitest/config'
import { LONG_FILES } from './tests/long-files.ts'

/** Tests of processes on a PostgreSQL server need one, and those of the store run there as well: `npm run test:postgres`. */
const elsewhere = process.env.ROTA_TEST_DATABASE ? [] : ['tests/api/postgres/**', ...LONG_FILES]

const exclude = [...configDefaults.exclude, ...elsewhere]

/** Of values alone: nothing is held open, so one worker reads the code once for all of these files. */
const ofValues = [
  'lp',
  'facts',
  'check',
  'src',
  'report',
  'explain',
  'rules',
  'solver',
  'cases',
  'search',
  'model',
  'scripts',
].map((folder) => `tests/${folder}/**/*.test.ts`)
/** Who may do what: each file has a service of its own, and all share the code that it takes seconds to read. */
const OF_ACCESS = ['tests/api/access/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As many as the smallest machine has cores; where nothing is said, one of them would stand idle.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'values', include: ofValues, exclude, isolate: false } },
      { extends: true, test: { name: 'access', include: OF_ACCESS, exclude, isolate: false } },
      {
        extends: true,
        test: { name: 'doors', include: ['tests/**/*.test.ts'], exclude: [...exclude, ...ofValues, ...OF_ACCESS] },
      },
    ],
  },
})

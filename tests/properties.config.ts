/** The long run of the judges' properties: `npm run test:properties`. Counts and seed can be set in the environment. */
import { defineConfig } from 'vitest/config'

const figures = {
  ROTA_SEED: '20261130',
  ROTA_CASES: '2000',
  ORACLE_CASES: '1000',
  ORACLE_MOST: '20000',
  PERMUTATION_CASES: '200',
  SOLVE_CASES: '300',
  ROTA_FAULTS: 'all',
  ROTA_WEEKS: '400',
  CAUSE_WEEKS: '1000',
}
const asked = Object.entries(figures).map(([name, usual]) => [name, process.env[name] ?? usual] as const)
console.log(asked.map(([name, value]) => `${name}=${value}`).join(' '))

export default defineConfig({
  test: {
    include: [
      'search/contact-plan',
      'check/every-rule',
      'solver/oracle',
      'solver/permutation',
      'check/planted-faults',
      'model/presolve',
      'solver/solve',
      'explain/true-causes',
    ].map((name) => `tests/${name}.test.ts`),
    env: Object.fromEntries(asked),
    testTimeout: 60_000,
    // Groups each file's output under its name, and leaves the machine some capacity.
    maxWorkers: 1,
  },
})

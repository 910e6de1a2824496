/**
 * Mutation testing, rule by rule, so that it can be interrupted and resumed: `npm run test:mutants [-- RULE …]`. Rules with a
 * result under `reports/mutants` are skipped unless named. `--table` prints the results in the format of docs/judges.md.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { RULES } from '../solver/rules/index.ts'

const FOLDER = 'reports/mutants'
const AUDIT = 'audit'
/** Where Stryker writes the result of each run. */
const LATEST = 'reports/mutation.json'

interface Mutant {
  readonly status: string
}

const NAMES = [...RULES.map(({ id }) => id), AUDIT]
const ROWS = ['Killed', 'Timeout', 'Survived', 'NoCoverage'] as const

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((name) => !NAMES.includes(name))
if (unknown.length > 0) {
  console.error(`No rule of THE LIST: ${unknown.join(', ')}.`)
  process.exit(2)
}
mkdirSync(FOLDER, { recursive: true })
if (!process.argv.includes('--table')) {
  for (const name of asked.length > 0 ? asked : NAMES.filter((one) => !existsSync(resultOf(one)))) mutate(name)
}
console.log(table())

function resultOf(name: string): string {
  return `${FOLDER}/${name}.json`
}

function mutate(name: string): void {
  const file = name === AUDIT ? 'solver/check/audit.ts' : `solver/rules/${name}.ts`
  const own = ['--mutate', file, '--incrementalFile', `${FOLDER}/so-far-${name}.json`]
  rmSync(LATEST, { force: true })
  // Ignore the exit code for a score below the threshold; only the result matters here.
  spawnSync('npx', ['stryker', 'run', ...own, '--concurrency', process.env.MUTANTS_AT_ONCE ?? '2'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ROTA_RULE: name },
  })
  if (!existsSync(LATEST)) throw new Error(`${name}: the run ended without a result`)
  copyFileSync(LATEST, resultOf(name))
  console.log(rowOf(name))
}

function mutantsOf(name: string): Mutant[] {
  const report = JSON.parse(readFileSync(resultOf(name), 'utf8')) as {
    readonly files: Record<string, { readonly mutants: readonly Mutant[] }>
  }
  return Object.values(report.files).flatMap(({ mutants }) => mutants)
}

/** Total, killed (including timed out), survived, not reached, and the share killed. */
function figures(mutants: readonly Mutant[]): string {
  const [killed = 0, timeout = 0, survived = 0, missed = 0] = ROWS.map(
    (status) => mutants.filter((m) => m.status === status).length,
  )
  const all = killed + timeout + survived + missed
  return `${all} | ${killed + timeout} | ${survived} | ${missed} | ${((100 * (killed + timeout)) / all).toFixed(1)}%`
}

function rowOf(name: string): string {
  return `| ${name} | ${figures(mutantsOf(name))} |`
}

function table(): string {
  const known = NAMES.filter((name) => existsSync(resultOf(name)))
  if (known.length === 0) return 'Nothing is known yet.'
  const head = ['| rule | mutants | killed | survived | not reached | share killed |', '|---|---|---|---|---|---|']
  return [...head, ...known.map(rowOf), `| **all ${known.length}** | ${figures(known.flatMap(mutantsOf))} |`].join('\n')
}

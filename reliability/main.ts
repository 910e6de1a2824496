/**
 * Fault injection: `npm run test:reliability`, at full size, or `-- --small` as in CI. `--only NAME,NAME` selects trials,
 * `--count N` sets the number of attempts per trial, `--minutes N` limits each trial's time, `--seed N` changes the random
 * moments, `--write FILE` writes the table there. Everything stays on loopback and cleans up after itself. Exit code 1 if
 * anything was not survived.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Entry, writeEntries } from './record.ts'
import { Missing, type Row, type Trial } from './trial.ts'
import { TRIALS } from './trials.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261130' },
    only: { type: 'string' },
    count: { type: 'string' },
    minutes: { type: 'string', default: '120' },
    write: { type: 'string' },
  },
})
const seed = Number(values.seed)
const only = values.only?.split(',')
const count = values.count === undefined ? null : Number(values.count)
const unknown = (only ?? []).filter((name) => TRIALS.every((trial) => trial.name !== name))
if (!Number.isSafeInteger(seed) || unknown.length > 0) {
  process.stderr.write(`--seed needs a whole number; the trials are ${TRIALS.map(({ name }) => name).join(', ')}.\n`)
  process.exit(2)
}

/** Clean-up if the run itself is interrupted. */
const tidies: (() => unknown)[] = []
async function tidyUp(): Promise<void> {
  for (let tidy = tidies.pop(); tidy !== undefined; tidy = tidies.pop()) await tidy()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void tidyUp().finally(() => process.exit(1)))
}

async function tried(trial: Trial): Promise<Entry> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-abuse-'))
  tidies.push(() => rmSync(folder, { recursive: true, force: true }))
  const began = performance.now()
  const rows = await trial
    .run({
      seed,
      small: values.small,
      count: (sizes) => count ?? sizes[values.small ? 'small' : 'full'],
      isLate: () => performance.now() - began > Number(values.minutes) * 60_000,
      folder,
      say: (line) => process.stderr.write(`  ${trial.name}: ${line}\n`),
      after: (tidy) => void tidies.push(tidy),
    })
    .catch(failed)
  await tidyUp()
  return {
    name: trial.name,
    title: trial.title,
    seed,
    small: values.small,
    seconds: (performance.now() - began) / 1000,
    rows,
  }
}

function failed(error: unknown): readonly Row[] {
  const said = error instanceof Missing ? error.message : error instanceof Error ? (error.stack ?? '') : String(error)
  process.stderr.write(`${said}\n`)
  const seen = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return [{ what: 'The trial itself', tried: 'once', seen, survived: false }]
}

console.log(`Reliability, ${values.small ? 'small' : 'full size'}, seed ${seed}.`)
let survived = true
for (const trial of TRIALS.filter(({ name }) => only === undefined || only.includes(name))) {
  const entry = await tried(trial)
  console.log(`\n${trial.title} (${trial.name}, ${Math.round(entry.seconds)} s)`)
  for (const row of entry.rows) {
    console.log(`- ${row.survived ? 'survived' : 'NOT SURVIVED'}: ${row.what}, ${row.tried}: ${row.seen}`)
    survived &&= row.survived
  }
  if (values.write !== undefined) writeEntries(values.write, [entry])
}
console.log(survived ? '\nEverything was survived.' : '\nSomething was not survived.')
// Exit explicitly: a failed trial may have left retrying callers behind.
process.exit(survived ? 0 : 1)

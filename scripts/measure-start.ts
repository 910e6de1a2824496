/**
 * Measures the time from a fresh clone to a ready service: `npm run measure-start`. Clones the committed repository, runs `npm
 * ci` and `npm start` there on loopback, and prints wall seconds, processor seconds and memory. Linux only.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../reliability/postgres-cluster.ts'
import { spentBy } from '../reliability/process-tree.ts'
import { pause, until } from '../reliability/trial.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MINUTES = 15

const folder = mkdtempSync(join(tmpdir(), 'rota-start-'))
const clone = join(folder, 'rota')
const rows: string[] = []
const began = performance.now()
const since = () => ((performance.now() - began) / 1000).toFixed(1)

function note(what: string, { processor, resident }: { processor: number; resident: number }): void {
  const line = `| ${what} | ${since()} | ${processor.toFixed(1)} | ${Math.round(resident / 2 ** 20)} MB |`
  rows.push(line)
  process.stderr.write(`${line}\n`)
}

/** Processor seconds of ended children. */
function ended(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return ((fields[13] ?? 0) + (fields[14] ?? 0)) / 100
}

try {
  const cloned = spawnSync('git', ['clone', '--quiet', ROOT, clone])
  if (cloned.status !== 0) throw new Error(`git clone failed: ${cloned.stderr}`)
  const installed = spawnSync('npm', ['ci'], { cwd: clone, stdio: 'ignore', timeout: MINUTES * 60_000 })
  if (installed.status !== 0) throw new Error('npm ci failed.')
  note('cloned, and `npm ci` done', { processor: ended(), resident: 0 })

  const url = `http://127.0.0.1:${await freePort()}`
  const words = ['start', '--', '--port', new URL(url).port]
  const child = spawn('npm', words, { cwd: clone, detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = child.pid ?? 0
  let told = false
  child.stdout.on('data', (piece) => {
    told ||= String(piece).includes(url)
  })
  try {
    const ready = () =>
      fetch(`${url}/readyz`).then(
        (response) => response.ok,
        () => false,
      )
    await until({ waitingFor: 'a ready service', seconds: MINUTES * 60 }, ready, (isReady) => isReady)
    note('`npm start`: the service is ready', spentBy(pid))
    await until(
      { waitingFor: 'the sample’s rota', seconds: MINUTES * 60 },
      () => told,
      (isTold) => isTold,
    )
    note('the sample network’s rota is printed', spentBy(pid))
    await pause(5000)
    note('five seconds later', spentBy(pid))
  } finally {
    process.kill(-pid, 'SIGINT')
    await once(child, 'exit')
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const busy = readFileSync('/proc/loadavg', 'utf8').split(' ')[0]
console.log(
  `Node ${process.version}, ${cpus().length} processors, ${busy} processes at work on them in the last minute.\n`,
)
console.log('| step | seconds from the start | processor seconds | memory |\n|---|---|---|---|')
console.log(rows.join('\n'))

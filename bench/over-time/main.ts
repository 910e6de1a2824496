/** `npm run bench -- --over-time`: the best rota of a solve after 1, 2, 3 … 60 processor seconds, as a table and a chart per size. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { caseInWords } from '../entry.ts'
import { type Asked, readAsked, USAGE } from './asked.ts'
import type { OverTime, OverTimeTask } from './marks.ts'
import { chartOf, overTimePage } from './page.ts'
import { missingFor } from './peer.ts'

/** Measures, and writes results and page after every case. Returns the exit code. */
export async function benchOverTime(words: readonly string[]): Promise<number> {
  const asked = readAsked(words)
  if (asked === 'help' || asked === 'wrong') {
    process.stderr.write(USAGE)
    return asked === 'wrong' ? 2 : 0
  }
  const missing = asked.peer === null || asked.pageOnly ? null : missingFor(asked.peer, asked.python)
  if (missing !== null) {
    process.stderr.write(`${missing}\n`)
    return 2
  }
  let known = existsSync(asked.results) ? (JSON.parse(readFileSync(asked.results, 'utf8')) as readonly OverTime[]) : []
  for (const one of asked.pageOnly ? [] : asked.cases) {
    const { seconds, gap, seed, python } = asked
    const task = { ...one, name: caseInWords(one), seconds, gap, seed, python }
    const measured = await measureApart(task, asked.peer ?? 'ours')
    const named = { ...measured, way: asked.as ?? measured.way }
    process.stderr.write(`${named.name}: ${named.end} after ${named.seconds.toFixed(1)} processor seconds\n`)
    known = [...known.filter((other) => other.name !== named.name || other.way !== named.way), named]
    write(asked, known)
  }
  write(asked, known)
  return 0
}

function write({ results, page }: Asked, known: readonly OverTime[]): void {
  writeFileSync(results, `${JSON.stringify(known, null, 1)}\n`)
  const charts = join(dirname(page), 'over-time')
  mkdirSync(charts, { recursive: true })
  const names = [...new Set(known.map(({ name }) => name))]
  for (const name of names) {
    const here = known.filter((one) => one.name === name)
    writeFileSync(join(charts, fileOf(name)), chartOf(here))
  }
  writeFileSync(
    page,
    overTimePage(known, (name) => join(basename(charts), fileOf(name))),
  )
}

function fileOf(name: string): string {
  return `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.svg`
}

/** In a separate process, so that its processor time is its own. */
async function measureApart(task: OverTimeTask, way: string): Promise<OverTime> {
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'))
  const entry = fileURLToPath(new URL(`./${way}.ts`, import.meta.url))
  const child = spawn(process.execPath, [tsx, entry, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${task.name}: the process of the measurement ended with code ${String(code)}`)
  return JSON.parse(out) as OverTime
}

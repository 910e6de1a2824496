/** Trial: runs Schemathesis, an independent tool, on the same OpenAPI document, if installed. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { rowOf } from './aftermath.ts'
import { asked } from './load.ts'
import { faultOf } from './requests.ts'
import { startRota } from './rota-process.ts'
import type { Trial } from './trial.ts'

/** Limits in seconds: for one response, and for the whole run at full and small size. */
const LIMITS = { answer: 60, run: 1200, small: 240 }

const CONFIG = fileURLToPath(new URL('./schemathesis.toml', import.meta.url))

/** The part of an HTTP archive that we use. */
interface Archive {
  readonly log: { readonly entries: readonly Entry[] }
}
interface Entry {
  readonly request: { readonly method: string; readonly url: string }
  readonly response: {
    readonly status: number
    readonly headers: readonly { readonly name: string; readonly value: string }[]
    readonly content: { readonly text?: string }
  }
}

export const schemathesis: Trial = {
  name: 'schemathesis',
  title: 'Schemathesis on the OpenAPI document',
  async run({ seed, folder, after, count }) {
    const version = spawnSync('schemathesis', ['--version'], { encoding: 'utf8' })
    if (version.status !== 0) {
      const seen = 'not run: it is not on this machine (pip install schemathesis)'
      return [{ what: 'Schemathesis finds no failure', tried: 'nothing', seen, survived: true }]
    }
    const service = startRota({ words: ['serve', '--port', '0', '--data', `${folder}/data`, '--solvers', '1'] })
    after(() => service.kill())
    const url = await service.ready
    const reports = join(folder, 'reports')
    const words = ['--config-file', CONFIG, 'run', `${url}/v1/openapi.json`, '--seed', String(seed)]
    const limits = [
      '--max-examples',
      String(count({ full: 100, small: 3 })),
      '--request-timeout',
      String(LIMITS.answer),
    ]
    const end = ['--max-time', String(count({ full: LIMITS.run, small: LIMITS.small })), '--rate-limit', '40/s']
    const told = ['--report', 'har', '--report-dir', reports, '--no-color', '--continue-on-failure']
    const child = spawn('schemathesis', [...words, ...limits, ...end, ...told], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    after(() => child.kill('SIGKILL'))
    const late = setTimeout(() => child.kill('SIGTERM'), (LIMITS.run + LIMITS.answer) * 1000)
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
    clearTimeout(late)
    const entries = entriesIn(reports)
    const faults = [...findingsIn(output), ...entries.flatMap(faultWords)]
    if (child.exitCode !== 0 && faults.length === 0)
      faults.push(`it ended with ${child.exitCode}: ${output.slice(-300)}`)
    if (entries.length === 0) faults.push('it left no report')
    if ((await asked(`${url}/readyz`))?.status !== 200) faults.push('the service is not ready afterwards')
    const tried = `${entries.length} requests by ${version.stdout.trim()}, every check on`
    return [rowOf('Schemathesis finds no failure', tried, { faults, seen: 'no failure, no leak; ready afterwards' })]
  },
}

/** Its findings, each with the call concerned. */
export function findingsIn(output: string): readonly string[] {
  let about = ''
  return output.split('\n').flatMap((line) => {
    about = /^_{3,} (.+) _{3,}$/.exec(line)?.[1] ?? about
    if (/^(?:Schema|Network|Runtime) Error/.test(line)) return [`${about}: ${line}`]
    return /^- ST\d+ /.test(line) ? [`${about}: ${line.slice(2)}`] : []
  })
}

function entriesIn(folder: string): readonly Entry[] {
  // Version 4 names the archive har-(time).json.
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.har$|^har-.*\.json$/.test(name)) : []
  return files.flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Archive).log.entries)
}

/** Judged like our own mutated requests: 503 with `Retry-After` is acceptable. */
function faultWords({ request, response }: Entry): string[] {
  const headers = Object.fromEntries(response.headers.map(({ name, value }) => [name.toLowerCase(), value]))
  const fault = faultOf({ status: response.status, headers, text: response.content.text ?? '' })
  return fault === null ? [] : [`${request.method} ${new URL(request.url).pathname.slice(0, 60)}: ${fault}`]
}

/** The same document in somebody else's hands: Schemathesis, where it is on this machine. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowOf } from './aftermath.ts'
import { asked } from './load.ts'
import { faultOf } from './requests.ts'
import { startRota } from './rota-process.ts'
import type { Trial } from './trial.ts'

/** Seconds that one answer may take, and the whole run. */
const LIMITS = { answer: 60, run: 1200 }

/** The part of an HTTP archive that we look at. */
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
    const words = ['run', `${url}/v1/openapi.json`, '--seed', String(seed), '--report', 'har', '--report-dir', reports]
    const limits = [
      '--max-examples',
      String(count({ full: 100, small: 3 })),
      '--request-timeout',
      String(LIMITS.answer),
    ]
    // A stream of events lasts as long as its solve: it is followed elsewhere. Its own checks go by its own idea of statuses.
    const choice = [
      '--exclude-path-regex',
      '/events$',
      '--checks',
      'not_a_server_error',
      '--phases',
      'examples,fuzzing',
    ]
    const child = spawn('schemathesis', [...words, ...limits, ...choice, '--rate-limit', '40/s', '--no-color'], {
      cwd: folder,
      stdio: 'ignore',
    })
    after(() => child.kill('SIGKILL'))
    const late = setTimeout(() => child.kill('SIGTERM'), LIMITS.run * 1000)
    await once(child, 'exit')
    clearTimeout(late)
    const entries = entriesIn(reports)
    const faults = entries.flatMap(faultWords)
    if (entries.length === 0) faults.push('it left no report')
    if ((await asked(`${url}/readyz`))?.status !== 200) faults.push('the service is not ready afterwards')
    const tried = `${entries.length} requests by ${version.stdout.trim()}`
    return [rowOf('Schemathesis finds no failure', tried, { faults, seen: 'no failure, no leak; ready afterwards' })]
  },
}

function entriesIn(folder: string): readonly Entry[] {
  // Its fourth edition calls the archive har-(time).json.
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.har$|^har-.*\.json$/.test(name)) : []
  return files.flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Archive).log.entries)
}

/** Judged as our own mutated requests are: 503 with when to come back is an answer. */
function faultWords({ request, response }: Entry): string[] {
  const headers = Object.fromEntries(response.headers.map(({ name, value }) => [name.toLowerCase(), value]))
  const fault = faultOf({ status: response.status, headers, text: response.content.text ?? '' })
  return fault === null ? [] : [`${request.method} ${new URL(request.url).pathname.slice(0, 60)}: ${fault}`]
}

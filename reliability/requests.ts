/** Trial: thousands of mutated calls. No server errors, no leaks, and the service stays healthy. */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { OPENAPI } from '../api/openapi/openapi.ts'
import { rowOf } from './aftermath.ts'
import { leakIn } from './leak.ts'
import { asked } from './load.ts'
import { requests, type WireRequest } from './request-arbitrary.ts'
import { startRota } from './rota-process.ts'
import { tinyDocument } from './tiny-document.ts'
import { pause, type Trial } from './trial.ts'
import { makeWire, type WireAnswer } from './wire.ts'

const HOME = fileURLToPath(new URL('..', import.meta.url)).slice(0, -1)

/** Concurrent calls. */
const LINES = 4

export const mutatedRequests: Trial = {
  name: 'requests',
  title: 'Mutated requests from the OpenAPI document',
  async run({ seed, folder, after, say, count, isLate }) {
    const service = startRota({ words: ['serve', '--port', '0', '--data', `${folder}/data`, '--solvers', '1'] })
    after(() => service.kill())
    const url = await service.ready
    const wire = makeWire(url)
    after(() => wire.close())
    const waiting = fc.sample(requests(OPENAPI, [await oneOperation(url)]), {
      numRuns: count({ full: 10_000, small: 600 }),
      seed,
    })
    const total = waiting.length
    const tally = { statuses: new Map<number, number>(), faults: [] as string[] }
    const line = async () => {
      for (let next = waiting.pop(); next !== undefined && !isLate(); next = waiting.pop()) {
        await judged(next, wire.send, tally)
        if (waiting.length % 1000 === 0) say(`${waiting.length} of ${total} are left`)
      }
    }
    await Promise.all(Array.from({ length: LINES }, line))
    const said = service.said.filter((one) => one.includes('"level":"error"'))
    const healthy = (await asked(`${url}/healthz`))?.status === 200 && (await asked(`${url}/readyz`))?.status === 200
    const tried = `${[...tally.statuses.values()].reduce((sum, one) => sum + one, 0)} requests`
    return [
      rowOf('No server error, leaked internals or missing response', tried, {
        faults: tally.faults,
        seen: statusWords(tally.statuses),
      }),
      rowOf('The service is healthy afterwards and logged no error', tried, {
        faults: [...(healthy && service.isAlive() ? [] : ['it is not well']), ...said],
        seen: 'alive, ready, nothing logged',
      }),
    ]
  },
}

async function oneOperation(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await asked(`${url}/v1/solves`, { method: 'POST', headers, body: JSON.stringify(tinyDocument()) })
  return String((answer?.body as { id?: string } | undefined)?.id)
}

interface Tally {
  readonly statuses: Map<number, number>
  readonly faults: string[]
}

type Send = (wire: WireRequest) => Promise<WireAnswer>

/** Rate-limited calls wait as told and are resent. */
async function judged(wire: WireRequest, send: Send, tally: Tally): Promise<void> {
  const told = `${wire.method} ${wire.path.slice(0, 80)}`
  try {
    const answer = await send(wire)
    if (answer.status === 429) {
      await pause(1000 * Number(answer.headers['retry-after'] ?? 1))
      return judged(wire, send, tally)
    }
    tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1)
    const fault = faultOf(answer)
    if (fault !== null) tally.faults.push(`${told}: ${fault}`)
  } catch (error) {
    tally.faults.push(`${told}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What is wrong with a response; null if nothing. */
export function faultOf({ status, headers, text }: WireAnswer): string | null {
  if (status >= 500 && !(status === 503 && headers['retry-after'] !== undefined)) return `answered by ${status}`
  if (status < 400 || text === '') return null
  const type = String(headers['content-type'] ?? '')
  if (!type.startsWith('application/problem+json')) return `${status} is sent as ${type || 'nothing'}`
  const leak = leakIn(text, HOME)
  return leak === null ? null : `${status} reveals ${leak}`
}

function statusWords(statuses: ReadonlyMap<number, number>): string {
  return [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${times} × ${status}`)
    .join(', ')
}

/** Plans the sample week through the newcomer's own service, so that the terminal prints the rota the pages show. */
import { type Document, type NetworkRecord, type RotaClient, rotaClient } from '../client/rota-client.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { checkDocument } from '../src/intake/document.ts'
import { recordOf } from '../src/intake/record/from-document.ts'
import type { Progress } from '../src/output/progress.ts'
import type { Report } from '../src/report.ts'
import type { Week } from './plan-week.ts'

export interface Planning {
  /** Address of the service. */
  readonly url: string
  /** The sample's document. */
  readonly given: Document
  /** Called first: whether an earlier start planned the week, or it is being planned now. */
  onFound(when: 'earlier' | 'now'): void
  onProgress(progress: Progress): void
  /** Registers a listener for a request to stop with the best rota so far, until the returned function is called. */
  onStop(listener: () => void): () => void
}

export interface SampleWeek extends Week {
  /** Path of the week's page. */
  readonly page: string
}

type WeekPath = { readonly ods: string; readonly from: string }

/**
 * Stores the network's record and week, and plans the week. Later starts read the latest solved rota, leaving any changes made
 * since untouched. Rejects with the service's problem if it refuses any of this.
 */
export async function planSampleWeek(planning: Planning): Promise<SampleWeek> {
  const { url, given } = planning
  const client = rotaClient({ url })
  const document = checkDocument(given, ruleBook())
  const path: WeekPath = { ods: document.network.ods, from: document.week.from }
  const once = { 'If-None-Match': '*' }
  // The service validates it like any other record.
  const body = recordOf(document, readAtlas()) as NetworkRecord
  stored(await client.api.PUT('/v1/networks/{ods}/record', { params: { path: { ods: path.ods }, header: once }, body }))
  stored(
    await client.api.PUT('/v1/networks/{ods}/weeks/{from}/document', { params: { path, header: once }, body: given }),
  )
  const earlier = await lastPlanned(client, path)
  planning.onFound(earlier === null ? 'now' : 'earlier')
  const rota = earlier ?? (await planNow(client, path, planning))
  return { ...(await readWeek(client, path, rota)), page: `/networks/${path.ods}/weeks/${path.from}` }
}

/** Version of the latest solved rota whose document is stored; null if there is none. */
async function lastPlanned({ api }: RotaClient, path: WeekPath): Promise<number | null> {
  const { rotas } = answer(await api.GET('/v1/networks/{ods}/weeks/{from}/rotas', { params: { path } }))
  return (
    rotas.find(({ source, documentVersion }) => source === 'solve' && documentVersion !== undefined)?.version ?? null
  )
}

async function planNow({ api, follow }: RotaClient, path: WeekPath, planning: Planning): Promise<number> {
  const { id } = answer(await api.POST('/v1/solves', { body: planning.given }))
  const params = { path: { id } }
  const forget = planning.onStop(() => void api.DELETE('/v1/solves/{id}', { params }))
  try {
    for await (const { event, data } of follow(id)) if (event === 'progress') planning.onProgress(data)
  } finally {
    forget()
  }
  const { version, problem } = answer(await api.GET('/v1/solves/{id}', { params }))
  if (version === undefined) throw new Error(problem?.title ?? `The solve of ${path.from} ended without a report.`)
  return version
}

async function readWeek({ api }: RotaClient, path: WeekPath, version: number): Promise<Week> {
  const rota = answer(
    await api.GET('/v1/networks/{ods}/weeks/{from}/rotas/{version}', { params: { path: { ...path, version } } }),
  )
  const query = rota.documentVersion === undefined ? {} : { version: rota.documentVersion }
  const document = answer(await api.GET('/v1/networks/{ods}/weeks/{from}/document', { params: { path, query } }))
  // Written by this program, so it is a valid report.
  return { problem: readDocument(document, ruleBook()), report: rota.report as Report }
}

interface Answered<T> {
  readonly data?: T
  readonly error?: { readonly title: string; readonly detail?: string }
  readonly response: Response
}

function answer<T>({ data, error, response }: Answered<T>): T {
  if (data !== undefined) return data
  throw new Error(`The service refused the sample week (${response.status}): ${error?.detail ?? error?.title}`)
}

/** Accepts 412: something is already stored, and is left alone. */
function stored(answered: Answered<unknown>): void {
  if (answered.response.status !== 412) answer(answered)
}

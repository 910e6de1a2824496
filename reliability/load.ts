/** Generates load: callers retry until their solve is acknowledged. */
import type { Draw } from '../src/intake/network/draw.ts'
import { type Ledger, noteAnswer } from './ledger.ts'
import { tinyDocument, tinyRecord } from './tiny-document.ts'
import { pause } from './trial.ts'

export interface LoadOptions {
  /** The service's current address, which may change. */
  readonly url: () => string
  readonly callers: number
  /** Limit of unfinished solves: below the service's queue length. */
  readonly unfinished: number
  readonly ledger: Ledger
  readonly draw: Draw
}

export interface Load {
  /** Number of 5xx responses, by status. */
  readonly faults: ReadonlyMap<number, number>
  /** Starts nothing new; resolves once everything started is acknowledged. */
  close(): Promise<void>
}

/** Only a few networks and weeks, so that several workers finish rotas of the same week concurrently. */
const NETWORKS = ['U99991', 'U99992']
const WEEKS = ['2026-11-30', '2026-12-07']

export function startLoad(options: LoadOptions): Load {
  const state = { open: true, sent: 0, faults: new Map<number, number>() }
  const open = new Set<string>()
  const calling = Array.from({ length: options.callers }, () => call(options, state, open))
  return {
    faults: state.faults,
    close: async () => {
      state.open = false
      await Promise.all(calling)
    },
  }
}

interface State {
  open: boolean
  sent: number
  readonly faults: Map<number, number>
}

async function call(options: LoadOptions, state: State, open: Set<string>): Promise<void> {
  const { ledger, draw } = options
  while (state.open) {
    await pause(20 + draw.next() * 200)
    const known = [...ledger.operations.values()]
    if (draw.chance(0.15)) await (draw.chance(0.5) ? keep : keepRecord)(options, state)
    else if (open.size < options.unfinished && draw.chance(0.5)) open.add(await submit(options, state))
    else if (known.length > 0)
      await look(options, draw.chance(0.7) ? draw.pick([...open, '']) : draw.pick(known).id, open)
  }
}

/** Sends one document with its own idempotency key until it is acknowledged. */
async function submit({ url, ledger, draw }: LoadOptions, state: State): Promise<string> {
  state.sent += 1
  const key = `solve-${state.sent}`
  const place = { ods: draw.pick(NETWORKS), week: draw.pick(WEEKS), waiting: state.sent, seconds: 120 }
  const document = JSON.stringify(tinyDocument(place))
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  for (;;) {
    const answer = await asked(`${url()}/v1/solves`, { method: 'POST', headers, body: document })
    if (answer?.status === 200 || answer?.status === 202) {
      const { id } = answer.body as { id: string }
      ledger.operations.set(key, { id, key, document })
      return id
    }
    noteFault(state, answer?.status)
    await pause(100 + draw.next() * 400)
  }
}

/** Stores a document for a week. All documents differ, so that duplicates are detectable. */
async function keep(options: LoadOptions, state: State): Promise<void> {
  const { ledger, draw } = options
  state.sent += 1
  const place = { ods: draw.pick(NETWORKS), week: draw.pick(WEEKS), waiting: state.sent, seconds: 120 }
  const body = JSON.stringify(tinyDocument(place))
  const version = await put({ path: `/v1/networks/${place.ods}/weeks/${place.week}/document`, body }, options, state)
  ledger.documents.set(`${place.ods} ${place.week} ${version}`, body)
}

/** The same for a network's record. */
async function keepRecord(options: LoadOptions, state: State): Promise<void> {
  const { ledger, draw } = options
  state.sent += 1
  const ods = draw.pick(NETWORKS)
  const body = JSON.stringify(tinyRecord(ods, `Record ${state.sent}.`))
  const version = await put({ path: `/v1/networks/${ods}/record`, body }, options, state)
  ledger.records.set(`${ods} ${version}`, body)
}

/** Sends it until it is acknowledged; returns its version. */
async function put(
  { path, body }: { readonly path: string; readonly body: string },
  { url, draw }: LoadOptions,
  state: State,
): Promise<number> {
  const type = { 'content-type': 'application/json' }
  let isFirst = false
  for (;;) {
    const headers = isFirst ? type : { ...type, 'if-match': '*' }
    const answer = await asked(url() + path, { method: 'PUT', headers, body })
    if (answer?.status === 200 || answer?.status === 201) return (answer.body as { version: number }).version
    // The first writer has nothing to match, and may find that somebody else was first.
    isFirst = answer?.status === 412
    if (answer?.status !== 412 && answer?.status !== 428) noteFault(state, answer?.status)
    if (!isFirst) await pause(100 + draw.next() * 400)
  }
}

/** Counts server errors without `Retry-After`; refused connections are expected while processes are killed. */
function noteFault(state: State, status: number | undefined): void {
  if (status !== undefined && status !== 503) state.faults.set(status, (state.faults.get(status) ?? 0) + 1)
}

async function look({ url, ledger }: LoadOptions, id: string, open: Set<string>): Promise<void> {
  if (id === '') return
  const answer = await asked(`${url()}/v1/solves/${id}`)
  if (answer?.status === 404) ledger.broken.push(`${id} was acknowledged, and is not found`)
  if (answer?.status !== 200) return
  const operation = answer.body as { id: string; state: string }
  noteAnswer(ledger, operation)
  if (!['queued', 'running'].includes(operation.state)) open.delete(id)
}

/** The response; null if the service was down or was killed before sending all of it. */
export async function asked(
  url: string,
  init: RequestInit = {},
  seconds = 20,
): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(seconds * 1000) })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  } catch {
    return null
  }
}

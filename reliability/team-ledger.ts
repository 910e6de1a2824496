/** Everything the service has acknowledged to a team: swaps, leave, wishes and calendars. */
import type { Row } from './team.ts'

export interface ToldSwap {
  /** Acknowledged states, in order. */
  readonly states: string[]
  /** Version of the rota published with it. */
  published: number | null
}

export interface TeamLedger {
  /** By id. */
  readonly swaps: Map<string, ToldSwap>
  /** Latest published version of each week that was acknowledged. */
  readonly versions: Map<string, number>
  /** By id, as sent; null once withdrawn. */
  readonly leave: Map<string, string | null>
  /** Each person's last acknowledged wishes, as JSON. */
  readonly wishes: Map<string, string>
  /** Feed paths, and whether they are still valid. */
  readonly calendars: Map<string, boolean>
  /** Number of acknowledged swap states. */
  answers: number
  /** Number of rotas read. */
  reads: number
  /** Faults seen by callers. */
  readonly broken: string[]
}

export function makeTeamLedger(): TeamLedger {
  return {
    swaps: new Map(),
    versions: new Map(),
    leave: new Map(),
    wishes: new Map(),
    calendars: new Map(),
    answers: 0,
    reads: 0,
    broken: [],
  }
}

/** Records a swap's state as shown. */
export function noteSwap(ledger: TeamLedger, { id, state, weekFrom, published }: SwapAnswer): void {
  const told = ledger.swaps.get(id) ?? { states: [], published: null }
  ledger.swaps.set(id, told)
  if (told.states.at(-1) !== state) told.states.push(state)
  ledger.answers += 1
  if (published === undefined) return
  told.published = published
  ledger.versions.set(weekFrom, Math.max(published, ledger.versions.get(weekFrom) ?? 0))
}

export interface SwapAnswer {
  readonly id: string
  readonly state: string
  readonly weekFrom: string
  readonly published?: number
}

/** A rota's sessions regardless of people, which swaps never change. */
export function postsOf(rows: readonly Row[]): string {
  return rows
    .map(({ date, part, site, work }) => `${date} ${part} ${site} ${work}`)
    .sort()
    .join('\n')
}

/** What is wrong with a rota read, compared with the one first published; null if nothing. */
export function flawOf(rows: readonly Row[], first: readonly Row[]): string | null {
  if (postsOf(rows) !== postsOf(first)) return 'sessions are missing, or are there twice'
  const places = rows.map(({ person, date, part }) => `${person} ${date} ${part}`)
  return new Set(places).size < places.length ? 'somebody is in two places' : null
}

/** What a team's service has acknowledged of swaps, leave, wishes and calendars. */
import type { Row } from './team.ts'

export interface ToldSwap {
  /** Its states as they were acknowledged, in their order. */
  readonly states: string[]
  /** The rota that was published with it. */
  published: number | null
}

export interface TeamLedger {
  /** By id. */
  readonly swaps: Map<string, ToldSwap>
  /** Latest version of each week that somebody was told is published. */
  readonly versions: Map<string, number>
  /** By id, as it was sent; null once it is taken back. */
  readonly leave: Map<string, string | null>
  /** Of each person, the last that were acknowledged, as JSON. */
  readonly wishes: Map<string, string>
  /** Paths of feeds, and whether they still lead somewhere. */
  readonly calendars: Map<string, boolean>
  /** How often somebody was told what became of a swap. */
  answers: number
  /** Rotas that were read. */
  reads: number
  /** What no caller should ever see. */
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

/** Notes that a swap was shown in this state. */
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

/** Sessions of a rota whoever works them: a swap changes none of them. */
export function postsOf(rows: readonly Row[]): string {
  return rows
    .map(({ date, part, site, work }) => `${date} ${part} ${site} ${work}`)
    .sort()
    .join('\n')
}

/** What is wrong with a rota that was read, compared with what was published first; null if nothing is. */
export function flawOf(rows: readonly Row[], first: readonly Row[]): string | null {
  if (postsOf(rows) !== postsOf(first)) return 'sessions are missing, or are there twice'
  const places = rows.map(({ person, date, part }) => `${person} ${date} ${part}`)
  return new Set(places).size < places.length ? 'somebody is in two places' : null
}

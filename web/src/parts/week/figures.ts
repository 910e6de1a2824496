/** The figures of a rota, whether from a solve's report or a judgement of manual changes. */
import type { Assignment, Judgement, Report, Rota } from '../../api.ts'

export interface Figures {
  readonly levels: readonly { readonly level: string; readonly value: number; readonly gap?: number }[]
  readonly findings: Report['findings']
  readonly service: Report['service']
  readonly actions: Report['actions']
  readonly cover: Report['cover']
  readonly people: Report['people']
  readonly cost: Report['cost'] | null
}

/** Null if a rota has neither, such as one without people. */
export function figuresOf({ report, judgement }: Pick<Rota, 'report' | 'judgement'>): Figures | null {
  const known = report ?? judgement
  return known === undefined ? null : figuresIn(known)
}

export function figuresIn(known: Report | Judgement): Figures {
  const { levels, findings, service, actions = [], cover = [], people = [], cost = null } = known
  return { levels, findings, service, actions, cover, people, cost }
}

/** The assignments of a rota, whatever its origin. */
export function assignmentsIn(rota: Rota | null): readonly Assignment[] {
  return rota?.report?.assignments ?? rota?.assignments ?? []
}

/** The largest gap among the levels about who is seen and how safely. Cost and wishes aren't what people mean by "best". */
export function gapOf({ levels }: Pick<Figures, 'levels'>): number | null {
  const gaps = levels.flatMap(({ level, gap }) => (gap === undefined || !COUNTED.includes(level) ? [] : [gap]))
  return gaps.length === 0 ? null : Math.max(...gaps)
}

const COUNTED: readonly string[] = ['never', 'safety', 'urgent', 'service']

/** A percentage that is never rounded up to 100. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  return `${share < 1 && rounded === 100 ? 99 : rounded}%`
}

/** Cached: `toLocaleString` creates a formatter each time, half a millisecond that is too long for a slider's hundred numbers. */
const NUMBERS = new Intl.NumberFormat('en-GB')

export function pounds(amount: number): string {
  return Math.round(amount) < 0 ? `−£${whole(-amount)}` : `£${whole(amount)}`
}

/** "2,400": without decimals. */
export function whole(amount: number): string {
  return NUMBERS.format(Math.round(amount))
}

/** At most one decimal: "2,400", "4.5". */
export function toTenth(amount: number): string {
  return NUMBERS.format(Math.round(amount * 10) / 10)
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${NUMBERS.format(count)} ${count === 1 ? one : many}`
}

/** What is known of a rota, whether a solve reported it or a judgement of hand-made changes. */
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

/** Null where a rota has neither, as one without anybody in it. */
export function figuresOf({ report, judgement }: Pick<Rota, 'report' | 'judgement'>): Figures | null {
  const known = report ?? judgement
  return known === undefined ? null : figuresIn(known)
}

export function figuresIn(known: Report | Judgement): Figures {
  const { levels, findings, service, actions = [], cover = [], people = [], cost = null } = known
  return { levels, findings, service, actions, cover, people, cost }
}

/** Assignments of a rota, whoever made it. */
export function assignmentsIn(rota: Rota | null): readonly Assignment[] {
  return rota?.report?.assignments ?? rota?.assignments ?? []
}

/** The largest gap of the levels that say who is seen and how safely: cost and wishes are not what people mean by "best". */
export function gapOf({ levels }: Pick<Figures, 'levels'>): number | null {
  const gaps = levels.flatMap(({ level, gap }) => (gap === undefined || !COUNTED.includes(level) ? [] : [gap]))
  return gaps.length === 0 ? null : Math.max(...gaps)
}

const COUNTED: readonly string[] = ['never', 'safety', 'urgent', 'service']

/** A percentage without a false 100: what falls short never rounds up to all. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  return `${share < 1 && rounded === 100 ? 99 : rounded}%`
}

/** Held for good: a number's own `toLocaleString` makes one each time, half a millisecond that a slider's hundred numbers cannot spare. */
const NUMBERS = new Intl.NumberFormat('en-GB')

export function pounds(amount: number): string {
  return Math.round(amount) < 0 ? `−£${whole(-amount)}` : `£${whole(amount)}`
}

/** "2,400": without decimals. */
export function whole(amount: number): string {
  return NUMBERS.format(Math.round(amount))
}

/** With one decimal at most: "2,400", "4.5". */
export function toTenth(amount: number): string {
  return NUMBERS.format(Math.round(amount * 10) / 10)
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${NUMBERS.format(count)} ${count === 1 ? one : many}`
}

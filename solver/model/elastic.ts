/**
 * Converts the draft to the programme: rows of rules that may bend get a slack, columns that can only be 0 and rows that can never bind are
 * removed, and each level gets its costs.
 */
import { LEVELS, type Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { RuleFacts } from '../facts/rule-facts.ts'
import { levelOf, weightOf } from '../facts/rule-settings.ts'
import type { Lp } from '../lp/lp.ts'
import type { DraftColumn, ModelColumn } from '../lp/spaces.ts'
import type { Draft, DraftRow, Term } from './draft.ts'

/** A column of the programme and its coefficient. */
export type ModelTerm = readonly [column: ModelColumn, coefficient: number]

/** Costs of one level, as a sparse list over the programme's columns. */
export interface LevelCosts {
  readonly level: Level
  readonly columns: readonly ModelColumn[]
  readonly costs: readonly number[]
  /** Cost of what is already decided (presolve.ts). */
  readonly settled?: number
}

/** A rule's total breach in the programme: columns, and what one unit of each adds. */
export interface Account {
  readonly rule: string
  readonly terms: readonly ModelTerm[]
  /** Amount of what is already decided (presolve.ts). */
  readonly settled?: number
}

export interface Model {
  /** Rows and bounds; all costs are 0. Columns are the relevant ones of the draft, followed by the slacks. */
  readonly lp: Lp
  readonly levels: readonly LevelCosts[]
  readonly accounts: readonly Account[]
  /** By column of the draft: its column in the programme; −1 if it can have only one value. */
  readonly columnOf: Int32Array
  /** By column of the draft: that one value; default 0. */
  readonly decided?: Float64Array
  /** By row: its rule. */
  readonly ruleOfRow: readonly string[]
  /** By row: the column of its slack; −1 if the row is hard. */
  readonly slackOfRow: Int32Array
}

/** Returns a function that reads a point of the programme by columns of the draft. */
export function readingOf(
  { columnOf, decided }: Pick<Model, 'columnOf' | 'decided'>,
  point: Float64Array,
): (column: DraftColumn) => number {
  return (column) => {
    const j = columnIn({ columnOf }, column)
    return (j === undefined ? decided?.[column] : point[j]) ?? 0
  }
}

/** The programme's column for one of its draft; undefined if it can have only one value. */
export function columnIn({ columnOf }: Pick<Model, 'columnOf'>, column: DraftColumn): ModelColumn | undefined {
  const j = columnOf[column] ?? -1
  return j < 0 ? undefined : (j as ModelColumn)
}

/** The same for several columns; those without one are omitted. */
export function columnsIn(model: Pick<Model, 'columnOf'>, columns: readonly DraftColumn[]): ModelColumn[] {
  return columns.flatMap((column) => columnIn(model, column) ?? [])
}

/** A level of the programme. Rules that are hard by nature ("law") come before rules that a network has made hard. */
const RANKS = ['law', ...LEVELS] as const
type Rank = (typeof RANKS)[number]

interface Bend {
  readonly rank: Rank
  readonly isFirm: boolean
  readonly weight: number
}

/**
 * Rows of hard rules and bookkeeping rows (weight 0) stay as they are; all others get a slack. A given rota may break hard rules, so for it
 * these rows get a slack too, in a level before all others.
 */
export function elasticModel(draft: Draft, rules: readonly RuleFacts[], problem: Problem): Model {
  const columnOf = keepColumns(draft)
  const builder = new ProgrammeBuilder(draft, columnOf)
  const bends = new Map(
    rules.map((rule): [string, Bend] => {
      const level = levelOf(rule, problem)
      const rank = level === 'never' && rule.level === 'never' ? 'law' : level
      const isFirm = level === 'never' && !draft.isGiven
      return [rule.id, { rank, isFirm, weight: weightOf(rule, problem) }]
    }),
  )
  for (const row of draft.rows) builder.addRow(row, bends.get(row.rule))
  for (const charge of draft.charges) {
    const column = columnIn({ columnOf }, charge.column)
    const bend = bends.get(charge.rule)
    if (column !== undefined && bend !== undefined) builder.count(column, charge, bend)
  }
  return builder.finish()
}

function keepColumns(draft: Draft): Int32Array {
  const columnOf = new Int32Array(draft.lower.length).fill(-1)
  let next = 0
  for (let j = 0; j < draft.lower.length; j++)
    if ((draft.upper[j] ?? 0) > 0 || (draft.lower[j] ?? 0) !== 0) columnOf[j] = next++
  return columnOf
}

class ProgrammeBuilder {
  readonly #columnOf: Int32Array
  readonly #lower: number[] = []
  readonly #upper: number[] = []
  readonly #whole: number[] = []
  readonly #rowLower: number[] = []
  readonly #rowUpper: number[] = []
  readonly #starts: number[] = [0]
  readonly #indices: number[] = []
  readonly #values: number[] = []
  readonly #ruleOfRow: string[] = []
  readonly #slackOfRow: number[] = []
  readonly #levels = new Map<Rank, Map<ModelColumn, number>>()
  readonly #accounts = new Map<string, Map<ModelColumn, number>>()

  constructor(draft: Draft, columnOf: Int32Array) {
    this.#columnOf = columnOf
    for (let j = 0; j < draft.lower.length; j++) {
      if ((columnOf[j] ?? -1) >= 0) this.#column(draft.lower[j] ?? 0, draft.upper[j] ?? 0, draft.whole[j] === true)
    }
  }

  addRow(row: DraftRow, bend: Bend | undefined): void {
    const terms = this.#gather(row.terms)
    const short = this.#shortfall(terms, row)
    if (short <= 1e-9) return
    const bends = bend !== undefined && !bend.isFirm && row.weight > 0
    this.#ruleOfRow.push(row.rule)
    this.#rowLower.push(row.lower)
    this.#rowUpper.push(row.upper)
    for (const [column, value] of terms) this.#entry(column, value)
    this.#slackOfRow.push(-1)
    if (bends) {
      const slack = this.#column(0, short, false)
      this.#entry(slack, row.lower === Number.NEGATIVE_INFINITY ? -1 : 1)
      this.#slackOfRow[this.#slackOfRow.length - 1] = slack
      this.count(slack, { rule: row.rule, amount: 1, weight: row.weight }, bend)
    }
    this.#starts.push(this.#indices.length)
  }

  /** Adds every unit of the column to the rule's amount and to the cost of its level. */
  count(column: ModelColumn, what: { rule: string; amount: number; weight: number }, bend: Bend): void {
    const account = this.#accounts.get(what.rule) ?? new Map<ModelColumn, number>()
    account.set(column, (account.get(column) ?? 0) + what.amount * what.weight)
    this.#accounts.set(what.rule, account)
    const costs = this.#levels.get(bend.rank) ?? new Map<ModelColumn, number>()
    costs.set(column, (costs.get(column) ?? 0) + what.amount * what.weight * bend.weight)
    this.#levels.set(bend.rank, costs)
  }

  finish(): Model {
    const levels = RANKS.flatMap((rank) => {
      const costs = this.#levels.get(rank)
      const level: Level = rank === 'law' ? 'never' : rank
      return costs === undefined ? [] : [{ level, columns: [...costs.keys()], costs: [...costs.values()] }]
    })
    return {
      lp: {
        columns: this.#lower.length,
        rows: this.#rowLower.length,
        offset: 0,
        cost: new Float64Array(this.#lower.length),
        lower: Float64Array.from(this.#lower),
        upper: Float64Array.from(this.#upper),
        whole: Uint8Array.from(this.#whole),
        rowLower: Float64Array.from(this.#rowLower),
        rowUpper: Float64Array.from(this.#rowUpper),
        starts: Int32Array.from(this.#starts),
        indices: Int32Array.from(this.#indices),
        values: Float64Array.from(this.#values),
      },
      levels,
      accounts: [...this.#accounts].map(([rule, terms]) => ({ rule, terms: [...terms] })),
      columnOf: this.#columnOf,
      ruleOfRow: this.#ruleOfRow,
      slackOfRow: Int32Array.from(this.#slackOfRow),
    }
  }

  #column(lower: number, upper: number, whole: boolean): ModelColumn {
    this.#lower.push(lower)
    this.#upper.push(upper)
    this.#whole.push(whole ? 1 : 0)
    return (this.#lower.length - 1) as ModelColumn
  }

  #entry(column: ModelColumn, value: number): void {
    this.#indices.push(column)
    this.#values.push(value)
  }

  /** Terms over the programme's columns, merged and in ascending order. */
  #gather(terms: readonly Term[]): ModelTerm[] {
    const sums = new Map<ModelColumn, number>()
    for (const [draftColumn, value] of terms) {
      const column = columnIn({ columnOf: this.#columnOf }, draftColumn)
      if (column !== undefined) sums.set(column, (sums.get(column) ?? 0) + value)
    }
    return [...sums].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b)
  }

  /** The most by which the row could be violated within the columns' bounds; if 0 or less, it can never bind. */
  #shortfall(terms: readonly ModelTerm[], row: DraftRow): number {
    let least = 0
    let most = 0
    for (const [column, value] of terms) {
      const [low, high] = [(this.#lower[column] ?? 0) * value, (this.#upper[column] ?? 0) * value]
      least += Math.min(low, high)
      most += Math.max(low, high)
    }
    return Math.max(row.lower - least, most - row.upper)
  }
}

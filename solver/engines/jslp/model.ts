/** Converts a programme to javascript-lp-solver's form: columns from zero upwards, rows scaled to near 1, names by number. */
import type { Model as JslpModel } from 'javascript-lp-solver'
import type { Lp } from '../../lp/lp.ts'

/** x = base + sign · (its own column) for each column; free columns are the difference of two. */
interface Place {
  readonly base: number
  readonly plus: string | null
  readonly minus: string | null
}

export interface Translated {
  readonly model: JslpModel
  /** Converts the library's values (which omit zeros) to ours. */
  point(values: Readonly<Record<string, number | undefined>>): Float64Array
  /** For each constraint in the library's order: our row (null for a column's bound), and the factor for its dual. */
  readonly constraints: readonly { readonly row: number | null; readonly worth: number }[]
}

interface Bounds {
  min?: number
  max?: number
}

export function translate(lp: Lp, options: { readonly whole: boolean; readonly tolerance: number }): Translated {
  const builder = new Builder(lp)
  for (let j = 0; j < lp.columns; j++) builder.column(j, options.whole && lp.whole[j] === 1)
  for (let r = 0; r < lp.rows; r++) builder.row(r)
  return builder.done(options.tolerance)
}

class Builder {
  readonly #lp: Lp
  readonly #costScale: number
  readonly #places: Place[] = []
  readonly #variables: Record<string, Record<string, number>> = {}
  readonly #ints: Record<string, 1> = {}
  readonly #rows: Record<string, Bounds> = {}
  readonly #order: { row: number | null; worth: number }[] = []

  constructor(lp: Lp) {
    this.#lp = lp
    this.#costScale = lp.cost.reduce((most, c) => Math.max(most, Math.abs(c)), 0) || 1
  }

  column(j: number, whole: boolean): void {
    const [low, high] = [this.#lp.lower[j] ?? 0, this.#lp.upper[j] ?? 0]
    const [lower, upper] = whole ? [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)] : [low, high]
    const isEarning = (this.#lp.cost[j] ?? 0) < 0 && Number.isFinite(upper)
    if (lower === upper) this.#places.push({ base: lower, plus: null, minus: null })
    // Counted down from its upper bound, the column has a positive cost; if all columns do, the library's first phase is a dual simplex.
    else if (Number.isFinite(lower) && isEarning && !whole)
      this.#places.push({ base: upper, plus: null, minus: this.#variable(`x${j}`, whole, upper - lower) })
    else if (Number.isFinite(lower))
      this.#places.push({ base: lower, plus: this.#variable(`x${j}`, whole, upper - lower), minus: null })
    else if (Number.isFinite(upper))
      this.#places.push({ base: upper, plus: null, minus: this.#variable(`x${j}`, whole, Infinity) })
    else {
      const plus = this.#variable(`x${j}`, whole, Infinity)
      this.#places.push({ base: 0, plus, minus: this.#variable(`y${j}`, whole, Infinity) })
    }
    const cost = (this.#lp.cost[j] ?? 0) / this.#costScale
    this.#enter(j, 'cost', cost)
  }

  row(r: number): void {
    const { starts, indices, values, rowLower, rowUpper } = this.#lp
    let base = 0
    let scale = 0
    for (let e = starts[r] ?? 0; e < (starts[r + 1] ?? 0); e++) {
      const place = this.#places[indices[e] ?? 0]
      base += (values[e] ?? 0) * (place?.base ?? 0)
      if (place?.plus != null || place?.minus != null) scale = Math.max(scale, Math.abs(values[e] ?? 0))
    }
    // A row of fixed columns still has to hold, so it stays, without entries.
    const by = scale || 1
    const name = `r${r}`
    const bounds = boundsOf(((rowLower[r] ?? 0) - base) / by, ((rowUpper[r] ?? 0) - base) / by)
    if (bounds === null) return
    this.#constrain(name, bounds, { row: r, worth: this.#costScale / by })
    for (let e = starts[r] ?? 0; e < (starts[r + 1] ?? 0); e++)
      this.#enter(indices[e] ?? 0, name, (values[e] ?? 0) / by)
  }

  done(tolerance: number): Translated {
    const places = this.#places
    return {
      model: {
        optimize: 'cost',
        opType: 'min',
        constraints: this.#rows,
        variables: this.#variables,
        ints: this.#ints,
        // Its presolve drops the costs of columns that it fixes, and its cycle check reports a cycle as infeasible.
        options: { presolve: false, exitOnCycles: false, tolerance },
      },
      point: (values) =>
        Float64Array.from(places, ({ base, plus, minus }) => base + valueAt(values, plus) - valueAt(values, minus)),
      constraints: this.#order,
    }
  }

  #variable(name: string, whole: boolean, range: number): string {
    this.#variables[name] = {}
    if (whole) this.#ints[name] = 1
    if (range < Infinity) {
      const bound = `b${name}`
      this.#constrain(bound, { max: range }, { row: null, worth: 0 })
      this.#variables[name] = { [bound]: 1 }
    }
    return name
  }

  #constrain(name: string, bounds: Bounds, meaning: { readonly row: number | null; readonly worth: number }): void {
    this.#rows[name] = bounds
    if (bounds.min !== undefined) this.#order.push({ ...meaning, worth: -meaning.worth })
    if (bounds.max !== undefined) this.#order.push(meaning)
  }

  #enter(j: number, name: string, value: number): void {
    const { plus, minus } = this.#places[j] ?? { plus: null, minus: null }
    const [up, down] = [
      plus === null ? undefined : this.#variables[plus],
      minus === null ? undefined : this.#variables[minus],
    ]
    if (up !== undefined) up[name] = value
    if (down !== undefined) down[name] = -value
  }
}

function boundsOf(min: number, max: number): Bounds | null {
  if (min === -Infinity && max === Infinity) return null
  return { ...(min > -Infinity ? { min } : {}), ...(max < Infinity ? { max } : {}) }
}

function valueAt(values: Readonly<Record<string, number | undefined>>, name: string | null): number {
  return name === null ? 0 : (values[name] ?? 0)
}

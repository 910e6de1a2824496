/** Validates a programme's data before an engine sees it; engines silently return nonsense for invalid input. */
import type { Lp } from './lp.ts'

/** The first flaw, naming its column or row by index; null if there is none. Infinite and crossed bounds are allowed. */
export function flaw(lp: Lp): string | null {
  return flawOfLengths(lp) ?? flawOfColumns(lp) ?? flawOfRows(lp) ?? flawOfMatrix(lp)
}

function flawOfLengths(lp: Lp): string | null {
  const perColumn = [lp.cost, lp.lower, lp.upper, lp.whole]
  if (perColumn.some((a) => a.length !== lp.columns)) return `an array of columns is not ${lp.columns} long`
  if ([lp.rowLower, lp.rowUpper].some((a) => a.length !== lp.rows)) return `an array of rows is not ${lp.rows} long`
  if (lp.starts.length !== lp.rows + 1 || lp.starts[0] !== 0) return `the starts do not fit ${lp.rows} rows`
  if (lp.indices.length !== lp.values.length) return 'indices and values differ in length'
  if (lp.starts[lp.rows] !== lp.values.length) return 'the last start is not the number of entries'
  return Number.isFinite(lp.offset) ? null : `the offset is ${lp.offset}`
}

function flawOfColumns(lp: Lp): string | null {
  for (let j = 0; j < lp.columns; j++) {
    const cost = lp.cost[j] ?? Number.NaN
    if (!Number.isFinite(cost)) return `column ${j}: the cost is ${cost}`
    const bad = flawOfBounds(lp.lower[j], lp.upper[j])
    if (bad !== null) return `column ${j}: ${bad}`
    if ((lp.whole[j] ?? 2) > 1) return `column ${j}: whole is ${lp.whole[j]}, not 0 or 1`
  }
  return null
}

function flawOfRows(lp: Lp): string | null {
  for (let r = 0; r < lp.rows; r++) {
    const bad = flawOfBounds(lp.rowLower[r], lp.rowUpper[r])
    if (bad !== null) return `row ${r}: ${bad}`
    if ((lp.starts[r + 1] ?? 0) < (lp.starts[r] ?? 0)) return `row ${r}: its entries end before they start`
  }
  return null
}

function flawOfBounds(lower = Number.NaN, upper = Number.NaN): string | null {
  if (Number.isNaN(lower) || lower === Infinity) return `the lower bound is ${lower}`
  if (Number.isNaN(upper) || upper === -Infinity) return `the upper bound is ${upper}`
  return null
}

function flawOfMatrix(lp: Lp): string | null {
  const lastRow = new Int32Array(lp.columns).fill(-1)
  for (let r = 0; r < lp.rows; r++) {
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? -1
      const value = lp.values[e] ?? Number.NaN
      if (j < 0 || j >= lp.columns) return `row ${r}: it names column ${j} of ${lp.columns}`
      if (!Number.isFinite(value)) return `row ${r}, column ${j}: the coefficient is ${value}`
      if (lastRow[j] === r) return `row ${r}: it names column ${j} twice`
      lastRow[j] = r
    }
  }
  return null
}

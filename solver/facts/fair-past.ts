/** Each person's fair share of the past, from the week in which they joined. Read from the document. */
import type { History, SharedKind } from '../../src/problem.ts'

/**
 * By row, in sessions of the kind; 0 for people without a past. Uses a recorded figure if there is one.
 * Otherwise assumes that each person's sessions are spread evenly over their own weeks, and shares each week's
 * total among those who were there, in proportion to their sessions.
 */
export function fairPastOf(rows: readonly (History | undefined)[], kind: SharedKind): number[] {
  const longest = Math.max(0, ...rows.map((row) => row?.weeks ?? 0)) || 1
  const weeksOf = (row: History | undefined) => (row === undefined ? 0 : (row.weeks ?? longest))
  const fair = rows.map(() => 0)
  let since = 0
  for (const until of [...new Set(rows.map(weeksOf))].sort((a, b) => a - b)) {
    // From `since` to `until` weeks ago, everybody whose history goes back that far was there.
    const there = rows.map((row) => (row !== undefined && weeksOf(row) >= until ? row : undefined))
    const inWeek = (row: History | undefined, count: number) => (row === undefined ? 0 : count / weeksOf(row))
    const worked = there.reduce((sum, row) => sum + inWeek(row, row?.[kind] ?? 0), 0)
    const shares = sharesOf(
      there.map((row) => inWeek(row, row?.sessions ?? 0)),
      there.map((row) => row !== undefined),
    )
    for (const k of rows.keys()) fair[k] = (fair[k] ?? 0) + (until - since) * worked * (shares[k] ?? 0)
    since = until
  }
  return rows.map((row, k) => row?.fair?.[kind] ?? fair[k] ?? 0)
}

/** Each person's share of the total, 0 to 1; if the total is 0, those who are `there` share equally. */
export function sharesOf(
  amounts: readonly number[],
  there: readonly boolean[] = amounts.map(() => true),
): readonly number[] {
  const all = amounts.reduce((sum, amount) => sum + amount, 0)
  const heads = there.filter(Boolean).length
  return amounts.map((amount, k) => (all > 0 ? amount / all : there[k] ? 1 / heads : 0))
}

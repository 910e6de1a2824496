/** Compares the two accounts of a rota: the model's breaches and those found by the checks. */
import type { AuditReport } from '../../src/report.ts'
import type { Model } from '../model/elastic.ts'
import type { Verdict } from './judge.ts'

/** Relative to the larger account, or to one unit if that is more: contacts are fractional, and rows have a tolerance. */
const TOLERANCE = 1e-4

export interface Audit extends AuditReport {
  /** True if proof tolerances and early stops do not explain the difference. */
  readonly disputed: boolean
}

/**
 * `tight`: every slack of the point is as small as its row allows, so the accounts must be equal. Otherwise the model's may be larger than
 * the rota needs, but never smaller. For hard rules both must be 0.
 */
export function audit(model: Model, point: Float64Array, verdicts: readonly Verdict[], tight: boolean): Audit {
  const spent = new Map(
    model.accounts.map(({ rule, terms, settled = 0 }) => [
      rule,
      terms.reduce((sum, [j, a]) => sum + a * (point[j] ?? 0), settled),
    ]),
  )
  const rules = verdicts.map((v) => ({
    rule: v.rule.id,
    model: round(spent.get(v.rule.id) ?? 0),
    rota: round(v.amount),
  }))
  const agrees = rules.every(({ model: said, rota: found }) => {
    const tolerance = TOLERANCE * Math.max(1, said, found)
    return tight ? Math.abs(said - found) <= tolerance : found <= said + tolerance
  })
  return { agrees, disputed: !agrees, rules }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

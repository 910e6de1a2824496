/** Whether a report says of its rota what our own check of it finds. */
import type { Verdict } from '../solver/judge.ts'

/** A report's figures are rounded, contacts to a millionth; over a network that adds up to no more than this. */
const TOLERANCE = 1e-3

/** True where each rule's amount is as the report's own audit tells it. A rota that claims nothing cannot differ. */
export function claimAgrees(claim: unknown, verdicts: readonly Verdict[]): boolean {
  const claimed = claimedAmounts(claim)
  if (claimed === null) return true
  return verdicts.every(({ rule, amount }) => {
    const said = claimed.get(rule.id) ?? 0
    return Math.abs(said - amount) <= TOLERANCE * Math.max(1, said, amount)
  })
}

/** By rule, or null where there is no audit to read. */
function claimedAmounts(claim: unknown): Map<string, number> | null {
  const rules = field(field(claim, 'audit'), 'rules')
  if (!Array.isArray(rules)) return null
  return new Map(
    rules.flatMap((row: unknown): [string, number][] => {
      const [rule, amount] = [field(row, 'rule'), field(row, 'rota')]
      return typeof rule === 'string' && typeof amount === 'number' ? [[rule, amount]] : []
    }),
  )
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

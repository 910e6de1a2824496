/** Findings in the order in which a manager should read them. */
import { LEVELS } from '../../src/breach.ts'
import { byText, placeIn } from '../../src/order.ts'
import type { Problem } from '../../src/problem.ts'
import type { Finding } from '../../src/report.ts'

/** By level, then by amount × weight, then by time and place. Deterministic. */
export function inOrder(problem: Problem, findings: readonly Finding[]): Finding[] {
  const site = placeIn(problem.sites)
  const need = placeIn(problem.needs)
  const part = placeIn(problem.horizon.parts)
  return [...findings].sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      size(b) - size(a) ||
      byText(a.date ?? '', b.date ?? '') ||
      part(a.part) - part(b.part) ||
      site(a.site) - site(b.site) ||
      need(a.need) - need(b.need) ||
      byText(a.rule, b.rule) ||
      byText(a.sentence, b.sentence) ||
      byText(a.people.join(' '), b.people.join(' ')),
  )
}

function size(finding: Finding): number {
  return finding.amount * (finding.weight ?? 1)
}

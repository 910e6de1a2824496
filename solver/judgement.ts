/** What is told of a rota that came from somewhere else: findings, service, and whether its own report tells the same. */
import { asWritten } from '../src/as-written.ts'
import type { Problem } from '../src/problem.ts'
import type { Judgement } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import { causesOf } from './causes.ts'
import { fillClinics } from './fill-clinics.ts'
import { findingsOf, judge, type Verdict } from './judge.ts'
import { inOrder } from './report/findings.ts'
import { serviceOf, withCauses } from './report/service.ts'

/** A report's audit is rounded, and others may have rounded its contacts; over a network that adds up to no more than this. */
const TOLERANCE = 1e-3

/**
 * `claim` is the rota as it came: a report, whose audit is held against what is found, or assignments alone,
 * which are judged with a clinic plan that fills their time. */
export function judgementOf(problem: Problem, given: Rota, claim: unknown): Judgement {
  const isBare = given.clinics.length === 0 && given.assignments.length > 0
  const clinics = isBare ? fillClinics(problem, given.assignments) : given.clinics
  const rota = asWritten(problem, { ...given, clinics })
  const verdicts = judge(rota, problem)
  const causes = causesOf(problem, rota)
  return {
    remarks: problem.remarks,
    findings: inOrder(problem, findingsOf(verdicts, problem, causes.ofBreach)),
    agrees: claimAgrees(claim, verdicts),
    clinicPlan: isBare ? 'filled' : 'given',
    service: withCauses(serviceOf(problem, rota.clinics), causes.ofUnmet),
  }
}

/** True where each rule's amount is as the report's own audit tells it. A rota that claims nothing cannot differ. */
function claimAgrees(claim: unknown, verdicts: readonly Verdict[]): boolean {
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

/** Judges a rota from elsewhere: levels, findings, service, and whether its own report agrees. */
import { asWritten } from '../src/as-written.ts'
import { LEVELS } from '../src/breach.ts'
import type { Problem } from '../src/problem.ts'
import type { Finding, JudgedLevel, Judgement, RotaReport, ServiceReport } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import { findingsOf, judge, levelValues, type Verdict } from './check/judge.ts'
import { trustedChoice } from './engine-choice.ts'
import { type Causes, causesOf } from './explain/causes/causes.ts'
import { floorOf, UNITS } from './facts/level-units.ts'
import { isInForce, weightOf } from './facts/rule-settings.ts'
import { figuresOf } from './report/figures.ts'
import { inOrder } from './report/findings.ts'
import { assignmentsOf } from './report/plan.ts'
import { rotaReportOf } from './report/report.ts'
import { round } from './report/round.ts'
import { serviceOf, withCauses } from './report/service.ts'
import { waitingOf } from './report/waiting.ts'
import { RULES } from './rules/index.ts'
import { contactPlan } from './search/contact-plan.ts'

/** Reports round their figures, and their contacts may be rounded too; over a network that adds up to at most this. */
const TOLERANCE = 1e-3

interface Examined {
  /** The rota came without clinics, and was given the best that its people could hold. */
  readonly isBare: boolean
  readonly rota: Rota
  readonly verdicts: readonly Verdict[]
  readonly findings: readonly Finding[]
  readonly service: ServiceReport
}

/** Gives a rota without clinics the best that its people could hold. That uses an engine, which blocks its thread. */
async function examined(problem: Problem, given: Rota, why: 'with-causes' | 'without-causes'): Promise<Examined> {
  const isBare = given.clinics.length === 0 && given.assignments.length > 0
  const rota = isBare ? await planned(problem, given) : asWritten(problem, given)
  const verdicts = judge(rota, problem)
  const causes = why === 'with-causes' ? causesOf(problem, rota) : UNEXPLAINED
  const findings = inOrder(problem, findingsOf(verdicts, problem, causes.ofBreach))
  return { isBare, rota, verdicts, findings, service: withCauses(serviceOf(problem, rota.clinics), causes.ofUnmet) }
}

/** Causes take longer than everything else, so comparisons of many rotas omit them. */
const UNEXPLAINED: Causes = { ofBreach: () => undefined, ofUnmet: () => undefined }

/** A full report on a rota that was not solved here. */
export async function reportOnGiven(problem: Problem, given: Rota): Promise<RotaReport> {
  const { rota, findings, service } = await examined(problem, given, 'with-causes')
  return rotaReportOf({ problem, rota, findings, service })
}

/**
 * `claim` is the rota as received: a report, whose own account is compared with what is found, or just assignments. A rota without clinics
 * is judged with the best that its people could hold.
 */
export async function judgementOf(problem: Problem, given: Rota, claim: unknown): Promise<Judgement> {
  return judgementIn(problem, { given, claim }, await examined(problem, given, 'with-causes'))
}

/** The same without causes: less than half the work on a large network. */
export async function judgementWithoutCauses(problem: Problem, given: Rota, claim: unknown): Promise<Judgement> {
  return judgementIn(problem, { given, claim }, await examined(problem, given, 'without-causes'))
}

function judgementIn(
  problem: Problem,
  { given, claim }: { readonly given: Rota; readonly claim: unknown },
  { isBare, rota, verdicts, findings, service }: Examined,
): Judgement {
  return {
    remarks: problem.remarks,
    levels: judgedLevels(problem, verdicts),
    findings,
    // Our clinic plan may differ from an equally good one that was left out, so only the levels can be compared.
    agrees: isBare ? levelsAgree(claim, verdicts, problem) : amountsAgree(claim, verdicts),
    clinicPlan: isBare ? 'exact' : 'given',
    ...(isBare ? { byTelephone: addedTelephones(problem, given, rota) } : {}),
    service,
    waiting: waitingOf(problem, rota.clinics),
    ...figuresOf({ problem, rota, findings, service }),
  }
}

async function planned(problem: Problem, { assignments }: Rota): Promise<Rota> {
  const { engine } = await trustedChoice(problem)
  try {
    return await contactPlan(problem, assignments, { engine, rules: RULES.filter((r) => isInForce(r, problem)) })
  } finally {
    await engine.close?.()
  }
}

/** According to the checks, in order. The level `never` appears only if it is broken. */
function judgedLevels(problem: Problem, verdicts: readonly Verdict[]): JudgedLevel[] {
  const values = levelValues(verdicts)
  const asked = new Set(verdicts.map(({ level }) => level))
  return LEVELS.filter((level) => (level === 'never' ? (values.get(level) ?? 0) > 0 : asked.has(level))).map(
    (level) => ({
      level,
      value: round(values.get(level) ?? 0, 6),
      unit: UNITS[level],
      floor: floorOf(level, problem),
    }),
  )
}

/** People who work by telephone only in our plan. */
function addedTelephones(problem: Problem, given: Rota, rota: Rota): NonNullable<Judgement['byTelephone']> {
  const said = new Set(given.assignments.filter((a) => a.remote).map((a) => `${a.person} ${a.session}`))
  const added = rota.assignments.filter((a) => a.remote && !said.has(`${a.person} ${a.session}`))
  return assignmentsOf(problem, added).map(({ person, date, part, site }) => ({ person, date, part, site }))
}

/** True if each rule's amount agrees with the report's own audit, or if the rota came without a report. */
function amountsAgree(claim: unknown, verdicts: readonly Verdict[]): boolean {
  const claimed = claimedAmounts(claim)
  return claimed === null || verdicts.every(({ rule, amount }) => isSame(claimed.get(rule.id) ?? 0, amount))
}

/** The same per level: equally good plans may distribute a level among its rules differently. */
function levelsAgree(claim: unknown, verdicts: readonly Verdict[], problem: Problem): boolean {
  const claimed = claimedAmounts(claim)
  if (claimed === null) return true
  return LEVELS.every((level) => {
    const own = verdicts.filter((verdict) => verdict.level === level)
    const said = own.reduce((sum, { rule }) => sum + (claimed.get(rule.id) ?? 0) * weightOf(rule, problem), 0)
    return isSame(
      said,
      own.reduce((sum, { counted }) => sum + counted, 0),
    )
  })
}

function isSame(said: number, found: number): boolean {
  return Math.abs(said - found) <= TOLERANCE * Math.max(1, said, found)
}

/** By rule; null if there is no audit. */
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

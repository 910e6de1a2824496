/** Solves one instance in the usual way (document, Problem, solve in its own thread, report), and scores the result independently. */
import { RULES, ruleBook } from '../../solver/rules/index.ts'
import { planInThread } from '../../solver/worker/thread.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Report } from '../../src/report.ts'
import { COST_LEVEL, dateOf, documentOf } from './document.ts'
import type { Instance } from './instance.ts'
import { type Schedule, score } from './score.ts'

const PROCESSOR_THREAD = new URL('./processor-thread.ts', import.meta.url)

export interface Measured {
  readonly instance: string
  /** By the benchmark's own formula; null if no rota keeps its hard rules. */
  readonly cost: number | null
  /** Proven by the solve: no schedule costs less. */
  readonly bound: number
  readonly seconds: number
  /** Total over all threads of this process. */
  readonly processorSeconds: number
  readonly status: Report['status']
  /** Broken hard rules of the benchmark, or differences between our account and its formula. */
  readonly faults: readonly string[]
}

/** Time limit of a measurement: wall-clock seconds, or processor seconds, which do not depend on other work. */
export interface Allowance {
  readonly seconds: number
  readonly ofProcessor: boolean
}

/** On a very busy machine, a processor second may take a minute. */
const LONGEST = 60

export async function measure(instance: Instance, { seconds, ofProcessor }: Allowance): Promise<Measured> {
  const document = withoutOtherRules(documentOf(instance, seconds))
  const problem = readDocument(document, ruleBook())
  const before = process.cpuUsage()
  const began = performance.now()
  const clock = ofProcessor ? { entry: PROCESSOR_THREAD, grace: LONGEST * seconds } : {}
  const report = await planInThread(problem, { documentHash: hashDocument(document), ...clock })
  const wall = (performance.now() - began) / 1000
  const used = process.cpuUsage(before)
  const level = report.levels.find((one) => one.level === COST_LEVEL)
  const { cost, broken } = score(instance, scheduleOf(instance, report))
  const answered = report.status !== 'no-rota' && report.status !== 'impossible'
  const ours = level?.value ?? 0
  const faults = [
    ...broken,
    ...(Math.abs(ours - cost) > 1e-6 * Math.max(1, cost) ? [`our account says ${ours}, the formula ${cost}`] : []),
    ...(report.disputed ? ['the model and the checks tell different accounts'] : []),
  ]
  return {
    instance: instance.name,
    cost: answered && broken.length === 0 ? cost : null,
    bound: roundUp(level?.bound ?? 0, instance),
    seconds: round(wall),
    processorSeconds: round((used.user + used.system) / 1e6),
    status: report.status,
    faults: answered ? faults : [],
  }
}

/** Uses THE LIST itself, so that rules added later are off here too. */
export function withoutOtherRules(document: RotaDocument): RotaDocument {
  const others = RULES.filter((rule) => rule.level !== 'never' && !(rule.id in (document.rules ?? {})))
  return {
    ...document,
    rules: { ...Object.fromEntries(others.map((rule) => [rule.id, false as const])), ...document.rules },
  }
}

/** Who works which shift on which day; only clinics, since each shift is a clinic in its part of the day. */
export function scheduleOf(instance: Instance, report: Report): Schedule {
  const dates = Array.from({ length: instance.days }, (_, day) => dateOf(day))
  return new Map(
    instance.staff.map(({ id }) => {
      const own = report.assignments.filter((a) => a.person === id)
      return [id, dates.map((date) => own.filter((a) => a.date === date).map((a) => a.part))]
    }),
  )
}

/** If all weights are integers, so is every cost. */
function roundUp(bound: number, { requests, cover }: Instance): number {
  const weights = [...requests.map((r) => r.weight), ...cover.flatMap((c) => [c.under, c.over])]
  return weights.every(Number.isInteger) ? Math.ceil(bound - 1e-6) : bound
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}

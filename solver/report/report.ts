/** Makes a report from a rota: figures and findings, without the model. */
import type { Problem } from '../../src/problem.ts'
import type {
  AuditReport,
  Finding,
  LevelReport,
  Report,
  RotaReport,
  ServiceReport,
  UnmetReport,
} from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { actionsOf } from './actions/actions.ts'
import { basisOf } from './basis.ts'
import { costOf } from './cost.ts'
import { coverOf } from './cover.ts'
import { inOrder } from './findings.ts'
import type { Outcome } from './outcome.ts'
import { peopleOf } from './people.ts'
import { assignmentsOf, clinicsOf } from './plan.ts'
import { round } from './round.ts'
import { serviceOf, withCauses } from './service.ts'
import { unassignedOf } from './unassigned.ts'
import { waitingOf } from './waiting.ts'
import { NO_BOOK, weekBookOf } from './week-book.ts'

/** Report content that comes from neither the week nor its rota. */
export interface ReportNotes {
  /** Hash of the document as received: `sha256:…`. */
  readonly documentHash: string
  readonly rulesVersion: string
  /** Findings of the rules' checks, in any order. */
  readonly findings: readonly Finding[]
  /** Why contacts are not met in time; undefined if causes are not wanted. */
  readonly causeOf?: (unmet: UnmetReport) => string | undefined
}

const NOBODY: Rota = { assignments: [], clinics: [] }

/** The report of a solve, however it ended. Without a rota, nothing is met and nobody is at work. */
export function makeReport(problem: Problem, outcome: Outcome, notes: ReportNotes): Report {
  const isRota = outcome.kind === 'rota'
  const rota = isRota ? outcome.rota : NOBODY
  const findings = inOrder(problem, notes.findings).map((finding) => ({ ...finding, amount: round(finding.amount) }))
  const service = withCauses(serviceOf(problem, rota.clinics), notes.causeOf)
  const audit = isRota ? steadyAudit(outcome.audit) : { agrees: true, rules: [] }
  return {
    format: 'report/1',
    status: isRota ? outcome.status : outcome.kind,
    disputed: !audit.agrees,
    ...ofWeek(problem),
    levels: isRota ? outcome.levels.map(steadyLevel) : [],
    audit,
    ...figuresOf({ problem, rota, findings, service, isRota }),
    ...(outcome.kind === 'impossible' ? { clash: outcome.clash } : {}),
    stamp: stampOf(problem, outcome, notes),
  }
}

interface Figured {
  readonly problem: Problem
  readonly rota: Rota
  readonly findings: readonly Finding[]
  readonly service: ServiceReport
}

/** The same for a rota that was not solved here. */
export function rotaReportOf(figured: Figured): RotaReport {
  return { ...ofWeek(figured.problem), ...figuresOf({ ...figured, isRota: true }) }
}

function figuresOf({ problem, rota, findings, service, isRota }: Figured & { readonly isRota: boolean }) {
  const book = isRota ? weekBookOf(problem, rota, findings) : NO_BOOK
  const assignments = assignmentsOf(problem, rota.assignments)
  return {
    assignments,
    clinics: clinicsOf(problem, rota.clinics),
    service,
    waiting: isRota ? waitingOf(problem, rota.clinics) : [],
    cover: coverOf(problem, rota.assignments),
    findings,
    actions: isRota ? actionsOf({ problem, rota, assignments, findings, book, service }) : [],
    people: peopleOf(problem, rota),
    unassigned: isRota ? unassignedOf(problem, rota.assignments) : [],
    cost: costOf(problem, rota.assignments),
    basis: basisOf(problem, rota.assignments),
    ...book,
  }
}

function ofWeek(problem: Problem) {
  return {
    ...(problem.note === null ? {} : { note: problem.note }),
    ...(problem.synthetic ? { synthetic: true as const } : {}),
    remarks: problem.remarks,
    network: { ods: problem.network.ods, name: problem.network.name },
    week: { from: problem.horizon.from, weeks: problem.horizon.weeks },
  }
}

function stampOf(problem: Problem, outcome: Outcome, notes: ReportNotes): Report['stamp'] {
  return {
    engine: outcome.engine.name,
    engineVersion: outcome.engine.version,
    engineWhy: outcome.engine.why,
    seed: problem.solve.seed,
    documentHash: notes.documentHash,
    rulesVersion: notes.rulesVersion,
    seconds: round(outcome.seconds, 3),
    checked: outcome.kind === 'rota',
    columns: outcome.size.columns,
    wholeColumns: outcome.size.wholeColumns,
    rows: outcome.size.rows,
  }
}

/** Six decimal places: differences beyond are rounding in the engine. */
function steadyLevel(level: LevelReport): LevelReport {
  return {
    ...level,
    value: round(level.value, 6),
    bound: round(level.bound, 6),
    gap: round(level.gap, 6),
    seconds: round(level.seconds, 3),
  }
}

function steadyAudit(audit: AuditReport): AuditReport {
  return {
    agrees: audit.agrees,
    rules: audit.rules.map(({ rule, model, rota }) => ({ rule, model: round(model, 6), rota: round(rota, 6) })),
  }
}

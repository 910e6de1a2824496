/** Reads a workforce plan against a document, and gives for each quarter a week with the plan and a week without it. */
import { BadInput } from '../../errors.ts'
import { WEEKS_A_QUARTER } from '../../pay-weeks.ts'
import { addDays } from '../../time.ts'
import { Complaints } from '../document/complaints.ts'
import { readOne } from '../document/reading.ts'
import { roleSchema } from '../document/schema.ts'
import type { RotaDocument } from '../rota-document.ts'
import { applyChanges } from './apply-changes.ts'
import { changesIn, type PlanStep } from './plan-changes.ts'
import { checkSteps } from './plan-checks.ts'
import { planEvents } from './plan-events.ts'
import { planOutline, QUARTERS, STEP_SCHEMAS, type StepKind } from './plan-schemas.ts'

export interface PlannedQuarter<T> {
  readonly quarter: number
  readonly from: string
  readonly to: string
  readonly events: readonly string[]
  readonly training: number
  readonly once: number
  readonly changes: readonly unknown[]
  /** Without the plan, and with it. */
  readonly without: T
  readonly with: T
}

export interface ReadPlan<T> {
  readonly name: string
  readonly quarters: readonly PlannedQuarter<T>[]
}

/** Throws one BadInput with every error; pointers start at the plan. `read` validates a changed document. */
export function readPlan<T>(document: RotaDocument, given: unknown, read: (changed: RotaDocument) => T): ReadPlan<T> {
  const complaints = new Complaints()
  const outline = readOne(given, { at: [], schema: planOutline }, complaints)
  if (outline === null) return complaints.refuse()
  if ((document.week.weeks ?? 1) > 1) {
    const detail = 'A workforce plan needs a document of one week, which stands for a week of each quarter.'
    complaints.add([], detail, { seen: document.week.weeks })
  }
  const roles = (outline.roles ?? []).flatMap((value, n) => {
    const role = readOne(value, { at: ['roles', n], schema: roleSchema }, complaints)
    return role === null ? [] : [role]
  })
  const steps = outline.steps.flatMap((value, n): PlanStep[] => {
    const step = stepOf(value, n, complaints)
    return step === null ? [] : [step]
  })
  if (complaints.total === 0) checkSteps({ document, roles, steps }, complaints)
  complaints.throwIfAny()
  const quarters = Array.from({ length: QUARTERS }, (_, k) => k + 1)
  return {
    name: outline.name,
    quarters: quarters.map((quarter) => quarterOf(quarter, { document, roles, steps, read })),
  }
}

interface Means<T> {
  readonly document: RotaDocument
  readonly roles: RotaDocument['roles']
  readonly steps: readonly PlanStep[]
  readonly read: (changed: RotaDocument) => T
}

function quarterOf<T>(quarter: number, { document, roles, steps, read }: Means<T>): PlannedQuarter<T> {
  const from = addDays(document.week.from, (quarter - 1) * WEEKS_A_QUARTER * 7)
  const added = roles.map((role) => ({ role }))
  const weekOf = (own: readonly PlanStep[]) => {
    const changes = [...added, ...changesIn(quarter, own, document)]
    return { changes, week: within(quarter, () => read(applyChanges(document, changes))) }
  }
  const undecided = steps.filter(({ decided }) => !decided)
  const [without, plan] = [weekOf(undecided), weekOf(steps)]
  const begun = steps.filter((step) => step.quarter === quarter)
  return {
    quarter,
    from,
    to: addDays(from, WEEKS_A_QUARTER * 7 - 1),
    events: planEvents(quarter, steps, { document, roles, from }),
    training: steps.reduce((sum, step) => sum + trainingIn(step, quarter), 0),
    once: begun.reduce((sum, { step }) => sum + ('cost' in step ? (step.cost ?? 0) : 0), 0),
    changes: plan.changes,
    without: without.week,
    with: plan.week,
  }
}

function trainingIn({ kind, step, quarter: first }: PlanStep, quarter: number): number {
  return kind === 'train' && first <= quarter && quarter < first + step.quarters ? step.sessions : 0
}

/** A conflict between a step and the document only shows in a quarter's week, so the complaint names the quarter. */
function within<T>(quarter: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const detail = (words: string) => `In quarter ${quarter}, with the plan's steps so far: ${words}`
    throw new BadInput(error.complaints.map((c) => ({ ...c, pointer: '/steps', detail: detail(c.detail) })))
  }
}

function stepOf(value: unknown, n: number, complaints: Complaints): PlanStep | null {
  const kinds = Object.keys(STEP_SCHEMAS)
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  const [field] = fields
  if (fields.length !== 1 || field === undefined) {
    complaints.add(['steps', n], `A step is an object with one field: ${kinds.join(', ')}.`, { seen: value })
    return null
  }
  const [kind, content] = field
  if (kinds.includes(kind)) return readStep(kind as StepKind, content, { n, complaints })
  const detail = `There is no such step; there are ${kinds.join(', ')}.`
  complaints.add(['steps', n, kind], detail, { seen: kind, among: kinds })
  return null
}

function readStep(
  kind: StepKind,
  content: unknown,
  { n, complaints }: { readonly n: number; readonly complaints: Complaints },
): PlanStep | null {
  const at = ['steps', n, kind]
  const read = <S>(schema: Parameters<typeof readOne<S>>[1]['schema']) => readOne(content, { at, schema }, complaints)
  const common = <S extends { quarter?: number }>(step: S) => ({ at, quarter: step.quarter ?? 1, step })
  switch (kind) {
    case 'recruit': {
      const step = read(STEP_SCHEMAS.recruit)
      return step && { kind, decided: true, ...common(step) }
    }
    case 'train': {
      const step = read(STEP_SCHEMAS.train)
      return step && { kind, decided: true, ...common(step) }
    }
    case 'leave': {
      const ofPerson = typeof content === 'object' && content !== null && 'person' in content
      const step = ofPerson ? read(STEP_SCHEMAS.leave.options[0]) : read(STEP_SCHEMAS.leave.options[1])
      return step && { kind, decided: false, ...common(step) }
    }
    case 'pay': {
      const step = read(STEP_SCHEMAS.pay)
      return step && { kind, decided: false, ...common(step) }
    }
    case 'demand': {
      const step = read(STEP_SCHEMAS.demand)
      return step && { kind, decided: false, ...common(step) }
    }
  }
}

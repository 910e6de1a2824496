/** Reads a rota from any source: a report, or just its assignments. */
import { z } from 'zod'
import { asWritten } from '../as-written.ts'
import type { Problem } from '../problem.ts'
import type { ClinicReport } from '../report.ts'
import { type Assignment, type Clinic, PATIENT_WORKS, type Rota } from '../rota.ts'
import { assignmentsOf, type SessionIndex, sessionIndex } from './assemble/dated.ts'
import { type At, type Check, checkId, checkMoment } from './document/check.ts'
import { Complaints } from './document/complaints.ts'
import { assignmentSchema } from './document/schema.ts'
import { complainOf } from './document/wording.ts'
import type { AssignmentDocument } from './rota-document.ts'

const clinicSchema = z.strictObject({
  date: z.string(),
  part: z.string(),
  site: z.string(),
  role: z.string(),
  skills: z.array(z.string()).exactOptional(),
  work: z.enum(PATIENT_WORKS),
  need: z.string(),
  patientsOf: z.string(),
  contacts: z.number().min(0).max(1e6),
})

const reportSchema = z.looseObject({
  format: z.literal('report/1'),
  assignments: z.array(z.unknown()),
  clinics: z.array(z.unknown()).optional(),
})
const bareSchema = z.strictObject({ assignments: z.array(z.unknown()), clinics: z.array(z.unknown()).optional() })

/** Maximum number of rows: every person in the largest document in every session of its horizon. */
const ROWS = 400_000

/**
 * Converts a report, `{ assignments, clinics? }`, or a list of assignments to a rota for this problem. Clinics are optional. Rule
 * breaches are accepted; unknown people, places and sessions are reported in one BadInput.
 */
export function readRota(value: unknown, problem: Problem): Rota {
  const complaints = new Complaints()
  const check = checkAgainst(problem, complaints)
  const { assignments, clinics, at } = listsOf(value, complaints)
  const indexOf = sessionIndex(problem.horizon)
  const placed = readRows(assignments, { at, schema: assignmentSchema }, complaints)
  for (const { row, at: here } of placed) {
    checkId(row.person, 'people', [...here, 'person'], check)
    checkId(row.site, 'sites', [...here, 'site'], check)
    checkMoment(row, here, check)
  }
  const planned = readRows(clinics, { at: ['clinics'], schema: clinicSchema }, complaints)
  for (const { row, at: here } of planned) checkClinic(row, here, { problem, check })
  complaints.throwIfAny()
  const rows = placed.map(({ row }) => row)
  return asWritten(problem, {
    assignments: rows.flatMap((row) => assignmentsIn(row, indexOf)),
    clinics: planned.flatMap(({ row }) => clinicOf(row, indexOf)),
  })
}

/** Returns zero or one assignment. A rota may leave open whether somebody works by telephone. */
function assignmentsIn(row: AssignmentDocument, indexOf: SessionIndex): Assignment[] {
  const read = assignmentsOf([row], indexOf)
  return row.remote === undefined ? read.map((a) => ({ ...a, mayTelephone: true })) : read
}

function checkAgainst(problem: Problem, complaints: Complaints): Check {
  const { horizon } = problem
  const of = (map: ReadonlyMap<string, unknown>) => new Set(map.keys())
  return {
    complaints,
    ids: {
      parts: new Set(horizon.parts.map((part) => part.id)),
      sites: of(problem.siteById),
      needs: of(problem.needById),
      roles: of(problem.roleById),
      people: of(problem.personById),
    },
    calendar: {
      parts: horizon.parts,
      horizon,
      sessions: new Set(horizon.sessions.map(({ date, part }) => `${date} ${part}`)),
    },
  }
}

interface GivenLists {
  readonly assignments: readonly unknown[]
  readonly clinics: readonly unknown[]
  /** Path to the assignments. */
  readonly at: At
}

function listsOf(value: unknown, complaints: Complaints): GivenLists {
  if (Array.isArray(value)) return { assignments: short(value, [], complaints), clinics: [], at: [] }
  if (typeof value !== 'object' || value === null) {
    complaints.add([], 'A rota must be a report or a list of assignments.', { seen: value })
    complaints.throwIfAny()
  }
  const schema = typeof value === 'object' && value !== null && 'format' in value ? reportSchema : bareSchema
  const read = schema.safeParse(value)
  if (!read.success) {
    complainOf(read.error.issues, { at: [], value, schema }, complaints)
    return { assignments: [], clinics: [], at: [] }
  }
  return {
    assignments: short(read.data.assignments, ['assignments'], complaints),
    clinics: short(read.data.clinics ?? [], ['clinics'], complaints),
    at: ['assignments'],
  }
}

function short(rows: readonly unknown[], at: At, complaints: Complaints): readonly unknown[] {
  if (rows.length <= ROWS) return rows
  complaints.add(at, `There are ${rows.length} rows; at most ${ROWS} are accepted in one rota.`)
  return []
}

interface Placed<T> {
  readonly row: T
  readonly at: At
}

function readRows<T>(
  rows: readonly unknown[],
  { at, schema }: { at: At; schema: z.ZodType<T> },
  complaints: Complaints,
): Placed<T>[] {
  return rows.flatMap((value, index) => {
    const read = schema.safeParse(value)
    if (read.success) return [{ row: read.data, at: [...at, index] }]
    complainOf(read.error.issues, { at: [...at, index], value, schema }, complaints)
    return []
  })
}

function checkClinic(row: ClinicReport, at: At, { problem, check }: { problem: Problem; check: Check }): void {
  checkId(row.site, 'sites', [...at, 'site'], check)
  checkId(row.patientsOf, 'sites', [...at, 'patientsOf'], check)
  checkId(row.need, 'needs', [...at, 'need'], check)
  checkId(row.role, 'roles', [...at, 'role'], check)
  checkMoment(row, at, check)
  if (problem.roleById.has(row.role) && !problem.cadreById.has(cadreOf(row))) {
    const field = row.skills ? 'skills' : 'role'
    check.complaints.add([...at, field], 'Nobody has this role with these skills.', {
      seen: cadreOf(row),
      among: problem.cadreById.keys(),
    })
  }
}

function cadreOf(row: ClinicReport): string {
  return [row.role, ...[...(row.skills ?? [])].sort()].join('+')
}

function clinicOf(row: ClinicReport, indexOf: SessionIndex): Clinic[] {
  const session = indexOf(row)
  if (session === undefined) return []
  const { site, work, need, patientsOf, contacts } = row
  return [{ session, site, cadre: cadreOf(row), work, need, patientsOf, contacts }]
}

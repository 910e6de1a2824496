/** A small change to a rota, which a cause either proposes or rules out with a reason. Everything else stays as it is. */
import type { Problem } from '../../../src/problem.ts'
import { type Assignment, type Clinic, isCounted, type Rota } from '../../../src/rota.ts'

export interface Change {
  /** Assignments removed from the rota. */
  readonly off: readonly Assignment[]
  /** Assignments added. */
  readonly on: readonly Assignment[]
  /** Additional contacts met. */
  readonly met?: Clinic
  /** Contacts no longer met elsewhere: rows of the rota's clinics, each with the contacts it loses. */
  readonly less?: readonly Clinic[]
}

export const NOTHING: Change = { off: [], on: [] }

/**
 * The week as if a manager had decided the change: training, admin and outside time that it places in a half day is pinned there, so that
 * rules about days count it.
 */
export function decided({ on }: Change, problem: Problem): Problem {
  const pins = on
    .filter((a) => isCounted(a.work))
    .map(({ person, session, site, work }) => ({ person, session, site, work }))
  return pins.length === 0 ? problem : { ...problem, pins: [...problem.pins, ...pins] }
}

/** The rota after the change. */
export function applied({ off, on, met, less = [] }: Change, rota: Rota): Rota {
  const gone = new Set(off)
  const assignments = [...rota.assignments.filter((a) => !gone.has(a)), ...on]
  if (met === undefined && less.length === 0) return { ...rota, assignments }
  return { assignments, clinics: withMore(withLess(rota.clinics, less), met) }
}

function withLess(clinics: readonly Clinic[], less: readonly Clinic[]): readonly Clinic[] {
  if (less.length === 0) return clinics
  const toLose = less.map((row) => ({ row, left: row.contacts }))
  return clinics.flatMap((row) => {
    const loss = toLose.find((one) => isSamePlace(one.row, row))
    if (loss === undefined || loss.left <= 0) return [row]
    const lost = Math.min(row.contacts, loss.left)
    loss.left -= lost
    return row.contacts - lost > 1e-9 ? [{ ...row, contacts: row.contacts - lost }] : []
  })
}

function withMore(clinics: readonly Clinic[], met: Clinic | undefined): readonly Clinic[] {
  if (met === undefined) return clinics
  const place = clinics.findIndex((row) => isSamePlace(row, met))
  return place < 0
    ? [...clinics, met]
    : clinics.map((row, n) => (n === place ? { ...row, contacts: row.contacts + met.contacts } : row))
}

/** Whether two rows of a clinic plan are the same except for their contacts. */
function isSamePlace(a: Clinic, b: Clinic): boolean {
  return (
    a.session === b.session &&
    a.site === b.site &&
    a.cadre === b.cadre &&
    a.work === b.work &&
    a.need === b.need &&
    a.patientsOf === b.patientsOf
  )
}

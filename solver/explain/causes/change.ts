/** A small change of a rota, as a cause proposes it or says why it cannot be: everybody else stays where they are. */
import type { Problem } from '../../../src/problem.ts'
import { type Assignment, type Clinic, isCounted, type Rota } from '../../../src/rota.ts'

export interface Change {
  /** Assignments of the rota that are taken away. */
  readonly off: readonly Assignment[]
  /** New ones. */
  readonly on: readonly Assignment[]
  /** Contacts that are met in addition. */
  readonly met?: Clinic
  /** Contacts that are met less elsewhere, as rows of the rota's clinics with what each loses. */
  readonly less?: readonly Clinic[]
}

export const NOTHING: Change = { off: [], on: [] }

/**
 * The week in which the change has been decided: learning, paperwork and partners’ time that is put into a half day is
 * pinned to it, so that rules about days count it, as they would if somebody did so.
 */
export function decided({ on }: Change, problem: Problem): Problem {
  const pins = on
    .filter((a) => isCounted(a.work))
    .map(({ person, session, site, work }) => ({ person, session, site, work }))
  return pins.length === 0 ? problem : { ...problem, pins: [...problem.pins, ...pins] }
}

/** The rota with the change made. */
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

/** The same row of a clinic plan, whatever its contacts. */
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

/** Letters for kinds of work in the cells of a rota. */
import type { AssignmentReport, RotaReport } from '../../report.ts'
import { WORKS, type Work } from '../../rota.ts'
import { Bookings } from './booked.ts'

const LETTERS: Readonly<Record<Work, string>> = {
  clinic: 'C',
  duty: 'D',
  visits: 'V',
  supervision: 'S',
  admin: 'A',
  training: 'T',
  outside: 'O',
}

/** Names of kinds of work, for sentences. */
export const WORK_WORDS: Readonly<Record<Work, string>> = {
  clinic: 'clinic',
  duty: 'duty doctor',
  visits: 'visits',
  supervision: 'supervision',
  admin: 'admin',
  training: 'protected learning',
  outside: 'with partner organisations',
}

export const FREE = '·'
export const AWAY = '–'

/** Context needed to render a cell. */
export interface CellPlace {
  /** Id of the site being shown, and the short codes of all sites. */
  readonly here: string
  readonly codes: ReadonlyMap<string, string>
  readonly bookings: Bookings
}

/**
 * "14" for a clinic of 14 appointments, "14t" by telephone or video, "V4" for four visits, ">BL" for work at Birch
 * Lane.
 */
export function workCode(assignment: AssignmentReport, { here, codes, bookings }: CellPlace): string {
  const { site, work, remote } = assignment
  if (site !== here) return `>${codes.get(site) ?? site}`
  const { appointments } = bookings.of(assignment)
  if (work === 'visits' || bookings.isVisits(assignment)) return `${LETTERS.visits}${appointments}`
  if (work === 'clinic') return `${appointments}${remote ? 't' : ''}`
  return remote ? LETTERS[work].toLowerCase() : LETTERS[work]
}

/** Explains the letters used in this rota. */
export function legend({ assignments, appointments }: RotaReport): string[] {
  const bookings = new Bookings(appointments)
  const used = new Set(assignments.map((a) => (bookings.isVisits(a) ? 'visits' : a.work)))
  const clinics = used.has('clinic') ? ['14 a clinic of 14 appointments'] : []
  const isEmpty = (a: AssignmentReport) => a.work === 'clinic' && bookings.of(a).appointments === 0
  const empty = assignments.some(isEmpty) ? ['0 a clinic with nobody to see'] : []
  const isRemote = (a: AssignmentReport) => a.remote && a.work === 'clinic' && !bookings.isVisits(a)
  const remote = assignments.some(isRemote) ? ['14t 14 by telephone or video, no room needed'] : []
  const small = assignments.some((a) => a.remote && a.work !== 'clinic') ? ['small letter: by telephone or video'] : []
  const letters = WORKS.filter((work) => used.has(work) && work !== 'clinic').map((work) =>
    work === 'visits' ? `${LETTERS.visits}4 four ${WORK_WORDS.visits}` : `${LETTERS[work]} ${WORK_WORDS[work]}`,
  )
  return [
    ...clinics,
    ...empty,
    ...remote,
    ...letters,
    ...small,
    ...(new Set(assignments.map((a) => a.site)).size > 1 ? ['>XX at that site'] : []),
    `${FREE} not at work`,
    `${AWAY} away`,
    '3/4! three people, four needed',
  ]
}

/** Letters for kinds of work in the cells of a rota. */
import type { AssignmentReport, Report } from '../../report.ts'
import { WORKS, type Work } from '../../rota.ts'

const LETTERS: Readonly<Record<Work, string>> = {
  clinic: 'C',
  duty: 'D',
  visits: 'V',
  supervision: 'S',
  admin: 'A',
  training: 'T',
  outside: 'O',
}

/** What is said of work in sentences. */
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

/** What a cell needs besides its assignment. */
export interface CellPlace {
  /** Id of the site whose rota it is, and short codes of all of them. */
  readonly here: string
  readonly codes: ReadonlyMap<string, string>
  /** How many appointments the person has in the session. */
  readonly appointments: number
}

/**
 * "14" for a clinic of 14 appointments, "14t" by telephone or video, "V4" for four visits, ">BL" for work at Birch
 * Lane.
 */
export function workCode(assignment: AssignmentReport, { here, codes, appointments }: CellPlace): string {
  const { site, work, remote } = assignment
  if (site !== here) return `>${codes.get(site) ?? site}`
  if (work === 'clinic') return `${appointments}${remote ? 't' : ''}`
  if (work === 'visits') return `${LETTERS.visits}${appointments}`
  return remote ? LETTERS[work].toLowerCase() : LETTERS[work]
}

/** What the letters of this rota mean; only those that it uses. */
export function legend({ assignments, appointments }: Report): string[] {
  const used = new Set(assignments.map((a) => a.work))
  const clinics = used.has('clinic') ? ['14 a clinic of 14 appointments'] : []
  const booked = new Set(appointments.map((a) => `${a.person} ${a.date} ${a.part}`))
  const isEmpty = (a: AssignmentReport) => a.work === 'clinic' && !booked.has(`${a.person} ${a.date} ${a.part}`)
  const empty = assignments.some(isEmpty) ? ['0 a clinic with nobody to see'] : []
  const remote = assignments.some((a) => a.remote && a.work === 'clinic') ? ['14t without a room'] : []
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

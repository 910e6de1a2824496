/** Session templates for appointment books: the slots to build for each clinician in each session. */
import type { Problem } from '../../problem.ts'
import type { AssignmentReport, RotaReport } from '../../report.ts'
import { partName, weekdayName, weekdayOf } from '../../time.ts'
import type { AppointmentReport, Mode } from '../../week-book.ts'
import { type CsvCell, csvText } from '../csv-text.ts'
import type { RotaFormat } from '../output-format.ts'
import { isTrainee } from '../text/debrief-list.ts'

const COLUMNS = [
  ...['date', 'day', 'session', 'starts', 'ends', 'site', 'site name', 'clinician', 'role', 'work'],
  ...['slot type', 'mode', 'national category', 'minutes each', 'appointments', 'minutes'],
]

const MODES: Readonly<Record<Mode, string>> = {
  'face-to-face': 'Face-to-Face',
  remote: 'Telephone or video',
  'home-visit': 'Home Visit',
}

export const templatesRota: RotaFormat = {
  name: 'templates',
  does: 'session templates for appointment books, as a table',
  mediaType: 'text/csv',
  ending: '.templates.csv',
  file: 'templates.csv',
  write: (report, problem) => csvText(COLUMNS, rowsOf(report, problem)),
}

/** Ordered by time, site and person. Sessions without appointments are omitted. */
function rowsOf({ assignments, appointments, debriefs }: RotaReport, problem: Problem): CsvCell[][] {
  const booked = byPost(appointments, ({ person }) => person)
  const held = byPost(
    debriefs.filter(({ person, supervisor }) => supervisor !== null && isTrainee(person, problem)),
    ({ supervisor }) => supervisor ?? '',
  )
  const met = new Set<string>()
  return assignments.flatMap((assignment) => {
    const post = postOf(assignment.person, assignment)
    if (met.has(post)) return []
    met.add(post)
    const first = placeCells(assignment, problem)
    return [
      ...(booked.get(post) ?? []).map((row) => [...first, ...slotCells(row, problem)]),
      ...(held.get(post) ?? []).map(({ person, minutes }) => {
        const whom = problem.personById.get(person)?.name ?? person
        return [...first, `Debrief of ${whom}`, null, null, minutes, null, minutes]
      }),
    ]
  })
}

type Post = Pick<AssignmentReport, 'date' | 'part'>

function postOf(person: string, { date, part }: Post): string {
  return `${person} ${date} ${part}`
}

function byPost<T extends Post>(rows: readonly T[], who: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const posts = new Map<string, T[]>()
  for (const row of rows) {
    const post = postOf(who(row), row)
    posts.set(post, [...(posts.get(post) ?? []), row])
  }
  return posts
}

function placeCells({ person, date, part, site, work }: AssignmentReport, problem: Problem): CsvCell[] {
  const { starts = null, ends = null } = problem.horizon.parts.find(({ id }) => id === part) ?? {}
  const known = problem.personById.get(person)
  return [
    ...[date, weekdayName(weekdayOf(date)), partName(part), starts, ends],
    ...[site, problem.siteById.get(site)?.name ?? null],
    ...[known?.name ?? person, problem.roleById.get(known?.role ?? '')?.title ?? null, work],
  ]
}

function slotCells({ need, mode, minutes, contacts }: AppointmentReport, problem: Problem): CsvCell[] {
  const known = problem.needById.get(need)
  return [known?.title ?? need, MODES[mode], known?.gpadCategory ?? null, minutes, contacts, minutes * contacts]
}

/** The appointment book for a terminal: what to build, by person and session. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { AssignmentReport, Report } from '../../report.ts'
import { longDay, partName, type Session } from '../../time.ts'
import type { AppointmentReport } from '../../week-book.ts'
import { Bookings } from './booked.ts'
import { isTrainee } from './debrief-list.ts'
import { ink } from './ink.ts'
import type { Print } from './print.ts'
import { WORK_WORDS } from './work-codes.ts'
import { wrap, wrapList } from './wrap.ts'

/** Minimum and maximum width of the name column. */
const NAMES = { least: 16, most: 30 } as const

const MEANING =
  'How many of each kind and how long each is, in any order within the times given: the plan sets no slots. By phone: by telephone or video.'
const REST = 'The rest of a session is for paperwork, calls and breaks.'

/** One site's staff in each session, with the kind, length and mode of each appointment. */
export function bookLines(report: Report, problem: Problem, print: Print): string[] {
  const at = report.assignments.filter(({ site }) => site === print.site)
  const bookings = new Bookings(report.appointments)
  const longest = Math.max(...at.map(({ person }) => (problem.personById.get(person)?.name ?? person).length))
  const names = Math.min(NAMES.most, Math.max(NAMES.least, longest))
  const sessions = problem.horizon.sessions.flatMap((session) => {
    const here = at.filter(({ date, part }) => date === session.date && part === session.part)
    if (here.length === 0) return []
    return [
      '',
      ink(sessionTitle(session, problem), 'strong', print),
      ...here.flatMap((one) => personLines(one, report, { problem, print, bookings, names })),
    ]
  })
  const hasRest = problem.roles.every(({ patientMinutes, sessionMinutes }) => patientMinutes < sessionMinutes)
  return [...wrap(hasRest ? `${MEANING} ${REST}` : MEANING, print.width), ...sessions]
}

function sessionTitle({ date, part }: Session, problem: Problem): string {
  const { starts = '', ends = '' } = problem.horizon.parts.find(({ id }) => id === part) ?? {}
  return `${longDay(date)}, ${partName(part)}, ${starts} to ${ends}`
}

function personLines(
  assignment: AssignmentReport,
  { appointments, debriefs }: Report,
  { problem, print, bookings, names }: { problem: Problem; print: Print; bookings: Bookings; names: number },
): string[] {
  const { person, date, part, work, remote } = assignment
  const mine = appointments.filter((a) => a.person === person && a.date === date && a.part === part)
  const name = problem.personById.get(person)?.name ?? person
  const how = [...(work === 'clinic' ? [] : [WORK_WORDS[work]]), ...placeWords(remote, bookings.isVisits(assignment))]
  const kinds = grouped(mine, ({ need, minutes }) => `${need} ${minutes}`).map((rows) => kindWords(rows, problem))
  const held = debriefs
    .filter((d) => d.supervisor === person && d.date === date && d.part === part && isTrainee(d.person, problem))
    .map((d) => `debrief of ${problem.personById.get(d.person)?.name ?? d.person} (${d.minutes} min)`)
  const words = [...how, ...held, ...(kinds.length === 0 && how.length === 0 ? ['nothing booked yet'] : kinds)]
  return wrapList(words, print.width - names - 1).map((line, n) => `${(n === 0 ? name : '').padEnd(names)} ${line}`)
}

/** Where the session is worked, if it isn't in one of the site's rooms. */
function placeWords(remote: true | undefined, isVisits: boolean): string[] {
  if (isVisits) return ['on visits']
  return remote ? ['by telephone or video, no room needed'] : []
}

/** "5 × Urgent, not yet sorted (12 min, 2 by phone)". */
function kindWords(rows: readonly AppointmentReport[], problem: Problem): string {
  const [{ need, minutes } = { need: '', minutes: 0 }] = rows
  const count = (kept: readonly AppointmentReport[]) => kept.reduce((sum, { contacts }) => sum + contacts, 0)
  const remote = count(rows.filter(({ mode }) => mode === 'remote'))
  const all = count(rows)
  const isVisit = rows.some(({ mode }) => mode === 'home-visit')
  const phone = remote === 0 ? '' : remote === all ? ', by phone' : `, ${remote} by phone`
  const how = `${phone}${isVisit ? ', at home' : ''}`
  return `${all} × ${problem.needById.get(need)?.title ?? need} (${minutes} min${how})`
}

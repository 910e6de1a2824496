/** Sessions as FHIR schedules, each with the slots from the appointment plan. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { AssignmentReport, RotaReport } from '../../report.ts'
import type { Session } from '../../time.ts'
import type { AppointmentReport } from '../../week-book.ts'
import { WORK_WORDS } from '../text/work-codes.ts'
import { writableText } from '../writable-text.ts'
import { concept, type Json, type Resource, reference, SYSTEMS } from './identity.ts'
import { type Ids, idIn } from './places-and-people.ts'

interface Scene {
  readonly problem: Problem
  readonly ids: Ids
  readonly sessions: ReadonlyMap<string, Session>
  readonly booked: ReadonlyMap<string, readonly AppointmentReport[]>
}

/** One schedule per session worked, followed by its slots. */
export function schedules(report: RotaReport, problem: Problem, ids: Ids): Resource[] {
  const scene: Scene = {
    ...{ problem, ids },
    sessions: new Map(problem.horizon.sessions.map((session) => [`${session.date} ${session.part}`, session])),
    booked: new Map(
      grouped(report.appointments, postOf).map((rows) => [rows[0] === undefined ? '' : postOf(rows[0]), rows]),
    ),
  }
  const met = new Set<string>()
  return report.assignments.flatMap((assignment, n) => {
    const session = scene.sessions.get(`${assignment.date} ${assignment.part}`)
    const post = postOf(assignment)
    // A person with two entries in one session gets its appointments only once.
    const appointments = met.has(post) ? [] : (scene.booked.get(post) ?? [])
    met.add(post)
    return session === undefined ? [] : scheduleOf({ assignment, session, appointments, id: `session-${n + 1}` }, scene)
  })
}

function postOf({ person, date, part }: Pick<AppointmentReport, 'person' | 'date' | 'part'>): string {
  return `${person} ${date} ${part}`
}

interface Worked {
  readonly assignment: AssignmentReport
  readonly session: Session
  readonly appointments: readonly AppointmentReport[]
  readonly id: string
}

function scheduleOf({ assignment, session, appointments, id }: Worked, { problem, ids }: Scene): Resource[] {
  const { person, date, part, site, work, remote } = assignment
  const who = idIn(ids.person, person)
  const needs = [...new Set(appointments.map(({ need }) => need))]
  const schedule: Resource = {
    resourceType: 'Schedule',
    id,
    identifier: [{ system: SYSTEMS.session, value: `${date} ${part}` }],
    active: true,
    serviceCategory: [
      concept(SYSTEMS.work, work, WORK_WORDS[work]),
      ...(remote === true ? [concept(SYSTEMS.mode, 'remote', MODES.remote)] : []),
    ],
    ...(needs.length === 0 ? {} : { serviceType: needs.map((need) => needConcept(need, problem)) }),
    actor: [
      reference('Practitioner', who, writableText(problem.personById.get(person)?.name ?? person)),
      reference('PractitionerRole', who),
      reference('Location', idIn(ids.site, site), writableText(problem.siteById.get(site)?.name ?? site)),
    ],
    planningHorizon: { start: session.starts, end: session.ends },
  }
  return [schedule, ...slotsOf({ id, session, appointments }, problem)]
}

const MODES = { 'face-to-face': 'Face to face', remote: 'Telephone or video', 'home-visit': 'Home visit' } as const

/**
 * Consecutive slots from the start of the session, because the plan gives the number of each kind but no times. Without appointments the
 * whole session is one slot that can't be booked.
 */
function slotsOf({ id, session, appointments }: Omit<Worked, 'assignment'>, problem: Problem): Resource[] {
  const schedule = reference('Schedule', id)
  if (appointments.length === 0) {
    const whole = { start: session.starts, end: session.ends }
    return [{ resourceType: 'Slot', id: `${id}.0`, schedule, status: 'busy-unavailable', ...whole }]
  }
  const each = appointments.flatMap((row) => Array.from({ length: row.contacts }, () => row))
  let at = Date.parse(session.starts)
  return each.map(({ need, mode, minutes }, n): Resource => {
    const start = instant(at)
    at += minutes * 60_000
    const category = problem.needById.get(need)?.gpadCategory ?? null
    return {
      resourceType: 'Slot',
      id: `${id}.${n + 1}`,
      serviceCategory: [concept(SYSTEMS.mode, mode, MODES[mode])],
      serviceType: [needConcept(need, problem)],
      ...(category === null ? {} : { appointmentType: { text: writableText(category) } }),
      schedule,
      status: 'free',
      start,
      end: instant(at),
    }
  })
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000', '')
}

function needConcept(need: string, problem: Problem): Json {
  return concept(SYSTEMS.need, need, writableText(problem.needById.get(need)?.title ?? need))
}

/** Hours that are owed, and patients who could be seen in time if there were more people. */
import { grouped } from '../../../../src/grouped.ts'
import type { Problem } from '../../../../src/problem.ts'
import type { Finding } from '../../../../src/report.ts'
import { meetsNeeds } from '../../../../src/rota.ts'
import type { Role } from '../../../../src/staff.ts'
import type { Session } from '../../../../src/time.ts'
import { timeShare } from '../../../facts/time-share.ts'
import { hubOf } from './hub.ts'
import { dutyRole } from './missing-people.ts'
import { roleFor } from './role-for.ts'
import { sameDayPatients } from './same-day-patients.ts'
import type { Scene, Wanted } from './wanted.ts'

/** Urgent patients who need less than this share of a session are fitted in; nobody is hired for them. */
const WORTH_A_SESSION = 0.25

/** Evening hours first, then urgent patients, then routine ones; people already wanted contribute their time. */
export function missingTime(scene: Scene, people: readonly Wanted[]): Wanted[] {
  const evenings = eveningHours(scene, people)
  const urgent = urgentPatients(scene, [...people, ...evenings])
  return [...evenings, ...urgent, ...routinePatients(scene, [...people, ...evenings, ...urgent])]
}

/** The evening or Saturday sessions with the fewest people, until the week's hours are made up. */
function eveningHours({ problem, rota, findings }: Scene, wanted: readonly Wanted[]): Wanted[] {
  const role = dutyRole(problem)
  const short = findings.filter((f) => f.rule === 'enhanced-access' && f.date === undefined)
  return short.flatMap(({ amount, week = 0 }) => {
    const late = problem.horizon.sessions.filter((s) => s.enhancedAccess && s.week === week && isOpen(problem, s))
    if (role === undefined) return []
    // The rule counts sessions of four hours.
    let minutes = amount * 240
    for (const w of wanted) if (late.some((s) => s.index === w.session)) minutes -= timeOf(w, problem)
    const found: Wanted[] = []
    const there = (s: Session) =>
      rota.assignments.filter((a) => a.session === s.index).length +
      [...wanted, ...found].filter((w) => w.session === s.index).length
    while (minutes > 1 && late.length > 0) {
      const session = late.reduce((least, s) => (there(s) < there(least) ? s : least))
      const one = {
        site: hubOf(problem, rota, session.index),
        session: session.index,
        role,
        rule: 'enhanced-access',
        why: 'evening and Saturday hours are short',
      }
      if (timeOf(one, problem) <= 0) break
      found.push(one)
      minutes -= timeOf(one, problem)
    }
    return found
  })
}

function isOpen(problem: Problem, session: Session): boolean {
  return problem.sites.some((site) => site.open[session.index] === true)
}

/** By site and day: enough sessions for the minutes of patients who cannot be seen, at least one. */
function urgentPatients({ problem, rota, findings }: Scene, wanted: readonly Wanted[]): Wanted[] {
  const missed = findings.filter((f) => f.rule === 'seen-same-day' && f.site !== undefined && f.date !== undefined)
  return grouped(missed, (f) => `${f.site} ${f.date}`).flatMap((group) => {
    const [{ site = '', date } = { date: '' }] = group
    const patients = group.reduce((sum, f) => sum + f.amount, 0)
    const role = roleFor(needsOf(group), { problem, rota })
    if (role === undefined || minutesOf(group, role) < WORTH_A_SESSION * role.patientMinutes) return []
    const sessions = problem.horizon.sessions.filter((s) => s.date === date && !s.enhancedAccess)
    const why = `${sameDayPatients(patients, needsOf(group), { problem })} more than can be seen`
    const brought = wanted.filter((w) => w.site === site && sessions.some((s) => s.index === w.session))
    const minutes = minutesOf(group, role) - brought.reduce((sum, w) => sum + timeOf(w, problem), 0)
    return inFreeRooms({ problem, rota, wanted }, { site, sessions, role, rule: 'seen-same-day', why, minutes })
  })
}

/** By site and role: full sessions only, for patients past their target when the horizon ends. */
function routinePatients({ problem, rota, findings }: Scene, wanted: readonly Wanted[]): Wanted[] {
  const last = problem.horizon.days[problem.workingDays.at(-1) ?? -1]
  const late = findings.filter((f) => f.rule === 'seen-in-time' && f.site !== undefined && f.date === last)
  const byRole = grouped(late, (f) => `${f.site} ${roleFor(needsOf([f]), { problem, rota })?.id}`)
  const found: Wanted[] = []
  for (const group of byRole) {
    const [{ site = '' } = {}] = group
    const role = roleFor(needsOf(group), { problem, rota })
    if (role === undefined) continue
    const patients = Math.round(group.reduce((sum, f) => sum + f.amount, 0))
    const each = minutesOf(group, role) / patients
    const why = `${Math.floor(role.patientMinutes / each)} of ${patients} patients who wait past their target`
    const sessions = problem.horizon.sessions.filter((s) => !s.enhancedAccess)
    // Less than a full session is left to the next week.
    const minutes = minutesOf(group, role) - role.patientMinutes + 1
    found.push(
      ...inFreeRooms(
        { problem, rota, wanted: [...wanted, ...found] },
        { site, sessions, role, rule: 'seen-in-time', why, minutes },
      ),
    )
  }
  return found
}

function needsOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ need }) => need ?? [])
}

function minutesOf(findings: readonly Finding[], role: Role): number {
  return findings.reduce((sum, f) => sum + f.amount * (role.meets.get(f.need ?? '')?.minutes ?? 0), 0)
}

function timeOf({ role, session }: Pick<Wanted, 'role' | 'session'>, problem: Problem): number {
  const when = problem.horizon.sessions[session]
  return when === undefined ? 0 : role.patientMinutes * timeShare(role, when, 'clinic')
}

interface Load {
  readonly site: string
  readonly sessions: readonly Session[]
  readonly role: Role
  readonly rule: string
  readonly why: string
  readonly minutes: number
}

/** Adds sessions until they provide the minutes, each in the session with the most free rooms. */
function inFreeRooms(
  { problem, rota, wanted }: Pick<Scene, 'problem' | 'rota'> & { readonly wanted: readonly Wanted[] },
  { site, sessions, role, rule, why, minutes }: Load,
): Wanted[] {
  const place = problem.siteById.get(site)
  const found: Wanted[] = []
  const rooms = (session: number) => {
    const inUse = rota.assignments.filter(
      (a) => a.session === session && a.site === site && !a.remote && meetsNeeds(a.work),
    )
    const hired = [...wanted, ...found].filter((w) => w.session === session && w.site === site)
    return place?.open[session] === true ? place.rooms - inUse.length - hired.length : 0
  }
  let left = minutes
  while (left > 0) {
    const [best] = sessions.filter((s) => rooms(s.index) > 0).sort((a, b) => rooms(b.index) - rooms(a.index))
    if (best === undefined || timeOf({ role, session: best.index }, problem) <= 0) break
    const one = { site, session: best.index, role, rule, why }
    found.push(one)
    left -= timeOf(one, problem)
  }
  return found
}

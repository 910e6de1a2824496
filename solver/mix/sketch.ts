/** Summarises a week for quick estimates, with all practices merged. A relaxation: whatever a staffing mix can do, the sketch can too. */
import { dueDay } from '../../src/demand.ts'
import { grouped } from '../../src/grouped.ts'
import type { MixSketch, SketchGroup, SketchNeed } from '../../src/mix-sketch.ts'
import type { Need } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'
import type { Role } from '../../src/staff.ts'
import { needLength, needWeight } from '../facts/need-weight.ts'
import { partnersAsked } from '../facts/partner-sessions.ts'
import { figureFor, isInForce } from '../facts/rule-settings.ts'
import { safeContacts } from '../facts/safe-contacts.ts'
import { costOf } from '../report/cost.ts'
import { dutyDoctor, dutyGroups } from '../rules/duty-doctor.ts'
import { noNeedLeftOut } from '../rules/no-need-left-out.ts'
import { type DayWeek, dayWeekOf } from './day-week.ts'

export function sketchOf(problem: Problem): MixSketch {
  const week = dayWeekOf(problem)
  const { horizon } = problem
  const { total, byFunding, allowance } = costOf(problem, [])
  const { arrs } = allowance
  return {
    weeks: horizon.weeks,
    days: horizon.days.map((date, day) => {
      const weekday = horizon.sessions.find((session) => session.day === day)?.weekday ?? ''
      return { date, weekday }
    }),
    roomSessions: sum(problem.sites.map(({ rooms, open }) => rooms * open.filter(Boolean).length)),
    roles: problem.roles.map((role) => {
      const own = problem.people.filter((person) => person.role === role.id)
      const sessions = sum(own.map(({ contract }) => contract.sessions))
      const { id, title, funding, costPerSession, duty: gp } = role
      return { id, title, funding, costPerSession, sessions, people: own.length, gp }
    }),
    groups: [...groupsOf(week), ...problem.roles.map((role) => vacantGroup(role, week))],
    needs: problem.needs.map((need) => needOf(need, problem)),
    duty: dutyOf(problem),
    partners: partnersAsked(problem).map(({ people, sessions }) => ({
      roles: [...new Set(people.flatMap((id) => problem.personById.get(id)?.role ?? []))],
      sessions: sessions * horizon.weeks,
    })),
    cost: { total, byFunding, arrs: arrs === undefined ? null : { used: arrs.used, of: arrs.of } },
    synthetic: problem.synthetic,
  }
}

function groupsOf(week: DayWeek): SketchGroup[] {
  const { sessions, days } = week.problem.horizon
  return grouped(week.groups, ({ cadre }) => cadre).flatMap((groups): SketchGroup[] => {
    const cadre = week.fine.cadreById.get(groups[0]?.cadre ?? '')
    const role = week.fine.roleById.get(cadre?.role ?? '')
    if (cadre === undefined || role === undefined) return []
    const free = sessions.map(({ index }) => sum(groups.map((group) => group.free[index] ?? 0)))
    // An evening that counts less than a session may still give a whole one's time.
    const lengths = sessions
      .filter(({ index }) => (free[index] ?? 0) > 0)
      .map(({ minutes, counts }) => Math.min(1, minutes / role.sessionMinutes) / counts)
    return [
      {
        ...toldOf(role, cadre.meets, week.fine),
        vacant: false,
        sessions: Math.max(1, ...lengths) * sum(groups.flatMap(({ most }) => most)),
        learning: sum(groups.flatMap((group) => group.protected)),
        free: days.map((_, day) => sum(sessions.filter((s) => s.day === day).map(({ index }) => free[index] ?? 0))),
      },
    ]
  })
}

/** A post of the role, in the cadre of most of its people, in core hours while any practice is open. */
function vacantGroup(role: Role, { fine }: DayWeek): SketchGroup {
  const cadres = fine.cadres.filter((cadre) => cadre.role === role.id && cadre.people.length > 0)
  const [usual] = cadres.sort((a, b) => b.people.length - a.people.length)
  const sites = fine.sites.map(({ id }) => id)
  const told = toldOf(role, usual?.meets ?? role.meets, fine)
  return { ...told, vacant: true, sessions: 0, learning: 0, free: openByDay(fine, sites) }
}

type Told = Pick<SketchGroup, 'role' | 'minutes' | 'meets' | 'duty' | 'safe' | 'supervision'>

function toldOf(role: Role, meets: Role['meets'], problem: Problem): Told {
  const safe = safeContacts(role, problem)
  return {
    role: role.id,
    minutes: role.patientMinutes,
    meets: [...meets].map(([need, { minutes, returns }]) => ({ need, minutes, returns })),
    duty: role.duty,
    safe: safe && { ...safe, contacts: safe.contacts / 2 },
    supervision: role.supervision && { minutes: role.supervision.minutes, by: role.supervision.by },
  }
}

function needOf(need: Need, problem: Problem): SketchNeed {
  const { id, title, withinDays, remote, visit, followUp } = need
  const { horizon, workingDays } = problem
  const sameDay = withinDays === 0
  const arriving = problem.arrivals
    .filter((row) => row.need === id)
    .map(({ session, contacts }) => ({ day: horizon.sessions[session]?.day ?? 0, contacts }))
  const waiting = problem.waiting.filter((row) => row.need === id)
  const dueInTime = [
    ...arriving.filter(({ day }) => sameDay || dueDay(workingDays, day, withinDays) !== null),
    ...waiting.filter(({ due }) => due !== null),
  ]
  const contactsOf = (rows: readonly { readonly contacts: number }[]) => sum(rows.map(({ contacts }) => contacts))
  return {
    id,
    title,
    sameDay,
    weight: needWeight(need, problem),
    length: needLength(need, problem),
    first: !sameDay && isInForce(noNeedLeftOut, problem) ? figureFor(noNeedLeftOut, problem, 'share', id) : 0,
    outside: visit ? 1 : remote,
    followUp,
    byDay: sameDay ? horizon.days.map((_, day) => contactsOf(arriving.filter((one) => one.day === day))) : [],
    due: contactsOf(dueInTime),
    all: contactsOf([...arriving, ...waiting]),
  }
}

function dutyOf(problem: Problem): number[] {
  const groups = isInForce(dutyDoctor, problem) ? dutyGroups(problem) : []
  const asked = groups.map((sites) => openByDay(problem, sites))
  return problem.horizon.days.map((_, day) => sum(asked.map((byDay) => byDay[day] ?? 0)))
}

/** By day: core sessions in which any of these sites is open. */
function openByDay({ horizon, siteById }: Problem, sites: readonly string[]): number[] {
  const open = horizon.sessions.filter(
    ({ index, enhancedAccess }) => !enhancedAccess && sites.some((id) => siteById.get(id)?.open[index] === true),
  )
  return horizon.days.map((_, day) => open.filter((session) => session.day === day).length)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}

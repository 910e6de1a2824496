/**
 * Nobody’s week is too long.
 * For each person: hours ≤ 48 a week on average over the rota. For each person and week: sessions beyond the second of a day ≤ 1. For each
 * person and any four parts of a day in a row: parts worked ≤ 3. Anything with a time is work; a session lasts as long as the role's, or as
 * the part of the day if that is shorter.
 */
import type { Breach } from '../../src/breach.ts'
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { count, figureWords, personName, when } from '../../src/wording/names.ts'
import { mayFillDays } from '../facts/full-days.ts'
import { halfDaysOf } from '../facts/half-days.ts'
import { figure } from '../facts/rule-settings.ts'
import { hoursDiffer, hoursIn, mayExceedHours } from '../facts/working-hours.ts'
import type { Draft, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const workingWeek: Rule = {
  id: 'working-week',
  title: 'Nobody’s week is too long.',
  level: 'safety',
  why: 'Forty-eight hours are the law for employees, and a third session in one day tires most.',
  unit: 'sessions',
  assumes: ['availability', 'one-place', 'contracted-sessions'],
  numbers: {
    hours: {
      default: 48,
      shape: 'amount',
      meaning: 'hours a week, on average over the weeks of the rota',
      source: 'Working Time Regulations 1998',
    },
    longDays: {
      default: 1,
      shape: 'whole',
      meaning: 'sessions a week that are the third of their day; a fourth counts once more',
      source: 'a default of this project: one day a week from eight in the morning to eight at night',
    },
    inARow: {
      default: 3,
      shape: 'whole',
      meaning: 'parts of one day worked without one off between them',
      source: 'a default of this project: a morning, an afternoon and an evening',
    },
  },

  minds(person, problem) {
    const [hours = 0, thirds = 0, inARow = 0] = NAMES.map((name) => figure(workingWeek, problem, name))
    const tooLong = hoursDiffer(person, problem) && mayExceedHours(person, problem, hours)
    return tooLong || mayFillDays(person, problem, { thirds, inARow })
  },

  add(draft, problem) {
    for (const person of problem.people) {
      hoursOf(draft, person)
      for (let week = 0; week < problem.horizon.weeks; week++) longDaysOf(draft, person, week)
      partsInARow(draft, person)
    }
  },

  check(rota, problem) {
    return grouped(rota.assignments, (a) => a.person).flatMap((mine) => {
      const person = problem.personById.get(mine[0]?.person ?? '')
      const length = problem.roleById.get(person?.role ?? '')?.sessionMinutes
      if (person === undefined || length === undefined) return []
      const minutes = mine.map((a) => Math.min(problem.horizon.sessions[a.session]?.minutes ?? 0, length))
      const total = minutes.reduce((sum, m) => sum + m, 0)
      const most = figure(workingWeek, problem, 'hours')
      const over = total - most * 60 * problem.horizon.weeks
      const hours = { people: [person.id], figures: { hours: total / 60 / problem.horizon.weeks, most } }
      const sessions = mine.map((a) => a.session)
      return [
        ...(over > 1e-6 ? [{ amount: over / length, ...hours }] : []),
        ...longDaysIn(sessions, person, problem),
        ...runsIn(sessions, person, problem),
      ]
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    const { hours, most = 0, thirds, run } = breach.figures ?? {}
    if (hours !== undefined)
      return `${who} works ${count(hours, 'hour')} a week, where ${figureWords(most)} are the most.`
    if (thirds !== undefined)
      return `${who} works a third session in one day ${count(thirds, 'time')} in ${when(breach, problem)}, ${figureWords(breach.amount)} more than is reasonable.`
    return `${who} works ${run} parts of ${when(breach, problem)} in a row without one off.`
  },
}

const NAMES = ['hours', 'longDays', 'inARow'] as const

/** Counted in sessions of the role. Added only if the contract allows that many hours at all. */
function hoursOf(draft: Draft, person: Person): void {
  const { problem } = draft
  const hours = figure(workingWeek, problem, 'hours')
  if (!mayExceedHours(person, problem, hours)) return
  const length = (problem.roleById.get(person.role)?.sessionMinutes ?? 1) / 60
  const sessions = (session: Session | undefined) => hoursIn(session, person, problem) / length
  const worked = draft.of(person.id).map((p): Term => [p.column, sessions(problem.horizon.sessions[p.session])])
  const [halfDay] = halfDaysOf(person, problem)
  const own = draft.counts.filter((one) => one.person === person.id)
  const counted = own.map(({ column }): Term => [column, sessions(halfDay)])
  draft.atMost([...worked, ...counted], (hours * problem.horizon.weeks) / length)
}

function longDaysOf(draft: Draft, person: Person, week: number): void {
  const { sessions } = draft.problem.horizon
  const days = [...new Set(sessions.filter((s) => s.week === week).map((s) => s.day))].map((day) =>
    sessions.filter((s) => s.day === day && draft.inSession(person.id, s.index).some((p) => draft.allowed(p))),
  )
  const most = figure(workingWeek, draft.problem, 'longDays')
  const long = days.filter((open) => open.length > 2)
  if (long.reduce((sum, open) => sum + open.length - 2, 0) <= most) return
  const thirds = long.map((open): Term => {
    const beyond = draft.column(0, open.length - 2)
    const worked = open.flatMap((s) => draft.inSession(person.id, s.index)).map((p): Term => [p.column, -1])
    draft.define([[beyond, 1], ...worked], -2, open.length)
    return [beyond, 1]
  })
  draft.atMost(thirds, most)
}

function partsInARow(draft: Draft, person: Person): void {
  const most = figure(workingWeek, draft.problem, 'inARow')
  const { sessions } = draft.problem.horizon
  for (const first of sessions) {
    const window = sessions.slice(first.index, first.index + most + 1).filter((s) => s.day === first.day)
    const placements = window.map((s) => draft.inSession(person.id, s.index).filter((p) => draft.allowed(p)))
    if (window.length <= most || placements.some((here) => here.length === 0)) continue
    draft.atMost(
      placements.flat().map((p): Term => [p.column, 1]),
      most,
    )
  }
}

/** `sessions`: indices of the person's sessions. */
function longDaysIn(sessions: readonly number[], person: Person, problem: Problem): Breach[] {
  const most = figure(workingWeek, problem, 'longDays')
  return Array.from({ length: problem.horizon.weeks }, (_, week) => week).flatMap((week) => {
    const inWeek = sessions.map((index) => problem.horizon.sessions[index]).filter((session) => session?.week === week)
    const days = grouped(inWeek, (session) => session?.date ?? '')
    const thirds = days.reduce((sum, worked) => sum + Math.max(0, worked.length - 2), 0)
    return thirds > most ? [{ amount: thirds - most, people: [person.id], week, figures: { thirds } }] : []
  })
}

function runsIn(sessions: readonly number[], person: Person, problem: Problem): Breach[] {
  const most = figure(workingWeek, problem, 'inARow')
  const worked = new Set(sessions)
  let run = 0
  return problem.horizon.sessions.flatMap((session) => {
    const sameDay = problem.horizon.sessions[session.index - 1]?.date === session.date
    run = worked.has(session.index) ? (sameDay ? run : 0) + 1 : 0
    return run > most ? [{ amount: 1, people: [person.id], day: session.day, figures: { run } }] : []
  })
}

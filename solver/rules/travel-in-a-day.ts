/**
 * Nobody travels between sites in the middle of a day.
 * For each person, day and two sessions of it with none worked between them: first at one site + second at another ≤ 1; each breach counts
 * the travel time, in hours. Anything with a time is work.
 */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import { count, personName, siteName, when } from '../../src/wording/names.ts'
import { mayBeElsewhere } from '../facts/half-days.ts'
import { figure } from '../facts/rule-settings.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const travelInADay: Rule = {
  id: 'travel-in-a-day',
  title: 'Nobody travels between sites in the middle of a day.',
  level: 'wellbeing',
  why: 'Travel eats the lunch break, and is part of nobody’s session.',
  unit: 'hours of travel',
  // An hour is a quarter of a session, and counts twice because nobody benefits from it.
  weight: 0.5,
  assumes: ['one-place'],
  numbers: {
    minutes: {
      default: 15,
      shape: 'amount',
      meaning: 'minutes between two sites of which the document does not say how far they are',
      source: 'a default of this project: across a town',
    },
  },

  // Counted work takes place at the usual practice.
  minds: mayBeElsewhere,

  add(draft, problem) {
    const days = [...new Set(problem.horizon.sessions.map((s) => s.day))].map((day) =>
      problem.horizon.sessions.filter((s) => s.day === day),
    )
    for (const person of problem.people) {
      for (const day of days) {
        const sessions = day.map((s) => draft.inSession(person.id, s.index).filter((p) => draft.allowed(p)))
        const ways = sessions.flatMap((from, first) =>
          sessions.slice(first + 1).flatMap((to, n) => {
            const between = sessions.slice(first + 1, first + 1 + n).flat()
            return countTravel(draft, { from, to, between })
          }),
        )
        if (ways.length > 0) tieToBase(draft, sessions, ways)
      }
    }
  },

  check(rota, problem) {
    const days = grouped(rota.assignments, (a) => `${a.person} ${problem.horizon.sessions[a.session]?.date}`)
    return days.flatMap((day) => {
      const inOrder = [...day].sort((a, b) => a.session - b.session)
      return inOrder.flatMap((a, k) => {
        const before = inOrder[k - 1]
        if (before === undefined || before.site === a.site) return []
        const known = problem.siteById.get(before.site)?.travel.get(a.site)
        const hours = (known ?? figure(travelInADay, problem, 'minutes')) / 60
        return hours > 0 ? [{ amount: hours, people: [a.person], session: a.session, site: a.site }] : []
      })
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    return `${who} travels ${count(breach.amount * 60, 'minute')} to ${siteName(breach.site, problem)} before ${when(breach, problem)}.`
  },
}

interface Leg {
  readonly from: readonly Placement[]
  readonly to: readonly Placement[]
  readonly between: readonly Placement[]
}

/** A column for the hours of travel between two sessions, and the shortest journey it can stand for. */
interface Way {
  readonly hours: Term[0]
  readonly shortest: number
}

/** One column for the journey and a row per site of the first session; only the row of the person's actual site binds. */
function countTravel(draft: Draft, { from, to, between }: Leg): Way[] {
  const rows = [...new Set(from.map((p) => p.site))].flatMap((site) => {
    const away = to.map((p): Term => [p.column, p.site === site ? 0 : hoursBetween(draft.problem, site, p.site)])
    const longest = Math.max(0, ...away.map(([, hours]) => hours))
    return longest > 0 ? [{ site, away, longest }] : []
  })
  if (rows.length === 0) return []
  const hours = draft.column(0, Math.max(...rows.map(({ longest }) => longest)))
  draft.charge(hours, 1)
  for (const { site, away, longest } of rows) {
    const there = from.filter((p) => p.site === site).map((p): Term => [p.column, -longest])
    const then = away.map(([column, h]): Term => [column, -h])
    const instead = between.map((p): Term => [p.column, longest])
    draft.define([[hours, 1], ...there, ...then, ...instead], -longest, Number.POSITIVE_INFINITY)
  }
  const positive = rows.flatMap(({ away }) => away.map(([, h]) => h)).filter((h) => h > 0)
  return [{ hours, shortest: Math.min(...positive) }]
}

/**
 * Redundant rows with one binary per site and day: a person who does not travel has one base that day. The search decides on bases much
 * sooner than session by session. Not valid if two sites have no travel time between them.
 */
function tieToBase(draft: Draft, sessions: readonly (readonly Placement[])[], ways: readonly Way[]): void {
  const sites = [...new Set(sessions.flat().map((p) => p.site))]
  const apart = sites.every((a) => sites.every((b) => a === b || hoursBetween(draft.problem, a, b) > 0))
  if (!apart) return
  const bases = new Map(sites.map((site) => [site, draft.column(0, 1)]))
  draft.define(
    [...bases.values()].map((column): Term => [column, 1]),
    1,
  )
  const travels = ways.map(({ hours, shortest }): Term => [hours, -1 / shortest])
  for (const here of sessions) {
    for (const [site, base] of bases) {
      const there = here.filter((p) => p.site === site).map((p): Term => [p.column, 1])
      if (there.length > 0) draft.define([...there, [base, -1], ...travels], Number.NEGATIVE_INFINITY, 0)
    }
  }
}

function hoursBetween(problem: Problem, from: string, to: string): number {
  return (problem.siteById.get(from)?.travel.get(to) ?? figure(travelInADay, problem, 'minutes')) / 60
}

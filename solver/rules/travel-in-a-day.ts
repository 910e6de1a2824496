/**
 * Nobody travels between sites in the middle of a day.
 * For each person, day and two sessions of it with none worked between them: first at one site + second at another ≤ 1;
 * over by one counts the minutes of travel, in hours. Training and admin that are not pinned are left out.
 */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Draft, Placement, Term } from '../draft.ts'
import { figure } from '../numbers.ts'
import { placed } from '../placed.ts'
import type { Rule } from '../rule.ts'
import { count, personName, siteName, when } from '../words.ts'

export const travelInADay: Rule = {
  id: 'travel-in-a-day',
  title: 'Nobody travels between sites in the middle of a day.',
  level: 'wellbeing',
  why: 'Travel eats the lunch break, and is paid in nobody’s session.',
  unit: 'hours of travel',
  assumes: ['one-place'],
  numbers: {
    minutes: {
      default: 15,
      shape: 'amount',
      meaning: 'minutes between two sites of which the document does not say how far they are',
      source: 'a default of this project: across a town',
    },
  },

  add(draft, problem) {
    const { sessions } = problem.horizon
    for (const person of problem.people) {
      for (const first of sessions) {
        for (const second of sessions.filter((s) => s.day === first.day && s.index > first.index)) {
          const between = sessions
            .slice(first.index + 1, second.index)
            .flatMap((s) => draft.inSession(person.id, s.index))
          const [from, to] = [first, second].map((s) => open(draft, person.id, s.index))
          countTravel(draft, { from: from ?? [], to: to ?? [], between })
        }
      }
    }
  },

  check(rota, problem) {
    const days = grouped(placed(rota, problem), (a) => `${a.person} ${problem.horizon.sessions[a.session]?.date}`)
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

function open(draft: Draft, person: string, session: number): Placement[] {
  return draft.inSession(person, session).filter((p) => draft.allowed(p))
}

interface Leg {
  readonly from: readonly Placement[]
  readonly to: readonly Placement[]
  readonly between: readonly Placement[]
}

/** One column for the way, and a row for each site of the first session: only where the person really is can it be short. */
function countTravel(draft: Draft, { from, to, between }: Leg): void {
  const rows = [...new Set(from.map((p) => p.site))].flatMap((site) => {
    const away = to.map((p): Term => [p.column, p.site === site ? 0 : hoursBetween(draft.problem, site, p.site)])
    const longest = Math.max(0, ...away.map(([, hours]) => hours))
    return longest > 0 ? [{ site, away, longest }] : []
  })
  if (rows.length === 0) return
  const way = draft.column(0, Math.max(...rows.map(({ longest }) => longest)))
  draft.charge(way, 1)
  for (const { site, away, longest } of rows) {
    const there = from.filter((p) => p.site === site).map((p): Term => [p.column, -longest])
    const stay = [
      ...away.map(([column, hours]): Term => [column, -hours]),
      ...between.map((p): Term => [p.column, longest]),
    ]
    draft.define([[way, 1], ...there, ...stay], -longest, Number.POSITIVE_INFINITY)
  }
}

function hoursBetween(problem: Problem, from: string, to: string): number {
  return (problem.siteById.get(from)?.travel.get(to) ?? figure(travelInADay, problem, 'minutes')) / 60
}

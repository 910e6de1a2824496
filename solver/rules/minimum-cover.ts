/**
 * Every open site has enough people who see patients.
 * For each site and core session (or as the network lists it): people in patient-facing work in the building ≥ minimum.
 */
import type { Problem } from '../../src/problem.ts'
import { meetsNeeds } from '../../src/rota.ts'
import { lowerFirst, roleTitle, siteName, when } from '../../src/wording/names.ts'
import { type CoverEntry, type Minimum, minimaOf } from '../facts/minimum-cover.ts'
import { figure, setting } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const minimumCover: Rule = {
  id: 'minimum-cover',
  title: 'Every open site has enough people who see patients.',
  level: 'safety',
  why: 'A building with patients in it and too few clinicians is unsafe for both.',
  unit: 'people',
  numbers: {
    patientsPerPerson: {
      default: 4000,
      shape: 'whole',
      meaning: 'registered patients for whom one person sees patients in each core session; at least one person a site',
      source: 'a floor of this project, about half of what practices have on an average half day',
    },
    cover: {
      default: null,
      shape: 'cover',
      meaning: 'the minimum as the network lists it, by role, site, part and day; replaces the floor above',
      source: 'the network',
    },
  },

  add(draft, problem) {
    for (const { site, session, role, people, weight } of minima(problem)) {
      const present = draft.at(site, session).filter((p) => meetsNeeds(p.work) && (role === null || p.role === role))
      const remote = problem.cadres.flatMap((cadre): Term[] => {
        const column = role === null || cadre.role === role ? draft.remote(cadre.id, site, session) : undefined
        return column === undefined ? [] : [[column, -1]]
      })
      draft.atLeast([...present.map((p): Term => [p.column, 1]), ...remote], people, weight)
    }
  },

  check(rota, problem) {
    return minima(problem).flatMap(({ site, session, role, people, weight }) => {
      const present = rota.assignments.filter((a) => {
        if (a.site !== site || a.session !== session || a.remote) return false
        return (
          ['clinic', 'duty', 'visits'].includes(a.work) &&
          (role === null || problem.personById.get(a.person)?.role === role)
        )
      }).length
      const counts = weight === undefined ? {} : { weight }
      const place = { site, session, figures: { present, people }, ...(role === null ? {} : { role }), ...counts }
      return present < people && weight !== 0 ? [{ amount: people - present, ...place }] : []
    })
  },

  say(breach, problem) {
    const { present = 0, people = 0 } = breach.figures ?? {}
    const asked = people === 1 ? '1 person' : `${people} people`
    const what = breach.role === undefined ? 'to see patients' : `as ${lowerFirst(roleTitle(breach.role, problem))}`
    return `${when(breach, problem)}: ${siteName(breach.site, problem)} needs ${asked} ${what}, and has ${present}.`
  },
}

/** A minimum in force; read from the document in the same way by model and check. */
/** Every minimum of the weeks planned: as the network lists it, or the floor. */
export function minima(problem: Problem): readonly Minimum[] {
  const listed = setting(minimumCover, problem, 'cover') as readonly CoverEntry[] | null
  return minimaOf(problem, listed, figure(minimumCover, problem, 'patientsPerPerson'))
}

/** People needed at a site in a session, of any role: the number after the stroke in "3/4". */
export function minimumAt(problem: Problem, site: string, session: number): number {
  const here = minima(problem).filter((m) => m.site === site && m.session === session)
  const anyone = Math.max(0, ...here.filter((m) => m.role === null).map((m) => m.people))
  return Math.max(
    anyone,
    here.filter((m) => m.role !== null).reduce((sum, m) => sum + m.people, 0),
  )
}

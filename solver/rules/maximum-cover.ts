/**
 * No site has more people than its work asks for.
 * For each site and session that the network lists: people in patient-facing work in the building ≤ the most.
 */
import { meetsNeeds } from '../../src/rota.ts'
import { lowerFirst, roleTitle, siteName, when } from '../../src/wording/names.ts'
import { maximaOf } from '../facts/maximum-cover.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const maximumCover: Rule = {
  id: 'maximum-cover',
  title: 'No site has more people than its work asks for.',
  level: 'cost',
  why: 'Where there is work for two, a third is paid to wait; but it harms nobody.',
  unit: 'people',
  numbers: {
    cover: {
      default: [],
      shape: 'cover',
      meaning: 'the most people who see patients, by role, site, part and day; an empty list asks for nothing',
      source: 'the network',
    },
  },

  add(draft, problem) {
    for (const { site, session, role, people, weight } of maximaOf(problem)) {
      const present = draft.at(site, session).filter((p) => meetsNeeds(p.work) && (role === null || p.role === role))
      const remote = problem.cadres.flatMap((cadre): Term[] => {
        const column = role === null || cadre.role === role ? draft.remote(cadre.id, site, session) : undefined
        return column === undefined ? [] : [[column, -1]]
      })
      draft.atMost([...present.map((p): Term => [p.column, 1]), ...remote], people, weight)
    }
  },

  check(rota, problem) {
    return maximaOf(problem).flatMap(({ site, session, role, people, weight = 1 }) => {
      const inBuilding = rota.assignments.filter((a) => a.site === site && a.session === session && !a.remote)
      const present = inBuilding.filter((a) => {
        const asked = role === null || problem.personById.get(a.person)?.role === role
        return asked && ['clinic', 'duty', 'visits'].includes(a.work)
      }).length
      const place = { site, session, figures: { present, people }, ...(role === null ? {} : { role }) }
      return present > people && weight > 0 ? [{ amount: present - people, weight, ...place }] : []
    })
  },

  say(breach, problem) {
    const { present = 0, people = 0 } = breach.figures ?? {}
    const who = breach.role === undefined ? '' : ` as ${lowerFirst(roleTitle(breach.role, problem))}`
    const has = `has ${present === 1 ? '1 person' : `${present} people`} to see patients${who}`
    return `${when(breach, problem)}: ${siteName(breach.site, problem)} ${has}, ${present - people} more than its work asks for.`
  },
}

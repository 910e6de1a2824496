/** Why evenings and Saturdays offer too little, or have no GP. */
import type { Breach } from '../../../src/breach.ts'
import { meetsNeeds } from '../../../src/rota.ts'
import type { Person } from '../../../src/staff.ts'
import type { Rule } from '../../rules/rule.ts'
import { ask } from './asking.ts'
import type { Cause } from './cause.ts'
import type { Change } from './change.ts'
import { seesPatients, waysIn, whoOf, withProposals } from './missing.ts'
import type { Scene } from './scene.ts'

/** Too few appointments on a week's evenings and Saturdays; if the breach has a session, no GP in it. */
export function noEnhancedAccess(scene: Scene, { session, week = 0 }: Breach, rule: Rule): Cause {
  return session === undefined ? tooFewHours(scene, week, rule) : noGp(scene, session, rule)
}

function noGp(scene: Scene, session: number, rule: Rule): Cause {
  const { problem } = scene
  const people = problem.people.filter(
    (p) => problem.roleById.get(p.role)?.duty === true && isOpenTo(scene, p, session),
  )
  const ways = (person: Person) =>
    waysIn(scene, person, {
      session,
      sites: openSites(scene, person, session),
      works: ['clinic', 'duty', 'supervision'],
    })
  return [whoOf(scene, people, { ways, aim: rule, may: { kind: 'evening-duty' } })]
}

function tooFewHours(scene: Scene, week: number, rule: Rule): Cause {
  const { problem } = scene
  const sessions = problem.horizon.sessions.filter((s) => s.week === week && s.enhancedAccess).map((s) => s.index)
  const could = problem.people.filter(
    (p) =>
      seesPatients(p, scene) &&
      sessions.some((s) => isOpenTo(scene, p, s) && problem.availability.get(p.id)?.free[s] === true),
  )
  const offers = (p: Person) => sessions.some((s) => scene.of(p.id, s).some((a) => meetsNeeds(a.work)))
  const ways = (person: Person) => sessions.flatMap((session) => eveningWays(scene, person, session))
  // People who already work an evening are mentioned only if they could work another.
  const told = could.flatMap((person) => {
    const asked = ask(scene, person.id, { ways: ways(person), aim: rule })
    return offers(person) ? withProposals([asked]) : [asked]
  })
  return [
    { kind: 'evenings', could: could.map((p) => p.id), do: could.filter(offers).length },
    ...(told.length === 0
      ? []
      : [
          {
            kind: 'who',
            asked: told,
            aim: rule,
            may: { kind: 'any' },
            besides: false,
            long: sessions.length > 1,
          } as const,
        ]),
  ]
}

function eveningWays(scene: Scene, person: Person, session: number): Change[] {
  const sites = openSites(scene, person, session)
  return waysIn(scene, person, { session, sites, works: ['clinic', 'visits'] })
}

function openSites({ problem }: Scene, person: Person, session: number): string[] {
  return person.sites.filter((site) => problem.siteById.get(site)?.open[session] === true)
}

function isOpenTo(scene: Scene, person: Person, session: number): boolean {
  return openSites(scene, person, session).length > 0
}

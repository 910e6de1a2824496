/** Why somebody is missing: a duty doctor, a person at a site, a supervisor. */
import type { Breach } from '../../../src/breach.ts'
import { isMetBy } from '../../../src/needs.ts'
import type { Problem } from '../../../src/problem.ts'
import { type Assignment, meetsNeeds, type Work } from '../../../src/rota.ts'
import type { Person } from '../../../src/staff.ts'
import { isConceivable } from '../../facts/placeable.ts'
import { setting } from '../../facts/rule-settings.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Asked, ask } from './asking.ts'
import type { Cause, May, Statement } from './cause.ts'
import type { Change } from './change.ts'
import { type Scene, sessionAt } from './scene.ts'
import type { Aim } from './trial.ts'

/** Everybody who could do it, and what came of asking each. */
export function whoOf(
  scene: Scene,
  people: readonly Person[],
  { ways, aim, may }: { ways: (person: Person) => readonly Change[]; aim: Aim; may: May },
): Extract<Statement, { kind: 'who' }> {
  const asked = people.map((person) => ask(scene, person.id, { ways: ways(person), aim }))
  return { kind: 'who', asked, aim, may, besides: false, long: false }
}

/** Changes in which the person does these kinds of work at these sites in one session, as far as such work can be planned there. */
export function waysIn(
  scene: Scene,
  person: Person,
  at: { readonly session: number; readonly sites: readonly string[]; readonly works: readonly Work[] },
): Change[] {
  const session = sessionAt(scene, at.session)
  if (session === undefined) return []
  return at.sites
    .filter((site) => person.sites.includes(site))
    .flatMap((site) =>
      at.works
        .filter((work) => isConceivable(person, session, { site, work }) && isOf(scene.problem, person, work))
        .map(
          (work): Change => ({ off: [], on: [{ person: person.id, session: at.session, site, work, remote: false }] }),
        ),
    )
}

/** Duty is tried only for people who may hold it, visits only for people who make them. */
function isOf(problem: Problem, person: Person, work: Work): boolean {
  if (work === 'duty') return problem.roleById.get(person.role)?.duty === true
  if (!meetsNeeds(work)) return true
  const met = problem.cadreById.get(person.cadre)?.meets
  return problem.needs.some((need) => isMetBy(need, work) && met?.has(need.id) === true)
}

export function whoMayHoldDuty({ problem }: Scene, sites: readonly string[]): Person[] {
  return problem.people.filter(
    (p) => problem.roleById.get(p.role)?.duty === true && p.sites.some((site) => sites.includes(site)),
  )
}

export function noDuty(scene: Scene, { site = '', session = 0 }: Breach, rule: Rule): Cause {
  const sites = groupOf(scene.problem, rule, site)
  const ways = (person: Person) => waysIn(scene, person, { session, sites, works: ['duty'] })
  return [whoOf(scene, whoMayHoldDuty(scene, sites), { ways, aim: rule, may: { kind: 'duty', sites } })]
}

/** Sites that share a duty doctor with this one. */
function groupOf(problem: Problem, rule: Rule, site: string): readonly string[] {
  const groups = setting(rule, problem, 'groups')
  const lists: readonly unknown[] = Array.isArray(groups) ? groups : []
  const found = lists.find((group): group is string[] => Array.isArray(group) && group.includes(site))
  return found ?? [site]
}

export function noCover(scene: Scene, { site = '', session = 0, role }: Breach, rule: Rule): Cause {
  const { problem } = scene
  const isMeant = (p: Person) => (role === undefined ? seesPatients(p, scene) : p.role === role)
  const able = problem.people.filter(isMeant)
  if (able.length === 0 && role !== undefined) return [{ kind: 'unheld', roles: [role] }]
  const may = able.filter((p) => p.sites.includes(site))
  if (may.length === 0 && role !== undefined) return [{ kind: 'none-of-role', role, site }]
  const there = new Set(
    scene
      .there(site, session)
      .filter((a) => !a.remote && meetsNeeds(a.work))
      .map((a) => a.person),
  )
  const missing = may.filter((person) => !there.has(person.id))
  if (missing.length === 0 && may.length > 0) return [{ kind: 'all-there', role: role ?? null, site, session }]
  const ways = (person: Person) =>
    waysIn(scene, person, { session, sites: [site], works: ['clinic', 'visits', 'duty'] })
  return [whoOf(scene, missing, { ways, aim: rule, may: { kind: 'cover', site, role: role ?? null } })]
}

export function seesPatients(person: Person, scene: Scene): boolean {
  return (scene.problem.cadreById.get(person.cadre)?.meets.size ?? 0) > 0
}

/** `figures.minutes`: the supervisors present have too few minutes; without it, there are too few supervisors. */
export function noSupervisor(scene: Scene, { people = [], site, session = 0, figures }: Breach, rule: Rule): Cause {
  const { problem } = scene
  const roles = new Set(
    people.flatMap((id) => problem.roleById.get(problem.personById.get(id)?.role ?? '')?.supervision?.by ?? []),
  )
  const may = problem.people.filter((p) => roles.has(p.role) && (site === undefined || p.sites.includes(site)))
  const supervises = (a: Assignment) =>
    (site === undefined || a.site === site) && ['clinic', 'duty', 'supervision'].includes(a.work)
  const there = may.filter((p) => scene.of(p.id, session).some(supervises))
  const promised = figures?.minutes !== undefined && there.length > 0
  const after: Statement = { kind: 'looked-after', people, there: there.map((p) => p.id), promised }
  if (may.length === 0 && !problem.people.some((p) => roles.has(p.role)))
    return [after, { kind: 'unheld', roles: [...roles] }]
  const ways = (person: Person) => {
    const sites = site === undefined ? person.sites : [site]
    return waysIn(scene, person, { session, sites, works: ['supervision', 'clinic', 'duty'] })
  }
  const missing = may.filter((p) => !there.includes(p))
  const who = whoOf(scene, missing, { ways, aim: rule, may: { kind: 'supervise', site: site ?? null } })
  return [after, { ...who, besides: there.length > 0 }]
}

/** Those who could still be asked. */
export function withProposals(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ tries }) => tries.some(({ obstacle }) => obstacle === null))
}

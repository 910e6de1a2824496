/** Why somebody is missing: a doctor on duty, a face at a site, a supervisor. */
import type { Breach } from '../../src/breach.ts'
import { meetsNeeds } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import { are, crowd, listed } from '../crowd.ts'
import { count, lowerFirst, roleTitle, siteName } from '../words.ts'
import { isFull, type Scene, sessionAt } from './scene.ts'
import { obstacles } from './standing.ts'

/** Who might have come, and what is said of everybody else. */
interface Call {
  readonly people: readonly Person[]
  readonly session: number
  /** "may be on duty at Alder Road". */
  readonly may: string
  /** Somebody else does it already. */
  readonly besides?: boolean
}

/** "GP 1 and GP 2 are away, and GP 3 is on duty at Birch Lane; nobody else may be on duty at Alder Road." */
export function whyNobody(scene: Scene, { people, session, may, besides = false }: Call): string {
  if (people.length === 0) return `Nobody${besides ? ' else' : ''} ${may}.`
  const found = obstacles(
    scene,
    people.map((person) => person.id),
    session,
  )
  return `${sentenceCase(listed(found))}; nobody else ${may}.`
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function whoMayHoldDuty(scene: Scene, sites: readonly string[]): Person[] {
  const { problem } = scene
  return problem.people.filter(
    (p) => problem.roleById.get(p.role)?.duty === true && p.sites.some((site) => sites.includes(site)),
  )
}

export function noDuty(scene: Scene, { site = '', session = 0 }: Breach, sites: readonly string[]): string {
  const where = sites.length > 1 ? 'at any of these sites' : `at ${siteName(site, scene.problem)}`
  return whyNobody(scene, { people: whoMayHoldDuty(scene, sites), session, may: `may be on duty ${where}` })
}

export function noCover(scene: Scene, { site = '', session = 0, role }: Breach): string {
  const { problem } = scene
  const may = problem.people.filter(
    (p) => p.sites.includes(site) && (role === undefined ? seesPatients(p, scene) : p.role === role),
  )
  const there = new Set(
    scene
      .there(site, session)
      .filter((a) => !a.remote && meetsNeeds(a.work))
      .map((a) => a.person),
  )
  const who = role === undefined ? '' : ` in the role of ${lowerFirst(roleTitle(role, problem))}`
  const missing = may.filter((person) => !there.has(person.id))
  if (missing.length === 0) return `Everybody who works there${who} is there already.`
  const rooms = isFull(scene, site, session) ? ` ${siteName(site, problem)} has no room free.` : ''
  return `${whyNobody(scene, { people: missing, session, may: `sees patients at ${siteName(site, problem)}${who}` })}${rooms}`
}

function seesPatients(person: Person, scene: Scene): boolean {
  return (scene.problem.cadreById.get(person.cadre)?.meets.size ?? 0) > 0
}

/** `figures.minutes`: the supervisors who are there have too few; else there are too few of them. */
export function noSupervisor(scene: Scene, { people = [], site, session = 0, figures }: Breach): string {
  const { problem } = scene
  const roles = new Set(
    people.flatMap((id) => problem.roleById.get(problem.personById.get(id)?.role ?? '')?.supervision?.by ?? []),
  )
  const may = problem.people.filter((p) => roles.has(p.role) && (site === undefined || p.sites.includes(site)))
  const where = site === undefined ? 'in the network' : `at ${siteName(site, problem)}`
  const there = may.filter((p) =>
    scene
      .of(p.id, session)
      .some((a) => (site === undefined || a.site === site) && ['clinic', 'duty', 'supervision'].includes(a.work)),
  )
  const looked = `${crowd(people, problem)} ${are(people)} to be looked after`
  if (figures?.minutes !== undefined && there.length > 0) {
    const ids = there.map((p) => p.id)
    return `${sentenceCase(looked)} by ${crowd(ids, problem)}, whose ${ids.length === 1 ? 'minutes' : 'minutes together'} are promised to patients.`
  }
  const missing = may.filter((p) => !there.includes(p))
  const have =
    there.length === 0
      ? ''
      : ` by ${crowd(
          there.map((p) => p.id),
          problem,
        )} alone`
  return `${sentenceCase(looked)}${have}: ${whyNobody(scene, { people: missing, session, may: `may supervise them ${where}` })}`
}

/** Without a session: too few appointments in the evenings and on Saturdays of a week. */
export function noEnhancedAccess(scene: Scene, { session, week = 0 }: Breach): string {
  const { problem } = scene
  const open = (person: Person, index: number) =>
    person.sites.some((site) => problem.siteById.get(site)?.open[index] === true)
  if (session !== undefined) {
    const people = problem.people.filter((p) => problem.roleById.get(p.role)?.duty === true && open(p, session))
    return whyNobody(scene, { people, session, may: 'in the network may hold the duty' })
  }
  const sessions = problem.horizon.sessions.filter((s) => s.week === week && s.enhancedAccess).map((s) => s.index)
  const could = problem.people.filter(
    (p) =>
      seesPatients(p, scene) && sessions.some((s) => open(p, s) && problem.availability.get(p.id)?.free[s] === true),
  )
  const works = could.filter((p) => sessions.some((s) => scene.of(p.id, s).length > 0))
  const rest = could.filter((p) => !works.includes(p))
  const used = rest.filter(
    (p) => (problem.availability.get(p.id)?.most[week] ?? 0) - scene.worked(p.id, week) < shortest(scene, sessions),
  )
  const names = (people: readonly Person[]) =>
    crowd(
      people.map((p) => p.id),
      problem,
    )
  const all = `${count(could.length, 'person').replace('persons', 'people')} can work an evening or a Saturday`
  const parts = [
    `${works.length} do`,
    ...(used.length === 0 ? [] : [`${names(used)} ${used.length === 1 ? 'has' : 'have'} no session left`]),
    ...(used.length === rest.length ? [] : [`${names(rest.filter((p) => !used.includes(p)))} could still be asked`]),
  ]
  return `${all}: ${listed(parts)}.`
}

function shortest(scene: Scene, sessions: readonly number[]): number {
  return Math.min(...sessions.map((s) => sessionAt(scene, s)?.counts ?? 1))
}

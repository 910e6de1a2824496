/** Why contacts of one need of one practice are not met in time. */
import type { Need } from '../../src/needs.ts'
import { isMetBy } from '../../src/needs.ts'
import { meetsNeeds } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import { dayName } from '../../src/time.ts'
import { are, crowd, doDoes, listed } from '../crowd.ts'
import { count, siteName } from '../words.ts'
import { fullness } from './minutes.ts'
import { sentenceCase } from './missing.ts'
import { Memory, type Scene } from './scene.ts'
import { standingOf } from './standing.ts'

/** Contacts of a practice's patients, and the sessions in which they could have been met. */
export interface Miss {
  readonly site: string
  readonly need: Need
  /** In order of time. */
  readonly sessions: readonly number[]
  /** "that day", "by Thursday", "in the week". */
  readonly when: string
}

/** For a day: contacts due on it, which a need of the same day could be met on alone, and others at any time until then. */
export function missOn(scene: Scene, { site, need, day }: { site: string; need: Need; day?: number }): Miss {
  const { horizon } = scene.problem
  const inTime = horizon.sessions.filter(
    (s) => day === undefined || (need.withinDays === 0 ? s.day === day : s.day <= day),
  )
  const date = day === undefined ? undefined : horizon.days[day]
  const name = date === undefined ? '' : dayName(date, horizon)
  const when =
    day === undefined
      ? horizon.weeks === 1
        ? 'in the week'
        : 'in these weeks'
      : need.withinDays === 0
        ? `on ${name}`
        : day === 0
          ? `on ${name}`
          : `up to ${name}`
  return { site, need, sessions: inTime.map((s) => s.index), when }
}

export function whyUnmet(scene: Scene, miss: Miss): string {
  const { problem } = scene
  const sites = miss.need.shared ? problem.sites.map((site) => site.id) : [miss.site]
  const where = sites.length > 1 ? 'in the network' : `at ${siteName(miss.site, problem)}`
  const key = [miss.need.id, sites.length > 1 ? '' : miss.site, ...miss.sessions].join(' ')
  const { names, cadres, sessions, rest } = CREWS.of(scene, key, () => crewFor(scene, miss, sites))
  if (cadres.size === 0) return `Nobody who works ${where} meets this need.`
  const booked = names.length === 0 ? undefined : fullness(scene, { ...miss, patientsOf: miss.site, sites, cadres })
  const there =
    booked === undefined
      ? `nobody who meets this need sees patients ${where} ${miss.when}`
      : `${crowd(names, problem)} ${names.length === 1 ? 'works' : 'work'} ${count(sessions, 'session')} ${where} ${miss.when}, ${booked}`
  return `${sentenceCase([there, ...(rest === '' ? [] : [rest])].join('; '))}.`
}

/** Who could meet a need at some sites in some sessions. */
interface Crew {
  /** Of all of them. */
  readonly cadres: ReadonlySet<string>
  /** Of those who do, and how many sessions they work. */
  readonly names: readonly string[]
  readonly sessions: number
  /** What keeps the others from it. */
  readonly rest: string
}

/** The same for every practice, where the network shares a need. */
const CREWS = new Memory<Crew>()

function crewFor(scene: Scene, { need, sessions }: Miss, sites: readonly string[]): Crew {
  const isHere = new Set(sites)
  const may = scene.problem.people.filter((p) => meets(p, need, scene) && p.sites.some((s) => isHere.has(s)))
  const posts = may.map((person) => ({
    person,
    count: sessions
      .flatMap((s) => scene.of(person.id, s))
      .filter((a) => meetsNeeds(a.work) && isMetBy(need, a.work) && isHere.has(a.site)).length,
  }))
  const idle = posts.filter(({ count: worked }) => worked === 0).map(({ person }) => person)
  return {
    cadres: new Set(may.map((p) => p.cadre)),
    names: posts.filter(({ count: worked }) => worked > 0).map(({ person }) => person.id),
    sessions: posts.reduce((sum, { count: worked }) => sum + worked, 0),
    rest: reasons(scene, idle, sessions),
  }
}

function meets(person: Person, need: Need, scene: Scene): boolean {
  return scene.problem.cadreById.get(person.cadre)?.meets.has(need.id) === true
}

/** What keeps the others from it, over all the sessions together. */
function reasons(scene: Scene, people: readonly Person[], sessions: readonly number[]): string {
  const { problem } = scene
  const groups = new Map<string, string[]>(
    ['away', 'not-then', 'elsewhere', 'used-up', 'spare'].map((kind) => [kind, []]),
  )
  for (const { id } of people) {
    const kinds = sessions.map((session) => standingOf(scene, id, session).kind)
    const isOff = (kind: string) => kind === 'away' || kind === 'not-then' || kind === 'kept-free'
    const off = kinds.includes('away') ? 'away' : 'not-then'
    const on = kinds.includes('busy') ? 'elsewhere' : kinds.includes('used-up') ? 'used-up' : 'spare'
    groups.get(kinds.every(isOff) ? off : on)?.push(id)
  }
  const words: Readonly<Record<string, (ids: readonly string[]) => string>> = {
    away: (ids) => `${are(ids)} away`,
    'not-then': (ids) => `${doDoes(ids)} not usually work then`,
    elsewhere: (ids) => `${are(ids)} at other work`,
    'used-up': (ids) => `${ids.length === 1 ? 'has' : 'have'} no session left`,
    spare: () => 'could still be asked',
  }
  return listed(
    [...groups]
      .filter(([, ids]) => ids.length > 0)
      .map(([kind, ids]) => `${crowd(ids, problem)} ${words[kind]?.(ids) ?? ''}`),
  )
}

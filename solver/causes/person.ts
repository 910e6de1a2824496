/** Why a person is asked for something unwished, or not given what is due. */
import type { Breach } from '../../src/breach.ts'
import { grouped } from '../../src/grouped.ts'
import { type Assignment, WORKS, type Work } from '../../src/rota.ts'
import { sessionName } from '../../src/time.ts'
import { are, crowd, listed } from '../crowd.ts'
import { count, personName, siteName, when } from '../words.ts'
import { sentenceCase, whoMayHoldDuty, whyNobody } from './missing.ts'
import { isFull, type Scene, sessionAt } from './scene.ts'
import { doing, standingOf } from './standing.ts'

/** What a person's work in one session is, and why nobody else does it. */
export function whyThere(scene: Scene, a: Assignment): string {
  const { problem } = scene
  const { person, session, site, work } = a
  const what = `${personName(person, problem)} ${doing(work, site, [person], problem)} on ${at(scene, session)}`
  const pinned = problem.pins.some(
    (p) => p.person === person && p.session === session && p.site === site && p.work === work,
  )
  if (pinned) return `${what}: that is pinned.`
  const own = problem.personById.get(person)
  const others =
    work === 'duty'
      ? whoMayHoldDuty(scene, [site])
      : problem.people.filter((p) => p.role === own?.role && p.sites.includes(site))
  const people = others.filter((p) => p.id !== person)
  const may =
    work === 'duty'
      ? `may be on duty at ${siteName(site, problem)}`
      : `of that role works at ${siteName(site, problem)}`
  return `${what}. ${whyNobody(scene, { people, session, may, besides: true })}`
}

/** Everybody at a site in a session. */
export function whoIsThere(scene: Scene, site: string, session: number): string {
  const people = [...new Set(scene.there(site, session).map((a) => a.person))]
  return people.length === 0
    ? 'Nobody is there.'
    : `${sentenceCase(crowd(people, scene.problem))} ${are(people)} there.`
}

/** Of what a person does in a session, or all that there is to say if it is nothing. */
export function ofSession(scene: Scene, { people = [], session = 0 }: Breach): string | undefined {
  const [person] = people
  if (person === undefined) return undefined
  const [a] = scene.of(person, session)
  return a === undefined ? whyNotThere(scene, person, session) : whyThere(scene, a)
}

export function whyNotThere(scene: Scene, person: string, session: number): string {
  const { problem } = scene
  const who = personName(person, problem)
  const standing = standingOf(scene, person, session)
  switch (standing.kind) {
    case 'away':
      return `${who} is away then.`
    case 'not-then':
      return `${who} does not usually work then.`
    case 'kept-free':
      return `${who} is pinned to be kept free then.`
    case 'used-up':
      return `${who} has no session left that week: ${listed(uses(scene.inWeek(person, sessionAt(scene, session)?.week ?? 0)))}.`
    case 'busy':
      return `${who} ${doing(standing.at.work, standing.at.site, [person], problem)} then.`
    case 'spare':
      return isSqueezed(scene, person, session)
        ? `No site of ${who} has a room free then.`
        : `${who} could still be asked.`
  }
}

function isSqueezed(scene: Scene, person: string, session: number): boolean {
  const open = (scene.problem.personById.get(person)?.sites ?? []).filter(
    (site) => scene.problem.siteById.get(site)?.open[session] === true,
  )
  return open.every((site) => isFull(scene, site, session))
}

const WORK_NAMES: Readonly<Record<Work, string>> = {
  clinic: 'in clinic',
  duty: 'on duty',
  visits: 'on visits',
  supervision: 'of supervision',
  admin: 'of paperwork',
  training: 'of learning',
  outside: 'with partner organisations',
}

/** "5 sessions in clinic", "3 on duty". */
function uses(assignments: readonly Assignment[]): string[] {
  const groups = WORKS.flatMap((work) => {
    const n = assignments.filter((a) => a.work === work).length
    return n === 0 ? [] : [{ n, work }]
  })
  if (groups.length === 0) return ['no session']
  return groups.map(({ n, work }, k) => `${k === 0 ? count(n, 'session') : n} ${WORK_NAMES[work]}`)
}

/** Where the sessions of a person's week go; `undefined` where the breach names nobody. */
export function ofWeek(scene: Scene, breach: Breach): string | undefined {
  const { problem } = scene
  const [person] = breach.people ?? []
  if (person === undefined) return undefined
  const week = breach.week ?? weekOf(scene, breach)
  const pattern = problem.horizon.sessions.filter(
    (s) => s.week === week && problem.availability.get(person)?.free[s.index] === true,
  )
  const unused = pattern.filter((s) => scene.of(person, s.index).length === 0)
  const squeezed = unused.filter((s) => isSqueezed(scene, person, s.index)).length
  const away = problem.horizon.sessions.filter(
    (s) => s.week === week && problem.availability.get(person)?.away[s.index] === true,
  ).length
  const parts = [
    ...uses(scene.inWeek(person, week)),
    ...(away === 0 ? [] : [`${count(away, 'half day')} away`]),
    ...(unused.length === 0 ? ['no half day left'] : [`${count(unused.length, 'half day')} left`]),
  ]
  const rooms =
    squeezed === 0 ? '' : `; in ${squeezed === unused.length ? 'all' : squeezed} of those no site has a room free`
  return `${personName(person, problem)} has ${listed(parts)} in ${when({ amount: 0, week }, problem)}${rooms}.`
}

function weekOf(scene: Scene, { session, day }: Breach): number {
  return session === undefined ? Math.floor((day ?? 0) / 7) : (sessionAt(scene, session)?.week ?? 0)
}

/** The sites of a person's week, and why the one with fewest sessions is among them. */
export function ofSites(scene: Scene, { people = [], week = 0 }: Breach): string | undefined {
  const [person] = people
  if (person === undefined) return undefined
  const bySite = grouped(scene.inWeek(person, week), (a) => a.site).sort((a, b) => b.length - a.length)
  const words = bySite.map((mine) => `${count(mine.length, 'session')} at ${siteName(mine[0]?.site, scene.problem)}`)
  const fewest = bySite.at(-1)?.[0]
  return `${sentenceCase(listed(words))}. ${fewest === undefined ? '' : whyThere(scene, fewest)}`.trim()
}

/** What a person does on one day. */
export function ofDay(scene: Scene, { people = [], day = 0 }: Breach): string | undefined {
  const [person] = people
  if (person === undefined) return undefined
  const mine = scene.problem.horizon.sessions.filter((s) => s.day === day).flatMap((s) => scene.of(person, s.index))
  const last = mine.at(-1)
  if (last === undefined) return `Nothing is planned for ${personName(person, scene.problem)} that day.`
  const before = mine
    .slice(0, -1)
    .map((a) => `${doing(a.work, a.site, [person], scene.problem)} on ${at(scene, a.session)}`)
  return [
    ...(before.length === 0 ? [] : [`${personName(person, scene.problem)} ${listed(before)}.`]),
    whyThere(scene, last),
  ].join(' ')
}

/** A person's sessions that are of some kind, and why the last of them is this person's. */
export function ofKind(scene: Scene, person: string, isOne: (a: Assignment) => boolean): string {
  const weeks = Array.from({ length: scene.problem.horizon.weeks }, (_, week) => week)
  const mine = weeks.flatMap((week) => scene.inWeek(person, week)).filter(isOne)
  const last = mine.at(-1)
  if (last === undefined) return `It comes from past weeks: ${personName(person, scene.problem)} has none in this rota.`
  return `In this rota: ${listed(mine.map((a) => at(scene, a.session)))}. ${whyThere(scene, last)}`
}

function at(scene: Scene, session: number): string {
  const found = sessionAt(scene, session)
  return found === undefined ? 'no session' : sessionName(found, scene.problem.horizon)
}

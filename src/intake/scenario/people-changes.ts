/** Changes to people and their sessions. */
import { FULL_TIME } from '../../pay-weeks.ts'
import { addDays, daysBetween } from '../../time.ts'
import type { PersonDocument, RotaDocument } from '../rota-document.ts'
import type { ChangeOf } from './change-schemas.ts'
import { areKnown, daysIn, isKnown, type Scene, withPeople } from './scene.ts'

/** Adds people, dividing the sessions equally among them. */
export function add(change: ChangeOf<'add'>, scene: Scene): RotaDocument {
  const { document } = scene
  const known = [
    isKnown(change.role, 'roles', ['role'], scene),
    isKnown(change.home, 'sites', ['home'], scene),
    areKnown(change.sites, 'sites', 'sites', scene),
  ]
  if (!known.every(Boolean)) return document
  const count = Math.ceil(change.sessions / FULL_TIME)
  return withPeople(document, [...document.people, ...newPeople(document, change, count)])
}

/** `count` new people as described by the change. */
export function newPeople(document: RotaDocument, change: ChangeOf<'add'>, count: number): PersonDocument[] {
  const title = document.roles.find(({ id }) => id === change.role)?.title ?? change.role
  const largest = [...document.sites].sort((a, b) => b.patients - a.patients)[0]?.id ?? ''
  const sites = change.sites ?? (change.home === undefined ? document.sites.map(({ id }) => id) : [change.home])
  const taken = new Set(document.people.flatMap(({ id, name }) => [id, name]))
  const skills = change.skills ?? usualSkills(document, change.role)
  return Array.from({ length: count }, (): PersonDocument => {
    const n = firstFree(change.role, title, taken)
    return {
      id: `new-${change.role}-${n}`,
      name: `New ${title} ${n}`,
      role: change.role,
      home: change.home ?? (sites.includes(largest) ? largest : (sites[0] ?? largest)),
      sites: [...sites],
      contract: { sessions: change.sessions / count },
      skills: [...skills],
      works: [...(change.works ?? coreSlots(document))],
    }
  })
}

function firstFree(role: string, title: string, taken: Set<string>): number {
  let n = 1
  while (taken.has(`new-${role}-${n}`) || taken.has(`New ${title} ${n}`)) n += 1
  taken.add(`new-${role}-${n}`).add(`New ${title} ${n}`)
  return n
}

/** Skills that most people in the role have; if it has no people, every skill its needs require. */
export function usualSkills({ people, roles, needs }: RotaDocument, role: string): readonly string[] {
  const own = people.filter((person) => person.role === role).map(({ skills = [] }) => [...skills].sort())
  const count = (skills: readonly string[]) => own.filter((other) => other.join() === skills.join()).length
  const usual = [...own].sort((a, b) => count(b) - count(a))[0]
  const meets = roles.find(({ id }) => id === role)?.meets ?? {}
  return usual ?? [...new Set(needs.flatMap(({ id, skill }) => (skill !== undefined && id in meets ? [skill] : [])))]
}

function coreSlots({ parts }: RotaDocument): string[] {
  return parts
    .filter((part) => part.enhancedAccess !== true)
    .flatMap(({ id, days }) => days.map((weekday) => (id.startsWith(`${weekday}-`) ? id : `${weekday}-${id}`)))
}

/** Removes a person, or reduces the sessions of a role by the same share for each of its people. */
export function remove(change: ChangeOf<'remove'>, scene: Scene): RotaDocument {
  const { document, complaints, at } = scene
  if ('person' in change) {
    if (!isKnown(change.person, 'people', ['person'], scene)) return document
    return withPeople(
      document,
      document.people.filter(({ id }) => id !== change.person),
    )
  }
  if (!isKnown(change.role, 'roles', ['role'], scene)) return document
  const all = document.people
    .filter(({ role }) => role === change.role)
    .reduce((sum, { contract }) => sum + contract.sessions, 0)
  if (change.sessions <= all) return shrunk(document, change.role, { share: 1 - change.sessions / all, isPaid: false })
  const detail =
    all === 0 ? 'Nobody in the network has this role.' : `People in this role have ${all} sessions a week together.`
  complaints.add([...at, 'sessions'], detail, { seen: change.sessions })
  return document
}

interface Shrinking {
  /** The share of their sessions that remains. */
  readonly share: number
  /** True if they are absent and paid as before; false if they give up the pay as well. */
  readonly isPaid: boolean
}

/** Reduces the sessions of everybody, or of a role, to this share. */
function shrunk(document: RotaDocument, role: string | undefined, { share, isPaid }: Shrinking): RotaDocument {
  const people = document.people.map((person) => {
    const { sessions, flex, protected: learning, paid } = person.contract
    if (role !== undefined && person.role !== role) return person
    const left = isPaid ? (paid ?? sessions) : paid && paid * share
    const contract = {
      sessions: Math.max(0, sessions * share),
      ...(left === undefined ? {} : { paid: left }),
      ...(flex === undefined ? {} : { flex: flex * share }),
      ...(learning === undefined ? {} : { protected: learning * share }),
    }
    return { ...person, contract }
  })
  return withPeople(
    document,
    people.filter(
      ({ contract: { sessions, flex = 0, paid = 0 }, role: own }) => sessions + paid > 1e-9 || flex > 0 || own !== role,
    ),
  )
}

/** Changes one person's role, contract, skills, sites or half days. */
export function change({ person: id, contract, ...rest }: ChangeOf<'change'>, scene: Scene): RotaDocument {
  const { document } = scene
  const known = [
    isKnown(id, 'people', ['person'], scene),
    isKnown(rest.role, 'roles', ['role'], scene),
    areKnown(rest.sites, 'sites', 'sites', scene),
  ]
  if (!known.every(Boolean)) return document
  const given = Object.fromEntries(Object.entries(contract ?? {}).filter(([, value]) => value !== undefined))
  const people = document.people.map((person) => {
    if (person.id !== id) return person
    const sites = rest.sites?.includes(person.home) === false ? { home: rest.sites[0] ?? person.home } : {}
    return { ...person, ...rest, ...sites, contract: { ...person.contract, ...given } }
  })
  return withPeople(document, people)
}

/** Adds an absence for one person, or removes a share of everybody's sessions. Absent people are still paid; only leavers aren't. */
export function away(change: ChangeOf<'away'>, scene: Scene): RotaDocument {
  const { document } = scene
  const days = daysIn(change, scene)
  if ('person' in change) {
    if (!isKnown(change.person, 'people', ['person'], scene) || days === null) return document
    const people = document.people.map((person) =>
      person.id === change.person ? { ...person, away: [...(person.away ?? []), { ...days, paid: true }] } : person,
    )
    return withPeople(document, people)
  }
  if (!isKnown(change.role, 'roles', ['role'], scene) || days === null) return document
  const isOpen = (date: string) => [...'12345'].includes(String(new Date(`${date}T12:00Z`).getUTCDay()))
  const weekdays = (from: string, to: string) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n)).filter(isOpen).length
  const part = weekdays(days.from, days.to) / Math.max(1, weekdays(scene.from, scene.to))
  return shrunk(document, change.role, { share: 1 - change.share * part, isPaid: true })
}

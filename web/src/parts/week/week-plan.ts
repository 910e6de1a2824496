/** A week's document, indexed for the board. */
import type { Person, Pin, Site, WeekDocument } from '../../api.ts'
import { type Session, sessionsOf } from './sessions.ts'

export interface WeekPlan {
  readonly document: WeekDocument
  readonly sessions: readonly Session[]
  /** Days with sessions. */
  readonly days: readonly string[]
  readonly person: ReadonlyMap<string, Person>
  readonly site: ReadonlyMap<string, Site>
  /** Abbreviation of a site's name, for use in cells. */
  readonly siteCode: ReadonlyMap<string, string>
  readonly roleTitle: (role: string) => string
  readonly isAway: (person: Person, session: Session) => boolean
  /** Why a site is closed in a session; null if it is open. */
  readonly closedWhy: (site: string, session: Session) => string | null
  /** Sites that share one duty doctor with this one, itself among them. */
  readonly dutyGroup: (site: string) => readonly string[]
  /** By person and session: see `placeKey`. */
  readonly pins: ReadonlyMap<string, Pin>
}

/** Key of a person's cell on the board. */
export function placeKey(person: string, { key }: Pick<Session, 'key'>): string {
  return `${person} ${key}`
}

export function weekPlan(document: WeekDocument, from: string): WeekPlan {
  const sessions = sessionsOf(document, from)
  const titles = new Map(document.roles.map(({ id, title }) => [id, title]))
  return {
    document,
    sessions,
    days: [...new Set(sessions.map(({ date }) => date))],
    person: new Map(document.people.map((one) => [one.id, one])),
    site: new Map(document.sites.map((one) => [one.id, one])),
    siteCode: siteCodes(document.sites),
    roleTitle: (role) => titles.get(role) ?? role,
    isAway: ({ away = [] }, { date, part }) =>
      away.some(({ from, to, parts }) => from <= date && date <= to && (parts === undefined || parts.includes(part))),
    dutyGroup: (site) => dutyGroupOf(document, site),
    closedWhy: (site, session) => closedWhy(document, site, session),
    pins: new Map((document.pins ?? []).map((pin) => [`${pin.person} ${pin.date} ${pin.part}`, pin])),
  }
}

function dutyGroupOf({ rules }: WeekDocument, site: string): readonly string[] {
  const duty = rules?.['duty-doctor']
  const groups: unknown = typeof duty === 'object' && duty !== null ? Reflect.get(duty, 'groups') : undefined
  const all: readonly unknown[] = Array.isArray(groups) ? groups : []
  const own = all.find((group) => Array.isArray(group) && group.includes(site))
  return Array.isArray(own) ? own.map(String) : [site]
}

function closedWhy({ closed = [] }: WeekDocument, site: string, { date, part }: Session): string | null {
  const closure = closed.find(
    ({ date: day, sites, parts }) =>
      day === date && (sites === undefined || sites.includes(site)) && (parts === undefined || parts.includes(part)),
  )
  return closure?.why ?? null
}

/** "EP" for Elm Park, followed by a number if several sites share it. */
function siteCodes(sites: readonly Site[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  for (const { id, name } of sites) {
    const letters = initialsOf(name)
    const taken = [...codes.values()].filter((code) => code.replace(/\d+$/, '') === letters).length
    codes.set(id, taken === 0 ? letters : `${letters}${taken + 1}`)
  }
  return codes
}

/** Words too common in practices' names to identify one. */
const COMMON_WORDS = /^(the|dr|drs|and|of|surgery|practice|medical|health|centre|center|group|partners|partnership|&)$/i

function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const telling = words.filter((word) => !COMMON_WORDS.test(word))
  const initials = (telling.length > 0 ? telling : words).map((word) => word.charAt(0).toUpperCase()).join('')
  return initials.slice(0, 3) || '?'
}

/** Sites where a person may work. */
export function sitesOf({ home, sites }: Person): readonly string[] {
  return sites === undefined || sites.length === 0 ? [home] : sites
}

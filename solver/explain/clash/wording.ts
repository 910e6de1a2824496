/** Every possible part of a clash as a sentence, in a practice's words. */
import type { Breach } from '../../../src/breach.ts'
import type { Pin, Problem } from '../../../src/problem.ts'
import type { Work } from '../../../src/rota.ts'
import { sessionName } from '../../../src/time.ts'
import { count, lowerFirst, needTitle, personName, roleTitle, siteName, when } from '../../../src/wording/names.ts'
import type { DraftRow, Placement } from '../../model/draft.ts'
import type { Rule } from '../../rules/rule.ts'
import { journeySentence } from './journey.ts'
import type { Place } from './places.ts'

const WORK_WORDS: Readonly<Record<Work, string>> = {
  clinic: 'a clinic',
  duty: 'duty',
  visits: 'home visits',
  supervision: 'supervision',
  admin: 'paperwork',
  training: 'learning time',
  outside: 'work with partner organisations',
}

export function sessionOf(index: number, problem: Problem): string {
  const session = problem.horizon.sessions[index]
  return session === undefined ? 'no session of this week' : sessionName(session, problem.horizon)
}

/** "duty at Alder Road on Monday morning". */
export function placing(pin: Pin, problem: Problem): string {
  if (pin.work === 'off') return `nothing on ${sessionOf(pin.session, problem)}`
  return `${WORK_WORDS[pin.work]} at ${siteName(pin.site ?? undefined, problem)} on ${sessionOf(pin.session, problem)}`
}

export function pinSentence(pin: Pin, problem: Problem): string {
  const who = personName(pin.person, problem)
  if (pin.work === 'off') return `${who} is to be kept free on ${sessionOf(pin.session, problem)}.`
  return `${who} is pinned to ${placing(pin, problem)}.`
}

const NO_EXCEPTION = '(The network allows no exception to this.)'

/** What raised rules require, by rule; `asked` is what the rule finds if nobody works. */
const DEMANDS: Readonly<Record<string, (asked: Breach, problem: Problem) => string>> = {
  'duty-doctor': (b, p) => `${siteName(b.site, p)} must have a duty doctor on ${when(b, p)}.`,
  'minimum-cover': (b, p) => {
    const people = b.figures?.people ?? b.amount
    const who =
      b.role === undefined
        ? people === 1
          ? 'who sees patients'
          : 'who see patients'
        : `in the role of ${lowerFirst(roleTitle(b.role, p))}`
    return `${siteName(b.site, p)} must have ${people} ${people === 1 ? 'person' : 'people'} ${who} on ${when(b, p)}.`
  },
  'seen-same-day': (b, p) =>
    `All ${count(b.amount, 'contact')} of "${needTitle(b.need, p)}" of ${siteName(b.site, p)} must be met on ${when(b, p)}.`,
  'seen-in-time': (b, p) =>
    `All ${count(b.amount, 'contact')} of "${needTitle(b.need, p)}" of ${siteName(b.site, p)} that are due must be met by ${when(b, p)}.`,
  'protected-time': (b, p) =>
    `${personName(b.people?.[0], p)} must have ${count(b.amount, 'session')} of protected learning time in ${when(b, p)}.`,
  'full-contract': (b, p) =>
    `${personName(b.people?.[0], p)} must be given ${count(b.amount, 'session')} in ${when(b, p)}.`,
}

/** `asked` is undefined if the rule requires nothing while nobody works, as with limits on work. */
export function demandSentence(rule: Rule, at: { asked: Breach | undefined; place: Place; problem: Problem }): string {
  const { asked, place, problem } = at
  const say = DEMANDS[rule.id]
  if (asked !== undefined && say !== undefined) return `${say(asked, problem)} ${NO_EXCEPTION}`
  const where = asked ?? place
  const who = where.people === undefined ? [] : [personName(where.people[0], problem)]
  const site = where.site === undefined ? [] : [siteName(where.site, problem)]
  const named = where.session !== undefined || where.day !== undefined
  const time = `${named ? 'on' : 'in'} ${when(where, problem)}`
  return `${rule.title} That goes for ${[...who, ...site].join(' at ') || 'everybody'} ${time} too. ${NO_EXCEPTION}`
}

/** Hard rules that need more than their title. */
interface LawAt {
  readonly place: Place
  readonly row: DraftRow
  readonly placements: ReadonlyMap<number, Placement>
  readonly problem: Problem
}

const LAWS: Readonly<Record<string, (at: LawAt) => string | undefined>> = {
  'contracted-sessions': ({ place, row, problem }) => {
    const who = personName(place.people?.[0], problem)
    return `${who} can be asked for ${count(row.upper, 'session')} in ${when(place, problem)}, and no more.`
  },
  rooms: ({ place, problem }) => {
    const rooms = problem.siteById.get(place.site ?? '')?.rooms ?? 0
    return `${siteName(place.site, problem)} has ${rooms === 0 ? 'no room' : count(rooms, 'room')}.`
  },
  'one-place': ({ place, row, problem }) => {
    if (place.session !== undefined) return undefined
    return `${personName(place.people?.[0], problem)} has ${count(row.upper, 'half day')} free in ${when(place, problem)}.`
  },
  'time-to-travel': ({ row, placements, problem }) => journeySentence(row, placements, problem),
}

export function lawSentence(rule: Rule, at: LawAt): string {
  return LAWS[rule.id]?.(at) ?? rule.title
}

/** Why a site is closed, by the kind of closure. */
export function closedSentence({ site, session }: Placement, problem: Problem): string {
  const { date, part } = problem.horizon.sessions[session] ?? { date: '', part: '' }
  const closure = problem.closures.find((c) => c.date === date && c.sites.includes(site) && c.parts.includes(part))
  return `${siteName(site, problem)} is closed on ${sessionOf(session, problem)}${closure === undefined ? '' : ` (${closure.why})`}.`
}

export function unqualifiedSentence({ person, role, site, work }: Placement, problem: Problem): string {
  const who = personName(person, problem)
  if (problem.personById.get(person)?.sites.includes(site) !== true)
    return `${who} does not work at ${siteName(site, problem)}.`
  const title = lowerFirst(roleTitle(role, problem))
  switch (work) {
    case 'duty':
      return `${who} may not hold the duty: that is not for the role of ${title}.`
    case 'visits':
      return `${who} does not go on home visits: that is not for the role of ${title}.`
    default:
      return `${who} does not hold clinics: the role of ${title} meets no need that is met in one.`
  }
}

/** Ids of rules with a wording in this file; other rules are described by their title. */
export const WORDED_LAWS: readonly string[] = [...Object.keys(DEMANDS), ...Object.keys(LAWS)]

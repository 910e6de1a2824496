/** Statements about contacts, in words: who is at work for them, and how the minutes are used. */
import type { Problem } from '../../../../src/problem.ts'
import { dayName, sessionName } from '../../../../src/time.ts'
import { count, figureWords, lowerFirst, needTitle, roleTitle, siteName } from '../../../../src/wording/names.ts'
import { crowd, listed } from '../../../../src/wording/people.ts'
import type { Loose, Statement, Window } from '../cause.ts'

/** Gaps of less than this share of all minutes are too short for any contact. */
const FULL = 0.03

const REASONS: Readonly<Record<Loose, string>> = {
  safe: 'would be beyond the safe number of contacts',
  supervision: 'are kept for supervision',
  telephone: 'are by telephone or video alone',
  early: 'come before the rest arises',
  'no-use': 'would not help',
  rule: 'cannot be used without breaking another rule',
  left: 'are left over',
}

/** "GP 1 works 2 sessions at Alder Road on Monday, with every minute booked, 62% of them for "Routine"". */
export function atWorkInWords(said: Extract<Statement, { kind: 'at-work' }>, problem: Problem): string {
  const { people, sessions, site, window, minutes, mainly, loose } = said
  const work = people.length === 1 ? 'works' : 'work'
  const who = `${crowd(people, problem)} ${work} ${count(sessions, 'session')} ${where(site, problem)} ${whenOf(window, problem)}`
  const mostly =
    mainly === null ? '' : `, ${Math.round(100 * mainly.share)}% of them for "${needTitle(mainly.need, problem)}"`
  const unused = loose.filter((part) => part.minutes > (FULL / 2) * minutes.all)
  const total = loose.reduce((sum, part) => sum + part.minutes, 0)
  if (unused.length === 0 || total <= FULL * minutes.all) return `${who}, with every minute booked${mostly}`
  const words = [...unused]
    .sort((a, b) => b.minutes - a.minutes)
    .map((part) => `${figureWords(Math.round(part.minutes))} ${REASONS[part.why]}`)
  const booked = figureWords(Math.round(minutes.booked))
  const all = count(Math.round(minutes.all), 'minute')
  return `${who}, where ${booked} of ${all} are booked${mostly}${mostly === '' ? ' and ' : ', and '}${listed(words)}`
}

export function nobodyInWords(said: Extract<Statement, { kind: 'nobody-at-work' }>, problem: Problem): string {
  const { site, window, after } = said
  const session = problem.horizon.sessions[after ?? -1]
  if (session !== undefined) {
    return `nobody who meets this need works ${where(site, problem)} after it arises on ${sessionName(session, problem.horizon)}`
  }
  return `nobody who meets this need sees patients ${where(site, problem)} ${whenOf(window, problem)}`
}

/** "Alder Road is closed on Monday (Training day)". */
export function closedInWords(
  { sites, sessions }: Extract<Statement, { kind: 'closed' }>,
  { siteById, horizon, closures, sites: all }: Problem,
): string {
  const shut = sessions.flatMap((s) => horizon.sessions[s] ?? [])
  const why = closures.filter(
    (c) =>
      c.sites.some((site) => sites.includes(site)) && shut.some((s) => s.date === c.date && c.parts.includes(s.part)),
  )
  const reasons = [...new Set(why.map((c) => c.why))]
  const dates = [...new Set(shut.map((s) => s.date))]
  const [only] = shut
  const isWholeDay = shut.length === horizon.sessions.filter((s) => s.date === only?.date).length
  const named = dates.map((date) => dayName(date, horizon))
  const when =
    dates.length > 3
      ? `all ${dates.length} days`
      : shut.length === 1 && only !== undefined && !isWholeDay
        ? sessionName(only, horizon)
        : listed(named)
  const names = sites.map((id) => siteById.get(id)?.name ?? id)
  const who = sites.length > 1 && sites.length === all.length ? 'all sites' : listed(names)
  return `${who} ${sites.length > 1 ? 'are' : 'is'} closed on ${when}${reasons.length === 0 ? '' : ` (${listed(reasons)})`}`
}

/** "nobody in the network is a physio or a GP". */
export function unheldInWords(roles: readonly string[], problem: Problem): string {
  const titles = roles
    .map((id) => lowerFirst(roleTitle(id, problem)))
    .map((t) => `${/^[aeio]/i.test(t) ? 'an' : 'a'} ${t}`)
  const either = titles.length < 2 ? (titles[0] ?? '') : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`
  return `nobody in the network is ${either}`
}

export function where(site: string | null, problem: Problem): string {
  return site === null ? 'in the network' : `at ${siteName(site, problem)}`
}

function whenOf(window: Window, { horizon }: Problem): string {
  switch (window.kind) {
    case 'day':
      return `on ${dayName(window.date, horizon)}`
    case 'up-to':
      return `up to ${dayName(window.date, horizon)}`
    case 'all':
      return horizon.weeks === 1 ? 'in the week' : 'in these weeks'
    case 'session': {
      const session = horizon.sessions[window.session]
      return session === undefined ? 'then' : `on ${sessionName(session, horizon)}`
    }
    case 'waiting':
      return 'while they wait'
  }
}

/** The effect of leave on a week before it is granted: compares the week with and without it. */
import type { Problem } from '../../../../src/problem.ts'
import { partName, weekdayName, weekdayOf } from '../../../../src/time.ts'
import { lowerFirst, personName, roleTitle, siteName } from '../../../../src/wording/names.ts'
import { listed, plural } from '../../../../src/wording/people.ts'
import type { Engine } from '../../../engines/engine.ts'
import { locumPrice } from '../../../report/actions/locum-price.ts'
import { isManyAway } from './outlook-in-words.ts'
import { type WeekOutlook, weekOutlook } from './week-outlook.ts'
import { whatStaysFine } from './what-stays-fine.ts'
import type { Uncovered, Unsupervised } from './who-is-left.ts'

export interface LeaveEffects {
  /** Date of the Monday. */
  readonly from: string
  /** Contracted sessions that the person would miss. */
  readonly sessions: number
  /** People of the role who would be away for at least half of their week, including this person. */
  readonly role: { readonly role: string; readonly away: number; readonly of: number }
  /** Additional contacts for which nobody would have time; an estimate. */
  readonly contacts: number
  /** Sessions in which nobody could hold duty any more. */
  readonly duties: readonly Uncovered[]
  /** People who would be at work without a supervisor. */
  readonly unsupervised: readonly Unsupervised[]
  /** The person's sessions in the published rota. */
  readonly published: readonly {
    readonly date: string
    readonly part: string
    readonly site: string
    readonly work: string
  }[]
  /** Likely price in pounds of locums for these sessions; null if unknown. */
  readonly price: number | null
  /** In words, most serious first; empty if nothing speaks against the leave. */
  readonly sentences: readonly string[]
  /** What was looked at and stays as it should be, in words. */
  readonly fine: readonly string[]
}

/** The week without and with the leave, and the person. */
export interface LeaveAsked {
  readonly without: Problem
  readonly withLeave: Problem
  readonly person: string
}

export async function leaveEffects({ without, withLeave, person }: LeaveAsked, engine: Engine): Promise<LeaveEffects> {
  const [before, after] = [await weekOutlook(without, engine), await weekOutlook(withLeave, engine)]
  const role = withLeave.personById.get(person)?.role ?? ''
  const ofRole = after.roles.find((one) => one.role === role) ?? { role, people: 0, away: 0 }
  const sessions = Math.max(0, round(dueOf(without, person) - dueOf(withLeave, person)))
  const effects = {
    from: after.from,
    sessions,
    role: { role, away: ofRole.away, of: ofRole.people },
    contacts: Math.max(0, after.contacts - before.contacts),
    duties: added(before.duties, after.duties),
    unsupervised: added(before.unsupervised, after.unsupervised),
    published: publishedOf(withLeave, person),
    price: priceOf(withLeave, role, sessions),
  }
  return {
    ...effects,
    sentences: sentencesOf(effects, { before, problem: withLeave, person }),
    fine: whatStaysFine(after, { problem: withLeave, person, moreContacts: effects.contacts }),
  }
}

function dueOf({ availability }: Problem, person: string): number {
  return (availability.get(person)?.due ?? []).reduce((sum, sessions) => sum + sessions, 0)
}

function round(sessions: number): number {
  return Math.round(sessions * 100) / 100
}

function added<T>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Set(before.map((one) => JSON.stringify(one)))
  return after.filter((one) => !known.has(JSON.stringify(one)))
}

function publishedOf({ published, horizon, availability }: Problem, person: string): LeaveEffects['published'] {
  const away = availability.get(person)?.away
  return (published ?? [])
    .filter((one) => one.person === person && away?.[one.session] === true)
    .flatMap(({ session, site, work }) => {
      const held = horizon.sessions[session]
      return held === undefined ? [] : [{ date: held.date, part: held.part, site, work }]
    })
}

function priceOf(problem: Problem, id: string, sessions: number): number | null {
  const role = problem.roleById.get(id)
  const session = problem.horizon.sessions.find(({ enhancedAccess }) => !enhancedAccess)
  const price = role && session && sessions > 0 ? locumPrice(problem, role, session).price : null
  return price === null ? null : Math.round(price * sessions)
}

interface Told {
  readonly before: WeekOutlook
  readonly problem: Problem
  readonly person: string
}

function sentencesOf(effects: Omit<LeaveEffects, 'sentences' | 'fine'>, { before, problem, person }: Told): string[] {
  const { role, contacts, duties, unsupervised, published, sessions, price } = effects
  const name = personName(person, problem)
  const title = lowerFirst(roleTitle(role.role, problem))
  const isMany = isManyAway({ role: role.role, away: role.away, people: role.of })
  const all = role.of > 1 && role.away === role.of
  return [
    ...duties.map((one) => `Nobody at ${sitesIn(one.sites, problem)} could hold the duty on ${moment(one)}.`),
    ...supervisionSentences(unsupervised, problem),
    ...(published.length > 0
      ? [`The rota is published: ${name} works on ${listed(published.map(moment))}, and somebody else would have to.`]
      : []),
    ...(isMany
      ? [
          all
            ? `All ${role.of} ${plural(title)} would be away.`
            : `${role.away} of ${role.of} ${plural(title)} would be away.`,
        ]
      : []),
    ...(contacts >= 1
      ? [
          before.contacts >= 1
            ? `There is no time for about ${before.contacts} contacts that week already; with this leave, for about ${before.contacts + contacts}.`
            : `About ${contacts} ${contacts === 1 ? 'contact' : 'contacts'} would wait that week.`,
        ]
      : []),
    ...(price !== null && (contacts >= 1 || duties.length > 0)
      ? [`Locums for the ${sessions} sessions would cost about £${price.toLocaleString('en-GB')}.`]
      : []),
  ]
}

function supervisionSentences(rows: readonly Unsupervised[], problem: Problem): string[] {
  const people = [...new Set(rows.map(({ person }) => person))]
  return people.map((person) => {
    const times = rows.filter((row) => row.person === person).map(moment)
    return `Nobody would be there to supervise ${personName(person, problem)} on ${listed(times)}.`
  })
}

function sitesIn(sites: readonly string[], problem: Problem): string {
  return listed(sites.map((id) => siteName(id, problem)))
}

function moment({ date, part }: { readonly date: string; readonly part: string }): string {
  return `${weekdayName(weekdayOf(date))} ${partName(part)}`
}

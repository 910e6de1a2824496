/** Candidates for a gap, from the document and rota alone, before the rules judge them. */
import type { Finding, Person, Work } from '../../api.ts'
import { type Placings, workWords } from './cells.ts'
import type { Choice } from './choices.ts'
import type { Session } from './sessions.ts'
import { placeKey, sitesOf, type WeekPlan } from './week-plan.ts'

/** What would fill a gap under each rule: the kind of work, and whether it needs a role that may hold duty. */
const FILLED_BY: Readonly<Record<string, { readonly work: Work; readonly isDoctors: boolean }>> = {
  'duty-doctor': { work: 'duty', isDoctors: true },
  'enhanced-access': { work: 'clinic', isDoctors: true },
  'minimum-cover': { work: 'clinic', isDoctors: false },
}

/** Note for people whose usual week doesn't include the session. */
export const UNUSUAL = 'does not usually work then'

/** As many as somebody reads, and as can be judged while they do. */
const MOST = 8

/** True for findings that one more person in one session would resolve. */
export function isGap({ rule, date, part }: Finding): boolean {
  return FILLED_BY[rule] !== undefined && date !== undefined && part !== undefined
}

/** Sorted: people already there, then those free on a usual day, then those free on other days. */
export function candidatesFor(plan: WeekPlan, placings: Placings, finding: Finding): readonly Choice[] {
  const filled = FILLED_BY[finding.rule]
  const session = plan.sessions.find(({ date, part }) => date === finding.date && part === finding.part)
  if (filled === undefined || session === undefined) return []
  return plan.document.people
    .filter((person) => mayFill(plan, person, { finding, session, isDoctors: filled.isDoctors }))
    .map((person) => ({ person, rank: rankOf({ person, session, finding, placings }) }))
    .filter(({ rank }) => rank < BUSY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ person }) =>
      choiceOf(plan, { person, session, placings, work: filled.work, site: finding.site ?? person.home }),
    )
}

interface Filling {
  readonly finding: Finding
  readonly session: Session
  readonly isDoctors: boolean
}

function mayFill(plan: WeekPlan, person: Person, { finding, session, isDoctors }: Filling): boolean {
  const role = plan.document.roles.find(({ id }) => id === person.role)
  if (plan.isAway(person, session) || plan.pins.has(placeKey(person.id, session))) return false
  if (finding.role !== undefined && finding.role !== person.role) return false
  if (finding.site !== undefined && !sitesOf(person).includes(finding.site)) return false
  return isDoctors ? role?.duty === true : Object.keys(role?.meets ?? {}).length > 0
}

/** Moving somebody from duty, or from patients elsewhere, would leave a gap there. */
const BUSY = 9

interface Ranking {
  readonly person: Person
  readonly session: Session
  readonly finding: Finding
  readonly placings: Placings
}

function rankOf({ person, session, finding, placings }: Ranking): number {
  const now = placings.get(placeKey(person.id, session))
  if (now === undefined) return person.works === undefined || person.works.includes(session.usual) ? 1 : 3
  if (now.work === 'duty' || finding.rule !== 'duty-doctor') return BUSY
  return now.site === finding.site ? 0 : 2
}

interface Chosen {
  readonly person: Person
  readonly session: Session
  readonly placings: Placings
  readonly work: Work
  readonly site: string
}

function choiceOf(plan: WeekPlan, { person, session, placings, work, site }: Chosen): Choice {
  const now = placings.get(placeKey(person.id, session))
  const isUsual = person.works === undefined || person.works.includes(session.usual)
  const note = now !== undefined ? `now ${workWords(plan, now)}` : isUsual ? 'free then' : UNUSUAL
  return {
    key: person.id,
    name: person.name,
    note,
    placing: { person: person.id, date: session.date, part: session.part, to: { site, work } },
    isNow: false,
  }
}

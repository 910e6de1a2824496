/** A clash as sentences: what is required, who could have done it, and what prevents it. */
import type { Breach } from '../../../src/breach.ts'
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import { meetsNeeds } from '../../../src/rota.ts'
import type { Person } from '../../../src/staff.ts'
import { needTitle, siteName } from '../../../src/wording/names.ts'
import { are, crowd, doDoes, listed } from '../../../src/wording/people.ts'
import type { DraftRow, Placement } from '../../model/draft.ts'
import { dutyDoctor } from '../../rules/duty-doctor.ts'
import { pinned } from '../../rules/pinned.ts'
import { type Ask, demandRows } from './asks.ts'
import type { Behind, Fact } from './facts.ts'
import { columnsOf, demandOf, type Place, placeOf } from './places.ts'
import type { Week } from './week.ts'
import { demandSentence, pinSentence, sessionOf } from './wording.ts'

/** A minimal set of asks and facts that cannot all hold. */
export interface Clash {
  readonly asks: readonly Ask[]
  readonly behind: Behind
}

export function sentencesOf(clash: Clash, week: Week): string[] {
  const sentences = [...asked(clash, week), ...told(clash.behind.facts, week.problem)]
  // A single demand that conflicts with nothing else cannot be met at all, such as half a session of training.
  return sentences.length > 1
    ? sentences
    : [...sentences, 'Nothing that could be planned this week would be enough for it.']
}

export function rulesOf({ asks, behind }: Clash): string[] {
  return [
    ...new Set([
      ...asks.map((ask) => (ask.kind === 'pin' ? pinned.id : ask.rule.id)),
      ...behind.facts.map((fact) => fact.rule),
    ]),
  ]
}

/** First what is required, then who could have done it, without repetition. */
function asked({ asks, behind }: Clash, week: Week): string[] {
  const { problem } = week
  const hopes = new Set<string>()
  const sentences = asks.flatMap((ask) => {
    if (ask.kind === 'pin') return [pinSentence(ask.pin, problem)]
    const demand = demandOn(ask, week)
    if (demand === undefined) return []
    const may = demand.asked === undefined ? undefined : HOPES[ask.rule.id]?.(demand.asked, problem)
    const could = behind.hopes.filter((p) => mayHelp(p, demand, problem))
    if (may !== undefined) hopes.add(hopeSentence(could, may, problem))
    return [demandSentence(ask.rule, { ...demand, problem })]
  })
  return [...sentences, ...hopes]
}

interface Demand {
  /** What the rule finds at this place if nobody works. */
  readonly asked: Breach | undefined
  readonly place: Place
  readonly row: DraftRow
}

function demandOn(ask: Extract<Ask, { kind: 'demand' }>, week: Week): Demand | undefined {
  const { problem } = week
  const { draft } = week.withPins([])
  const about = columnsOf(draft)
  const rows = demandRows(draft, ask.rule)
  const row = rows[ask.nth]
  if (row === undefined) return undefined
  const found = ask.rule.check({ assignments: [], clinics: [] }, problem)
  const ofOthers = rows.filter((other) => other.terms.length > 0)
  const spoken = new Set(
    ofOthers.flatMap((other) => demandOf(other, found, { about, problem, spoken: new Set() }) ?? []),
  )
  return { asked: demandOf(row, found, { about, problem, spoken }), place: placeOf(row, about, problem), row }
}

/** A demand for contacts has no placements of its own: anybody who meets the need may help. */
function mayHelp(placement: Placement, { asked, row }: Demand, problem: Problem): boolean {
  if (asked?.need !== undefined) return problem.cadreById.get(placement.cadre)?.meets.has(asked.need) === true
  return row.terms.some(([column]) => column === placement.column)
}

/** Places where one more person would help with a demand, and who might. */
export function placesAsked(
  ask: Ask,
  week: Week,
): { site: string; session: number; mayHelp: (person: Person) => boolean }[] {
  const { problem } = week
  const demand = ask.kind === 'demand' ? demandOn(ask, week) : undefined
  const { site, session, day, need, role } = demand?.asked ?? {}
  if (ask.kind === 'pin' || site === undefined || HOPES[ask.rule.id] === undefined) return []
  const onDuty = ask.rule.id === dutyDoctor.id
  const may = (person: Person) => {
    if (onDuty) return problem.roleById.get(person.role)?.duty === true
    if (role !== undefined) return person.role === role
    const meets = problem.cadreById.get(person.cadre)?.meets
    return need === undefined ? (meets?.size ?? 0) > 0 : meets?.has(need) === true
  }
  const sessions =
    session === undefined ? problem.horizon.sessions.filter((s) => s.day === day).map((s) => s.index) : [session]
  return sessions.slice(0, 2).map((at) => ({ site, session: at, mayHelp: may }))
}

/** Descriptions of people who could help with a raised rule, by rule. */
const HOPES: Readonly<Record<string, (asked: Breach, problem: Problem) => string>> = {
  'duty-doctor': (b, p) => `be on duty at ${siteName(b.site, p)}`,
  'minimum-cover': (b, p) => `see patients at ${siteName(b.site, p)}`,
  'seen-same-day': (b, p) => `meet "${needTitle(b.need, p)}" of ${siteName(b.site, p)}`,
  'seen-in-time': (b, p) => `meet "${needTitle(b.need, p)}" of ${siteName(b.site, p)}`,
}

function hopeSentence(placements: readonly Placement[], may: string, problem: Problem): string {
  const people = new Set(placements.filter((p) => meetsNeeds(p.work)).map((p) => p.person))
  const inOrder = problem.people.map((person) => person.id).filter((id) => people.has(id))
  return inOrder.length === 0 ? `Nobody may ${may}.` : `Only ${crowd(inOrder, problem)} may ${may}.`
}

/** Reports people who are away in the same sessions together. */
function told(facts: readonly Fact[], problem: Problem): string[] {
  return [
    ...together(facts, 'away', problem),
    ...together(facts, 'not-then', problem),
    ...facts.filter((fact) => fact.kind !== 'away' && fact.kind !== 'not-then').map((fact) => fact.sentence),
  ]
}

function together(facts: readonly Fact[], kind: 'away' | 'not-then', problem: Problem): string[] {
  const byPerson = grouped(
    facts.filter((fact) => fact.kind === kind),
    (fact) => fact.place.people?.[0] ?? '',
  )
  const people = byPerson.map((mine) => ({
    person: mine[0]?.place.people?.[0] ?? '',
    when: listed(
      mine
        .map((fact) => fact.place.session ?? 0)
        .sort((a, b) => a - b)
        .map((session) => sessionOf(session, problem)),
    ),
  }))
  return grouped(people, ({ when }) => when).map((same) => {
    const ids = same.map(({ person }) => person)
    const who = crowd(ids, problem)
    const when = same[0]?.when ?? ''
    return kind === 'away'
      ? `${who} ${are(ids)} away on ${when}.`
      : `${who} ${doDoes(ids)} not usually work on ${when}.`
  })
}

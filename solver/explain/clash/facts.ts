/** The facts and hard rules behind a clash: a minimal set that makes the requirements infeasible. */
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import type { DraftRow, Placement } from '../../model/draft.ts'
import { availability } from '../../rules/availability.ts'
import { openSites } from '../../rules/open-sites.ts'
import { pinned } from '../../rules/pinned.ts'
import { qualified } from '../../rules/qualified.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Ask, pinsIn } from './asks.ts'
import { blame } from './blame.ts'
import type { Bar, OpenDraft } from './open-draft.ts'
import { columnsOf, type Place, placeOf } from './places.ts'
import { smallTask, type Task, verdictOn } from './programme.ts'
import { smallestPart } from './quick-explain.ts'
import { taskOf, type Week } from './week.ts'
import { closedSentence, lawSentence, unqualifiedSentence } from './wording.ts'

/** One fact or hard rule, its sentence, and everything it fixes in the programme. */
export interface Fact {
  readonly rule: string
  /** Absences and unavailable sessions can be reported for many people together. */
  readonly kind: 'away' | 'not-then' | 'closed' | 'unqualified' | 'law'
  readonly sentence: string
  readonly place: Place
  readonly closes: readonly number[]
  readonly rows: readonly DraftRow[]
}

export interface Behind {
  readonly facts: readonly Fact[]
  /** Placements that could otherwise have helped, except those barred by people's roles. */
  readonly hopes: readonly Placement[]
}

/** The facts behind requirements that cannot be met together; undefined if the infeasibility cannot be reproduced. */
export async function factsBehind(week: Week, asks: readonly Ask[]): Promise<Behind | undefined> {
  const { draft, task, laws } = taskOf(week, asks)
  const always = alwaysBarred(draft, asks)
  const small = smallTask({ ...task, closed: always })
  const isOpen = (column: number) => (small.columns.lower[column] ?? 0) < (small.columns.upper[column] ?? 0)
  const law = new Set(laws.filter((row) => row.rule !== pinned.id && row.weight > 0))
  const facts = [
    ...factsOfBars(
      draft.bars.filter((bar) => isOpen(bar.placement.column) && !always.has(bar.placement.column)),
      week.problem,
    ),
    ...factsOfRows(
      small.rows.filter((row) => law.has(row)),
      { draft, week },
    ),
  ]
  const fixed = small.rows.filter((row) => !law.has(row))
  const impossible = async (kept: readonly Fact[]) =>
    (await verdictOn(held(small, fixed, kept), week.engine)) === 'impossible'
  if (!(await impossible(facts))) return undefined
  const needed = await smallestPart(
    await likely(facts, { task: held(small, fixed, facts), impossible, week }),
    impossible,
  )
  return { facts: needed, hopes: draft.placements.filter((p) => isOpen(p.column) && !always.has(p.column)) }
}

/** The facts with a dual price if those suffice; otherwise all. */
async function likely(
  facts: readonly Fact[],
  { task, impossible, week }: { task: Task; impossible: (kept: readonly Fact[]) => Promise<boolean>; week: Week },
): Promise<readonly Fact[]> {
  const laws = new Set(facts.flatMap((fact) => fact.rows))
  const blamed = await blame(task, new Set(task.rows.filter((row) => !laws.has(row) && row.weight > 0)), week.engine)
  if (blamed === undefined) return facts
  const few = facts.filter(
    (fact) => fact.rows.some((row) => blamed.holding.has(row)) || fact.closes.some(blamed.wouldHelp),
  )
  return few.length < facts.length && (await impossible(few)) ? few : facts
}

function held(small: Task, fixed: readonly DraftRow[], kept: readonly Fact[]): Task {
  return {
    ...small,
    rows: [...fixed, ...kept.flatMap((fact) => fact.rows)],
    closed: new Set(kept.flatMap((fact) => fact.closes)),
  }
}

/** What a role may do is not specific to this week, so it counts as a fact only if somebody pinned against it. */
function alwaysBarred(draft: OpenDraft, asks: readonly Ask[]): Set<number> {
  const pins = pinsIn(asks)
  const isPinned = ({ person, session, site, work }: Placement) =>
    pins.some((pin) => pin.person === person && pin.session === session && pin.site === site && pin.work === work)
  return new Set(
    draft.bars.flatMap(({ rule, placement }) =>
      rule === qualified.id && !isPinned(placement) ? [placement.column] : [],
    ),
  )
}

function factsOfBars(bars: readonly Bar[], problem: Problem): Fact[] {
  const facts = bars.map(({ rule, placement }) => ({
    ...factOfBar(rule, placement, problem),
    closes: [placement.column],
  }))
  return merged(facts)
}

function factOfBar(rule: string, placement: Placement, problem: Problem): Fact {
  const { person, session, site } = placement
  const none = { rule, closes: [], rows: [] }
  if (rule === availability.id) {
    const away = problem.availability.get(person)?.away[session] === true
    const place = { amount: 0, people: [person], session }
    return { ...none, kind: away ? 'away' : 'not-then', sentence: `${person} ${session}`, place }
  }
  if (rule === openSites.id)
    return {
      ...none,
      kind: 'closed',
      sentence: closedSentence(placement, problem),
      place: { amount: 0, site, session },
    }
  return {
    ...none,
    kind: 'unqualified',
    sentence: unqualifiedSentence(placement, problem),
    place: { amount: 0, people: [person], site, session },
  }
}

function factsOfRows(rows: readonly DraftRow[], { draft, week }: { draft: OpenDraft; week: Week }): Fact[] {
  const about = columnsOf(draft)
  const placements = new Map(draft.placements.map((placement) => [placement.column, placement]))
  const ruleOf = new Map<string, Rule>(week.laws.map((rule) => [rule.id, rule]))
  const facts = rows.flatMap((row): Fact[] => {
    const rule = ruleOf.get(row.rule)
    if (rule === undefined) return []
    const place = placeOf(row, about, week.problem)
    return [
      {
        rule: rule.id,
        kind: 'law',
        sentence: lawSentence(rule, { place, row, placements, problem: week.problem }),
        place,
        closes: [],
        rows: [row],
      },
    ]
  })
  return merged(facts)
}

/** Merges facts with the same sentence. */
function merged(facts: readonly Fact[]): Fact[] {
  return grouped(facts, (fact) => `${fact.rule} ${fact.sentence}`).flatMap((same) => {
    const [first] = same
    return first === undefined
      ? []
      : [{ ...first, closes: same.flatMap((f) => f.closes), rows: same.flatMap((f) => f.rows) }]
  })
}

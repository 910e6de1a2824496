/** Merges the rows of people who have one row per week of a rolling pattern into one person with patterns. */
import { addDays, type Day, longDay, WEEKDAYS, weekdayOf } from '../../../time.ts'
import { wordsOf } from '../../name-words.ts'
import type { Pattern } from '../../record-document.ts'
import type { Account, ImportContext } from '../import-answer.ts'
import { cycleLetters, placeOf } from './rolling-weeks.ts'
import type { FoundPerson } from './team-table.ts'

export interface Cycle {
  readonly weeks: string[]
  readonly from: Day
}

export interface RollingTeam {
  readonly people: readonly FoundPerson[]
  /** Null if all weeks are the same. */
  readonly cycle: Cycle | null
}

/** If the file has no weeks, people are returned unchanged. */
export function rollingTeam(found: readonly FoundPerson[], context: ImportContext, account: Account): RollingTeam {
  const labels = [...new Set(found.flatMap(({ weeks }) => weeks?.labels ?? []))]
  const count = labels.length
  if (count < 2) return { people: found, cycle: null }
  const places = labels.map(placeOf).sort((a, b) => a - b)
  const isMixed = new Set(labels.map((label) => /^\d/.test(label))).size > 1
  const [first] = found
  if (first !== undefined && (isMixed || places.some((place, n) => place !== n))) {
    account.problem(
      { sheet: first.at.sheet ?? null },
      labels.join(', '),
      'These are not the weeks of one rolling pattern.',
      'Week 1, Week 2 and so on, or Week A and Week B, with none left out',
    )
    return { people: [], cycle: null }
  }
  const cycle = cycleOf(found, count, context, account)
  if (cycle === null) return { people: [], cycle: null }
  const byName = new Map<string, FoundPerson[]>()
  for (const person of found) {
    const key = wordsOf(person.name).join(' ')
    byName.set(key, [...(byName.get(key) ?? []), person])
  }
  const people = [...byName.values()].flatMap((rows) =>
    rows.some(({ weeks }) => weeks !== null) ? personOf(rows, cycle, account) : rows,
  )
  return { people, cycle }
}

/** The network's own cycle if it has as many weeks; otherwise a new one, starting when the file says or next Monday. */
function cycleOf(
  found: readonly FoundPerson[],
  count: number,
  { cycle, today }: ImportContext,
  account: Account,
): Cycle | null {
  const at = { sheet: found[0]?.at.sheet ?? null }
  if (cycle !== undefined && new Set(cycle.weeks).size === count && cycle.weeks.length === count) {
    account.guess(at, `${count} weeks`, `weeks ${cycle.weeks.join(', ')} of the network, in this order`)
    return cycle
  }
  if (cycle !== undefined && cycle.weeks.length > 1) {
    account.problem(
      at,
      `${count} weeks`,
      `The network’s weeks are ${cycle.weeks.join(', ')}: a pattern of ${count} weeks does not fit them.`,
      `a pattern of ${cycle.weeks.length} weeks, or a network whose weeks are all alike`,
    )
    return null
  }
  const said = found.flatMap(({ weeks }) => {
    const [label] = weeks?.labels ?? []
    return weeks?.from != null && label !== undefined ? [addDays(weeks.from, -7 * placeOf(label))] : []
  })[0]
  const from = said ?? addDays(today, 7 - WEEKDAYS.indexOf(weekdayOf(today)))
  const weeks = cycleLetters(count)
  account.guess(
    at,
    `${count} weeks`,
    `weeks ${weeks.join(', ')}; the first begins on ${longDay(from)}${said === undefined ? ', since the file does not say when' : ''}`,
  )
  return { weeks, from }
}

function personOf(rows: readonly FoundPerson[], { weeks }: Cycle, account: Account): FoundPerson[] {
  const [first] = rows
  if (first === undefined) return []
  const usual = rows.find((row) => (row.weeks?.labels.length ?? 0) === 0)?.works ?? null
  const works = weeks.map((_, place) => {
    const mine = rows.filter((row) => row.weeks?.labels.some((label) => placeOf(label) === place) === true)
    const [one, other] = mine
    if (other !== undefined && JSON.stringify(one?.works) !== JSON.stringify(other.works))
      account.problem(
        other.at,
        first.name,
        'Two rows for the same week of this person differ.',
        'one row for each week',
      )
    if (one === undefined && usual === null)
      account.guess(first.at, first.name, `off in week ${weeks[place]}, of which the file says nothing`)
    return one?.works ?? usual ?? []
  })
  const given = rows.flatMap(({ sessions }) => (typeof sessions === 'number' ? [sessions] : []))
  const mean = (all: readonly number[]) => Math.round((all.reduce((sum, one) => sum + one, 0) / all.length) * 100) / 100
  const reported = rows.some(({ sessions }) => sessions === 'reported')
  const patterns = patternsOf(works, weeks)
  return [
    {
      ...first,
      role: rows.find(({ role }) => role !== null)?.role ?? null,
      site: rows.find(({ site }) => site !== null)?.site ?? null,
      otherSites: [...new Set(rows.flatMap(({ otherSites }) => otherSites))],
      sessions: reported ? 'reported' : given.length > 0 ? mean(given) : mean(works.map(({ length }) => length)),
      ...(patterns.length === 1 ? { works: works[0] ?? [] } : { works: null, patterns }),
    },
  ]
}

/** Identical weeks share a pattern. */
function patternsOf(works: readonly (readonly string[])[], weeks: readonly string[]): Pattern[] {
  const byWorks = new Map<string, Pattern & { weeks: string[] }>()
  for (const [place, slots] of works.entries()) {
    const key = [...slots].sort().join(' ')
    const pattern = byWorks.get(key) ?? { weeks: [], works: [...slots] }
    pattern.weeks.push(weeks[place] ?? '')
    byWorks.set(key, pattern)
  }
  return [...byWorks.values()]
}

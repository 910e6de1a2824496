/** Checks the effects of leave on the weeks it touches, based on the network's record. */
import { choiceFor } from '../../solver/engine-choice.ts'
import { type LeaveEffects, leaveEffects } from '../../solver/explain/why/leave/leave-effects.ts'
import { BadInput } from '../../src/errors.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import { ofLeave, withLeave } from '../../src/intake/record/changes.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import { pastOf, type StoredRota } from '../../src/intake/record/stored-past.ts'
import type { Leave, NetworkRecord } from '../../src/intake/record-document.ts'
import { LIMITS, type RuleEntry } from '../../src/policy.ts'
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../src/time.ts'
import { together } from './together.ts'
import { within } from './within.ts'

export interface LeaveChecking {
  /** JSON of the record. */
  readonly record: string
  readonly leave: Omit<Leave, 'id'>
  /** Published rotas of the weeks in question. */
  readonly past: readonly StoredRota[]
}

export interface LeaveChecked {
  readonly name: string
  readonly weeks: readonly LeaveEffects[]
}

/** Complaints point into the leave, under `/leave`. */
export async function checkLeave(
  { record, leave, past }: LeaveChecking,
  ruleBook: readonly RuleEntry[],
): Promise<LeaveChecked> {
  const base = parseJson(record) as NetworkRecord
  const { granted, mondays } = await together({
    granted: () => within('/leave', () => withChecked(base, leave, ruleBook)),
    mondays: () => fewMondaysOf(leave),
  })
  const atlas = readAtlas()
  const published = pastOf(past)
  const problemOf = (from: Day, of: NetworkRecord) =>
    readDocument(drawWeek(of, { from, past: published, atlas }), ruleBook)
  const weeks: LeaveEffects[] = []
  for (const from of mondays) {
    const [without, withIt] = await within('/leave', () => [problemOf(from, base), problemOf(from, granted)] as const)
    // Somebody who isn't in post that week can't be missed.
    if (!withIt.personById.has(leave.person)) continue
    const { engine } = choiceFor(without)
    try {
      weeks.push(await leaveEffects({ without, withLeave: withIt, person: leave.person }, engine))
    } finally {
      await engine.close?.()
    }
  }
  return { name: granted.people.find(({ id }) => id === leave.person)?.name ?? '', weeks }
}

function withChecked(base: NetworkRecord, leave: Omit<Leave, 'id'>, ruleBook: readonly RuleEntry[]): NetworkRecord {
  const { record } = withLeave(base, leave)
  try {
    return checkRecord(record, ruleBook)
  } catch (error) {
    throw ofLeave(error, base)
  }
}

function fewMondaysOf(leave: Omit<Leave, 'id'>): Day[] {
  const mondays = mondaysOf(leave)
  if (mondays.length <= LIMITS.weeks) return mondays
  const detail = `Leave is checked for at most ${LIMITS.weeks} weeks at a time.`
  throw new BadInput([{ pointer: '/leave/to', detail, seen: leave.to }])
}

export function mondaysOf({ from, to }: { readonly from: Day; readonly to: Day }): Day[] {
  const first = addDays(from, -WEEKDAYS.indexOf(weekdayOf(from)))
  const mondays: Day[] = []
  for (let monday = first; monday <= to && mondays.length <= LIMITS.weeks; monday = addDays(monday, 7))
    mondays.push(monday)
  return mondays
}

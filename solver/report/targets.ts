/** What falls due on each day, and how much of it is met by then. */
import { dueDay } from '../../src/demand.ts'
import type { Problem } from '../../src/problem.ts'
import { addDays, weekdayOf } from '../../src/time.ts'
import type { Queue } from './queue.ts'

/** Contacts of one queue that are due on one day of the horizon. */
export interface Target {
  readonly site: string
  readonly need: string
  /** Days since the start of the horizon. */
  readonly day: number
  due: number
  inTime: number
  /** For a same-day need: the same figures if as many contacts arrive as expected. */
  readonly atMean: { due: number; inTime: number }
}

/** Contacts met in turn, and how long they have waited. */
export interface Met {
  /** Calendar days since the request. */
  readonly waited: number
  readonly contacts: number
}

/** Contacts met after their target, or still waiting past it when the horizon ends. */
export interface Overdue {
  /** Calendar days past the target. */
  readonly days: number
  readonly contacts: number
  readonly waits: boolean
}

export interface Reckoning {
  /** In chronological order; only days on which something is due. */
  readonly targets: readonly Target[]
  /** Empty for same-day needs. */
  readonly met: readonly Met[]
  readonly overdue: readonly Overdue[]
  /** Contacts still waiting at the end, longest first; empty for same-day needs, since anyone missed calls again. */
  readonly waiting: readonly Waits[]
}

/** Contacts still waiting when the horizon ends. */
export interface Waits {
  /** Day of the request: negative if before the horizon; the day after the last for returns from the last session. */
  readonly asked: number
  readonly contacts: number
}

/**
 * Contacts in a queue that share the day of the request (negative if before the horizon) and
 * the day they are due (null if after the horizon).
 */
interface Group {
  readonly asked: number
  readonly due: number | null
  contacts: number
}

/** Follows one queue through the horizon, day by day; contacts that arrive on a day may be met in any session of it. */
export function reckon(queue: Queue, problem: Problem): Reckoning {
  const arrived = byDay(queue.arrived, problem)
  const seen = byDay(queue.seen, problem)
  const { site, need } = queue
  const targets = problem.horizon.days.map(
    (_, day): Target => ({ site, need: need.id, day, ...nothing(), atMean: nothing() }),
  )
  if (need.withinDays === 0) sameDayAtMean(queue, problem, targets)
  const line =
    need.withinDays === 0 ? sameDay({ arrived, seen, targets }) : inTurn(queue, { arrived, seen, targets }, problem)
  return { targets: targets.filter((target) => target.due > 0), ...line }
}

function nothing(): { due: number; inTime: number } {
  return { due: 0, inTime: 0 }
}

type Line = Omit<Reckoning, 'targets'>

interface Days {
  readonly arrived: readonly number[]
  readonly seen: readonly number[]
  readonly targets: readonly Target[]
}

function byDay(bySession: Float64Array, problem: Problem): number[] {
  const days = problem.horizon.days.map(() => 0)
  for (const session of problem.horizon.sessions)
    days[session.day] = (days[session.day] ?? 0) + (bySession[session.index] ?? 0)
  return days
}

/** A missed contact counts once and is not carried over: call figures already include people who call again. */
function sameDay({ arrived, seen, targets }: Days): Line {
  for (const target of targets) {
    target.due = arrived[target.day] ?? 0
    target.inTime = Math.min(target.due, seen[target.day] ?? 0)
  }
  return { met: [], overdue: [], waiting: [] }
}

/**
 * The same rota if arrivals are as expected. Time reserved in the morning cannot be used for afternoon
 * calls, so contacts met are computed session by session.
 */
function sameDayAtMean(queue: Queue, problem: Problem, targets: readonly Target[]): void {
  let today = -1
  let open = 0
  for (const { index, day } of problem.horizon.sessions) {
    const target = targets[day]
    if (day !== today) open = 0
    today = day
    open += queue.expected[index] ?? 0
    const seen = Math.min(open, queue.seen[index] ?? 0)
    open -= seen
    if (target === undefined) continue
    target.atMean.due += queue.expected[index] ?? 0
    target.atMean.inTime += seen
  }
}

/** First come, first served: the longest wait is due first and met first. */
function inTurn(queue: Queue, { arrived, seen, targets }: Days, problem: Problem): Line {
  const { withinDays } = queue.need
  const line: Group[] = []
  const join = (group: Group) => {
    const target = targets[group.due ?? -1]
    if (target) target.due += group.contacts
    line.push({ ...group })
  }
  const met: Met[] = []
  const overdue: Overdue[] = []
  const last = targets.length - 1
  for (const w of queue.backlog) join({ asked: -w.waitedDays, due: w.due, contacts: w.contacts })
  for (const { day } of targets) {
    join({ asked: day, due: dueDay(problem.workingDays, day, withinDays), contacts: arrived[day] ?? 0 })
    for (const group of takeFrom(line, seen[day] ?? 0)) {
      met.push({ waited: day - group.asked, contacts: group.contacts })
      const target = targets[group.due ?? -1]
      if (target && day <= target.day) target.inTime += group.contacts
      else if (target)
        overdue.push({ days: day - promised(group, queue, problem), contacts: group.contacts, waits: false })
    }
  }
  for (const group of line) {
    if (group.due !== null && group.due <= last)
      overdue.push({ days: last - promised(group, queue, problem), contacts: group.contacts, waits: true })
  }
  const later = { asked: last + 1, contacts: queue.later }
  const waiting = [...line.map(({ asked, contacts }) => ({ asked, contacts })), later]
  return { met, overdue, waiting: waiting.filter(({ contacts }) => contacts > 0) }
}

/** The day of the target, even if before the horizon; weekdays are counted then, ignoring holidays. */
function promised({ asked, due }: Group, { need }: Queue, { horizon, workingDays }: Problem): number {
  if (asked >= 0 || due !== workingDays[0]) return due ?? 0
  let day = asked
  for (let left = need.withinDays; left > 0; ) {
    day += 1
    if (!['sat', 'sun'].includes(weekdayOf(addDays(horizon.from, day)))) left -= 1
  }
  return Math.min(day, due)
}

/** Removes this many contacts from the head of the queue and returns them. */
function takeFrom(line: Group[], contacts: number): Group[] {
  const taken: Group[] = []
  let room = contacts
  while (room > 0) {
    const head = line[0]
    if (!head) break
    const met = Math.min(room, head.contacts)
    taken.push({ ...head, contacts: met })
    head.contacts -= met
    room -= met
    if (head.contacts <= 0) line.shift()
  }
  return taken
}

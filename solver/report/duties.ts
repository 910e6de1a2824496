/** The duty list: who is responsible for each site, from the beginning to the end of its core hours. */
import { CORE_HOURS } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { Session } from '../../src/time.ts'
import type { DutyReport } from '../../src/week-book.ts'
import { isInForce } from '../facts/rule-settings.ts'
import { dutyDoctor, dutyGroups } from '../rules/duty-doctor.ts'

/**
 * By day, site and time. The first duty doctor of a day starts when core hours do, the last one ends with them, and handovers are half-way
 * between their sessions. The person is null if the network's rules ask for a duty doctor and there is none.
 */
export function dutiesOf(problem: Problem, rota: Rota): DutyReport[] {
  const groups = dutyGroups(problem)
  return problem.horizon.days.flatMap((date) => {
    const sessions = problem.horizon.sessions.filter((s) => s.date === date && !s.enhancedAccess)
    return problem.sites.flatMap((site) => {
      const group = groups.find((g) => g.includes(site.id)) ?? [site.id]
      return sessions.flatMap((session, n) => {
        if (site.open[session.index] !== true) return []
        const isOpen = (other: Session | undefined) => other !== undefined && site.open[other.index] === true
        const near = { before: sessions[n - 1], after: sessions[n + 1] }
        const from = startOf(session, near.before, { problem, isOpen })
        const to = endOf(session, near.after, { problem, isOpen })
        return holders(problem, rota, { group, session }).map((held) => ({
          site: site.id,
          date,
          from,
          to,
          ...held(site.id),
        }))
      })
    })
  })
}

interface Hours {
  readonly problem: Problem
  readonly isOpen: (session: Session | undefined) => boolean
}

/** If the site is closed in an adjacent session, duty does not extend through core hours but lasts as long as its own session. */
function startOf(session: Session, before: Session | undefined, { problem, isOpen }: Hours): string {
  const { starts } = partOf(session, problem)
  if (before === undefined) return isWeekend(session) ? starts : earlier(CORE_HOURS.from, starts)
  return isOpen(before) ? halfWay(partOf(before, problem).ends, starts) : starts
}

function endOf(session: Session, after: Session | undefined, { problem, isOpen }: Hours): string {
  const { ends } = partOf(session, problem)
  if (after === undefined) return isWeekend(session) || ends > CORE_HOURS.to ? ends : CORE_HOURS.to
  return isOpen(after) ? halfWay(ends, partOf(after, problem).starts) : ends
}

function partOf(session: Session, problem: Problem): { starts: string; ends: string } {
  return (
    problem.horizon.parts.find((part) => part.id === session.part) ?? { starts: CORE_HOURS.from, ends: CORE_HOURS.to }
  )
}

function isWeekend({ weekday }: Session): boolean {
  return weekday === 'sat' || weekday === 'sun'
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

/** Half-way between two clock times, rounded down to five minutes. */
function halfWay(a: string, b: string): string {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  const middle = Math.floor((minutes(a) + minutes(b)) / 10) * 5
  return `${String(Math.floor(middle / 60)).padStart(2, '0')}:${String(middle % 60).padStart(2, '0')}`
}

type Held = (site: string) => Pick<DutyReport, 'person' | 'at'>

function holders(
  problem: Problem,
  rota: Rota,
  { group, session }: { group: readonly string[]; session: Session },
): Held[] {
  const on = rota.assignments.filter((a) => a.session === session.index && a.work === 'duty' && group.includes(a.site))
  if (on.length === 0) return isInForce(dutyDoctor, problem) ? [() => ({ person: null })] : []
  return on.map(
    ({ person, site: at }): Held =>
      (site) =>
        at === site ? { person } : { person, at },
  )
}

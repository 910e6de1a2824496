/** Why two sessions at different sites are too close: the minutes available and the minutes of travel. */
import type { Problem } from '../../../src/problem.ts'
import { type Session, sessionName } from '../../../src/time.ts'
import { count, siteName } from '../../../src/wording/names.ts'
import { figure } from '../../facts/rule-settings.ts'
import type { DraftRow, Placement } from '../../model/draft.ts'
import { timeToTravel } from '../../rules/time-to-travel.ts'

/** One end of a journey: when and where somebody works. */
interface Stop {
  readonly session: Session
  readonly site: string
}

/** If several sites are equally far, chosen by pins; undefined if pins do not settle it. */
export function journeySentence(
  row: DraftRow,
  placements: ReadonlyMap<number, Placement>,
  problem: Problem,
): string | undefined {
  const ends = row.terms.flatMap(([column, coefficient]) => (coefficient > 0 ? (placements.get(column) ?? []) : []))
  const last = Math.max(...ends.map(({ session }) => session))
  const to = stopOf(
    ends.filter(({ session }) => session === last),
    problem,
  )
  const from =
    row.upper > 0
      ? stopOf(
          ends.filter(({ session }) => session !== last),
          problem,
        )
      : lastBefore(ends[0]?.person, problem)
  return from === undefined || to === undefined ? undefined : told(from, to, problem)
}

function told(from: Stop, to: Stop, problem: Problem): string {
  const minutes = (Date.parse(to.session.starts) - Date.parse(from.session.ends)) / 60_000
  const known = problem.siteById.get(from.site)?.travel.get(to.site)
  const way = known ?? figure(timeToTravel, problem, 'minutes')
  const [first, second] = [from, to].map(({ session }) => sessionName(session, problem.horizon))
  return `It takes ${count(way, 'minute')} from ${siteName(from.site, problem)} to ${siteName(to.site, problem)}, and there ${minutes === 1 ? 'is' : 'are'} ${minutes} between ${first} and ${second}.`
}

function stopOf(ends: readonly Placement[], problem: Problem): Stop | undefined {
  const pinned = ends.filter(({ person, session, site, work }) =>
    problem.pins.some((p) => p.person === person && p.session === session && p.site === site && p.work === work),
  )
  const [first, ...others] = pinned.length > 0 ? pinned : ends
  const session = problem.horizon.sessions[first?.session ?? -1]
  if (first === undefined || session === undefined || others.some(({ site }) => site !== first.site)) return undefined
  return { session, site: first.site }
}

function lastBefore(person: string | undefined, problem: Problem): Stop | undefined {
  return (problem.before ?? []).filter((work) => work.person === person).at(-1)
}

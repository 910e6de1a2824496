/**
 * Estimates how many of a week's contacts there is no time or no room for, whatever the rota. Ignores sites and half days, so it takes
 * milliseconds.
 * Minimises the contacts left over. Each cadre has at most the minutes of the sessions that its people owe, less protected time, and all
 * cadres together have the rooms of the sites' open sessions; visits and telephone contacts need no room.
 */
import type { Problem } from '../../../../src/problem.ts'
import type { Cadre } from '../../../../src/staff.ts'
import type { Engine } from '../../../engines/engine.ts'
import type { Lp } from '../../../lp/lp.ts'

const LIMITS = { seconds: 10, relativeGap: 1e-6, absoluteGap: 1e-6, seed: 1 }

export async function contactsWithoutTime(problem: Problem, engine: Engine): Promise<number> {
  const arriving = new Map<string, number>()
  for (const { need, contacts } of problem.arrivals) arriving.set(need, (arriving.get(need) ?? 0) + contacts)
  const needs = [...arriving].filter(([, contacts]) => contacts > 0)
  if (needs.length === 0) return 0
  const answer = await engine.solve(programme(problem, needs), LIMITS)
  // Always feasible: every contact can be left over.
  return answer.status === 'optimal' || answer.status === 'feasible' ? answer.objective : 0
}

/** Columns: contacts of each need met by each cadre, then contacts of each need left over. */
function programme(problem: Problem, needs: readonly (readonly [string, number])[]): Lp {
  const pairs = problem.cadres.flatMap((cadre, row) =>
    needs.flatMap(([need], n) => {
      const minutes = cadre.meets.get(need)?.minutes
      if (minutes === undefined) return []
      const inRooms = roomShare(need, problem) / patientMinutesOf(cadre, problem)
      return [{ row, n, minutes, rooms: Number.isFinite(inRooms) ? minutes * inRooms : 0 }]
    }),
  )
  const columns = pairs.length + needs.length
  const ofCadres = problem.cadres.map((_, row) =>
    pairs.flatMap((pair, j) => (pair.row === row ? [[j, pair.minutes] as const] : [])),
  )
  const ofNeeds = needs.map((_, n) => [
    ...pairs.flatMap((pair, j) => (pair.n === n ? [[j, 1] as const] : [])),
    [pairs.length + n, 1] as const,
  ])
  const ofRooms = pairs.map((pair, j) => [j, pair.rooms] as const)
  const entries = [...ofCadres, ofRooms, ...ofNeeds]
  const starts = [0]
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length)
  const minutes = problem.cadres.map((cadre) => minutesOf(cadre, problem))
  return {
    columns,
    rows: entries.length,
    offset: 0,
    cost: Float64Array.from({ length: columns }, (_, j) => (j < pairs.length ? 0 : 1)),
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(1e7),
    whole: new Uint8Array(columns),
    rowLower: Float64Array.from([
      ...[...minutes, 0].map(() => Number.NEGATIVE_INFINITY),
      ...needs.map(([, all]) => all),
    ]),
    rowUpper: Float64Array.from([...minutes, roomSessions(problem), ...needs.map(() => Number.POSITIVE_INFINITY)]),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(entries.flat().map(([j]) => j)),
    values: Float64Array.from(entries.flat().map(([, value]) => value)),
  }
}

function patientMinutesOf(cadre: Cadre, { roleById }: Problem): number {
  return roleById.get(cadre.role)?.patientMinutes ?? 0
}

/** The share of a need's contacts that need a room. */
function roomShare(id: string, { needs }: Problem): number {
  const need = needs.find((one) => one.id === id)
  return need === undefined || need.visit ? 0 : 1 - need.remote
}

/** Room sessions: rooms of all sites, over their open sessions. */
function roomSessions(problem: Problem): number {
  return problem.sites.reduce(
    (all, { rooms, open }) =>
      all + rooms * problem.horizon.sessions.reduce((sum, { index, counts }) => sum + (open[index] ? counts : 0), 0),
    0,
  )
}

/** Patient-facing minutes in the sessions that the cadre's people owe. */
function minutesOf(cadre: Cadre, problem: Problem): number {
  const { availability } = problem
  const patientMinutes = patientMinutesOf(cadre, problem)
  return cadre.people.reduce((sum, id) => {
    const own = availability.get(id)
    const due = (own?.due ?? []).reduce((all, sessions) => all + sessions, 0)
    const kept = (own?.protected ?? []).reduce((all, sessions) => all + sessions, 0)
    return sum + Math.max(0, due - kept) * patientMinutes
  }, 0)
}

/**
 * Which placements are set free together when a known rota is improved piece by piece: all else that is whole stays where
 * it is. Pieces follow the practice: one site with its people, one day of the network, one role in all sites.
 */
import type { Draft, Placement } from './draft.ts'
import type { LevelCosts, Model } from './relax.ts'

export interface Neighbourhood {
  /** For those who watch the work: "Alder Road", "Monday". */
  readonly name: string
  /** Columns of the programme that are free. */
  readonly free: ReadonlySet<number>
}

export interface Pieces {
  /** Every placement's column: what is held where a neighbourhood does not free it. */
  readonly placements: readonly number[]
  /** By column of the programme. */
  readonly placementOf: ReadonlyMap<number, Placement>
  readonly neighbourhoods: readonly Neighbourhood[]
}

export function piecesOf(draft: Draft, model: Model): Pieces {
  const { problem } = draft
  const open = draft.placements.flatMap((p) => {
    const column = model.columnOf[p.column] ?? -1
    const person = problem.personById.get(p.person)
    return column < 0 || person === undefined ? [] : [{ p, column, person }]
  })
  const named = (name: string, test: (one: (typeof open)[number]) => boolean): Neighbourhood => ({
    name,
    free: new Set(open.filter(test).map(({ column }) => column)),
  })
  const sites = problem.sites.map((site) =>
    named(site.name, ({ p, person }) => p.site === site.id || person.home === site.id),
  )
  const days = [...new Set(problem.horizon.sessions.map((s) => s.day))].map((day) =>
    named(problem.horizon.days[day] ?? '', ({ p }) => problem.horizon.sessions[p.session]?.day === day),
  )
  const roles = problem.roles.map((role) => named(role.title, ({ person }) => person.role === role.id))
  return {
    placements: open.map(({ column }) => column),
    placementOf: new Map(open.map(({ p, column }) => [column, p])),
    neighbourhoods: [...sites, ...days, ...roles].filter((n) => n.free.size > 0 && n.free.size < open.length),
  }
}

/**
 * What a level is short of, at this point: the people in the rows that are not kept, and everybody in the sessions of those
 * rows in which they have nothing to do yet. Often one swap there is all that is missing.
 */
export function whatIsShort(pieces: Pieces, model: Model, costs: LevelCosts, point: Float64Array): Neighbourhood {
  const short = new Set(costs.columns.filter((j) => (point[j] ?? 0) > 1e-6))
  const busy = new Set(
    [...pieces.placementOf].filter(([j]) => (point[j] ?? 0) > 0.5).map(([, p]) => `${p.person} ${p.session}`),
  )
  const concerned = rowsWith(model, short).flatMap((r) => {
    const columns = [...model.lp.indices.subarray(model.lp.starts[r], model.lp.starts[r + 1])]
    return columns.flatMap((j) => pieces.placementOf.get(j) ?? [])
  })
  const people = new Set(concerned.map((p) => p.person))
  const sessions = new Set(concerned.filter((p) => !busy.has(`${p.person} ${p.session}`)).map((p) => p.session))
  const free = [...pieces.placementOf].filter(([, p]) => people.has(p.person) || sessions.has(p.session))
  return { name: 'what is short', free: new Set(free.map(([column]) => column)) }
}

function rowsWith(model: Model, slacks: ReadonlySet<number>): number[] {
  return [...model.slackOfRow.keys()].filter((r) => slacks.has(model.slackOfRow[r] ?? -1))
}

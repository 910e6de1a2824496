/**
 * Which placements are set free together when a known rota is improved piece by piece: all else that is whole stays where
 * it is. Pieces follow the practice: one site with its people, one day of the network.
 */
import type { Person } from '../../src/staff.ts'
import type { Draft, Placement } from '../model/draft.ts'
import type { Model } from '../model/elastic.ts'

export interface Neighbourhood {
  /** For those who watch the work: "Alder Road", "Monday". */
  readonly name: string
  /** Columns of the programme that stay where they are: other people's placements, and contacts met elsewhere or then. */
  readonly held: readonly number[]
}

export interface Pieces {
  /** Every placement's column: what is held where a neighbourhood does not free it. */
  readonly placements: readonly number[]
  /** By column of the programme. */
  readonly placementOf: ReadonlyMap<number, Placement>
  /** Placements of people whom the flow of contacts only counts, since others of their cadre can be in the same post. */
  readonly alike: readonly number[]
  /** All other placements. */
  readonly alone: readonly number[]
  /** Every column of the flow of contacts: people counted by post, contacts met, waiting and returning. */
  readonly flow: readonly number[]
  readonly neighbourhoods: readonly Neighbourhood[]
}

export function piecesOf(draft: Draft, model: Model): Pieces {
  const { problem } = draft
  const open = draft.placements.flatMap((p) => {
    const column = model.columnOf[p.column] ?? -1
    const person = problem.personById.get(p.person)
    return column < 0 || person === undefined ? [] : [{ p, column, person }]
  })
  const kept = (columns: readonly number[]) => columns.map((j) => model.columnOf[j] ?? -1).filter((j) => j >= 0)
  const contacts = [
    ...draft.flow.posts.flatMap((post) => post.met),
    ...draft.flow.taken.map((t) => ({ ...t, site: t.patientsOf })),
  ]
  const piece = (
    name: string,
    isIn: (at: { site: string; session: number; person?: Person }) => boolean,
  ): Neighbourhood => {
    const people = open.filter(({ p, person }) => !isIn({ ...p, person })).map(({ column }) => column)
    return { name, held: [...people, ...kept(contacts.filter((c) => !isIn(c)).map((c) => c.column))] }
  }
  const sites = problem.sites.map((site) =>
    piece(site.name, (at) => at.site === site.id || at.person?.home === site.id),
  )
  const days = [...new Set(problem.horizon.sessions.map((s) => s.day))].map((day) =>
    piece(problem.horizon.days[day] ?? '', ({ session }) => problem.horizon.sessions[session]?.day === day),
  )
  const mobile = problem.people.filter((person) => person.sites.length > 1)
  const moving = new Set(mobile.map((person) => person.id))
  const theirs = new Set(mobile.map((person) => person.cadre))
  const travellers: Neighbourhood = {
    name: 'people of several sites',
    held: [
      ...open.filter(({ p }) => !moving.has(p.person)).map(({ column }) => column),
      ...kept(contacts.filter((c) => !theirs.has(c.cadre)).map((c) => c.column)),
    ],
  }
  const alike = kept(
    draft.flow.posts
      .filter((post) => post.placements.length > 1)
      .flatMap((post) => post.placements.map((p) => p.column)),
  )
  const alikeSet = new Set(alike)
  return {
    placements: open.map(({ column }) => column),
    placementOf: new Map(open.map(({ p, column }) => [column, p])),
    alike,
    alone: open.map(({ column }) => column).filter((j) => !alikeSet.has(j)),
    flow: kept(draft.flow.columns),
    neighbourhoods: sites.length > 1 ? [travellers, ...sites, ...days] : days,
  }
}

/** The draft of a staffing mix: how many half days each group works at each site on each day. */
import type { DraftColumn } from '../lp/spaces.ts'
import { Draft } from '../model/draft.ts'
import type { Term } from '../model/row.ts'
import type { DayWeek } from './day-week.ts'

/** Sessions per week of a half-time post; nine are full time. */
export const HALF_POST = 4.5

/** Most posts (of ten sessions) that can be tried at once in one place. */
const MOST_POSTS = 40

export class MixDraft extends Draft {
  readonly week: DayWeek
  /** By group: sessions per week beyond its contracts; negative for fewer. */
  readonly extra: ReadonlyMap<string, DraftColumn>
  /** By vacant group: half-time posts; integer only when posts are chosen. */
  readonly halfPosts: ReadonlyMap<string, DraftColumn>
  readonly #promised = new Map<string, Term[]>()

  constructor(week: DayWeek) {
    super(week.problem, { spots: week.places.map(({ spot }) => spot) })
    this.week = week
    for (const [k, { column }] of this.placements.entries()) {
      const { most = 0, spot } = week.places[k] ?? {}
      const isVacant = week.groups.some((group) => group.id === spot?.person && group.vacant)
      this.upper[column] = isVacant ? MOST_POSTS * most : most
    }
    this.extra = new Map(
      week.groups.map((group) => [group.id, this.column(-Math.max(0, ...group.most), 10 * MOST_POSTS)]),
    )
    const vacant = week.groups.filter((group) => group.vacant)
    this.halfPosts = new Map(vacant.map(({ id }) => [id, this.column(0, 2 * MOST_POSTS)]))
  }

  /** A new column: sessions of a group's week used for promised work, at most `most`. */
  promise(group: string, week: number, most: number): Term {
    const term: Term = [this.column(0, most), 1]
    this.#promised.set(`${group} ${week}`, [...this.promised(group, week), term])
    return term
  }

  promised(group: string, week: number): readonly Term[] {
    return this.#promised.get(`${group} ${week}`) ?? []
  }

  /** Sessions may be fractional here. */
  override column(lower: number, upper: number): DraftColumn {
    return super.column(lower, upper, false)
  }
}

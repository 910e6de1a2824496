/** A draft in which nothing is forbidden yet: what bars a placement is recorded, so that it can be applied or not. */
import type { Pin, Problem } from '../../../src/problem.ts'
import { anyMinds } from '../../facts/rule-settings.ts'
import type { DraftColumn } from '../../lp/spaces.ts'
import { draftOf } from '../../model/build.ts'
import type { Flow } from '../../model/contact-flow.ts'
import { Draft, type Placement } from '../../model/draft.ts'
import type { Rule } from '../../rules/rule.ts'

/** A placement that a rule forbids. */
export interface Bar {
  readonly rule: string
  readonly placement: Placement
}

/** A column that is not a placement, and the people or things it counts. */
export interface Counted {
  readonly person?: string
  readonly week?: number
  readonly site?: string
  readonly session?: number
  readonly day?: number
  readonly need?: string
}

export class OpenDraft extends Draft {
  readonly bars: Bar[] = []
  /** Ids of rules that use contacts. */
  readonly contactRules = new Set<string>()
  readonly #counted = new Map<DraftColumn, Counted>()
  #current = ''

  override beginRule(rule: string): void {
    this.#current = rule
    super.beginRule(rule)
  }

  override forbid(placement: Placement): void {
    this.bars.push({ rule: this.#current, placement })
  }

  override openRemote(...[cadre, site, session, most]: Parameters<Draft['openRemote']>): DraftColumn {
    const column = super.openRemote(cadre, site, session, most)
    this.#counted.set(column, { site, session })
    return column
  }

  override flow(): Flow {
    this.contactRules.add(this.#current)
    return super.flow()
  }

  /** What each column that is not a placement counts, as far as it can be determined. */
  countedColumns(): ReadonlyMap<number, Counted> {
    const all = new Map(this.#counted)
    for (const { column, person, week } of this.counts) all.set(column, { person, week })
    if (this.contactRules.size === 0) return all
    for (const { met } of super.flow().posts)
      for (const m of met) all.set(m.column, { site: m.site, session: m.session, need: m.need })
    for (const t of super.flow().taken) all.set(t.column, { site: t.patientsOf, session: t.session, need: t.need })
    for (const [column, counted] of this.#waiting()) all.set(column, counted)
    return all
  }

  /** Columns that count waiting and returning contacts. */
  bookColumns(): ReadonlySet<number> {
    if (this.contactRules.size === 0) return new Set()
    const { sites, horizon } = this.problem
    const days = [...new Set(horizon.sessions.map((s) => s.day))]
    const returned = days.flatMap((day) => sites.map((site) => super.flow().returned(site.id, day)))
    return new Set([...this.#waiting().map(([column]) => column), ...returned])
  }

  #waiting(): [DraftColumn, Counted][] {
    if (this.contactRules.size === 0) return []
    const { sites, needs, horizon } = this.problem
    const days = [...new Set(horizon.sessions.map((s) => s.day))]
    return needs
      .filter((need) => need.withinDays > 0)
      .flatMap((need) =>
        sites.flatMap((site) =>
          days.map((day): [DraftColumn, Counted] => [
            super.flow().waiting(need.id, site.id, day),
            { site: site.id, day, need: need.id },
          ]),
        ),
      )
  }
}

/** The rules' rows for the week with these of its pins. The order of columns and rows does not depend on the pins. */
export function openDraft(problem: Problem, rules: readonly Rule[], pins: readonly Pin[]): OpenDraft {
  const draft = new OpenDraft(problem, { minds: (person) => anyMinds(rules, person, problem) })
  return draftOf({ ...problem, pins }, rules, draft)
}

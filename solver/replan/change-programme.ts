/**
 * A week's programme that counts changes to a published rota, by person and session, with one column for the number allowed (the local
 * branching constraint; Fischetti and Lodi 2003). Past sessions are fixed, including their contacts.
 */
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { ModelColumn } from '../lp/spaces.ts'
import { draftOf, openFor, type RowRule } from '../model/build.ts'
import { decode } from '../model/decode.ts'
import type { Draft, Placement } from '../model/draft.ts'
import { columnIn, elasticModel, type Model, readingOf } from '../model/elastic.ts'
import { presolved } from '../model/presolve.ts'
import type { Term } from '../model/row.ts'
import { holdPast } from './past-contacts.ts'

export interface PublishedWeek {
  readonly problem: Problem
  /** Rules in force. */
  readonly rules: readonly RowRule[]
  /** The published rota; sessions that have become impossible are not changes. */
  readonly rota: Rota
  /** Index of the first session that has not started. */
  readonly since: number
}

export class ChangeProgramme {
  readonly model: Model
  /** Placements that may change, and whether they are published. */
  readonly choices: readonly { readonly column: ModelColumn; readonly published: boolean }[]
  /** Columns that count people working by telephone, with the published number. */
  readonly telephones: readonly { readonly column: ModelColumn; readonly published: number }[]
  /** Column of the number of changes; undefined if nothing can change. */
  readonly changes: ModelColumn | undefined
  /** The most changes that are possible. */
  readonly most: number
  readonly draft: Draft

  constructor({ problem, rules, rota, since }: PublishedWeek) {
    this.draft = draftOf(problem, rules, openFor(problem, rules, rota.assignments))
    const taken = new Set(rota.assignments.map((a) => `${a.person} ${a.session} ${a.site} ${a.work}`))
    const isPublished = (p: Placement) => taken.has(`${p.person} ${p.session} ${p.site} ${p.work}`)
    holdPast(
      this.draft,
      rota.clinics.filter(({ session }) => session < since),
      since,
    )
    for (const p of this.draft.placements) if (p.session < since) this.#hold(p, isPublished(p))
    const future = this.draft.placements.filter((p) => p.session >= since && this.draft.allowed(p))
    const [row, most, fixed] = this.#changesOf(future, isPublished)
    this.most = most
    const counted = this.draft.column(0, most)
    this.draft.define([...row, [counted, -1]], Number.NEGATIVE_INFINITY, -fixed)
    const whole = elasticModel(this.draft, rules, problem)
    const open = [...future.map((p) => p.column), counted].flatMap((column) => columnIn(whole, column) ?? [])
    this.model = presolved(whole, open)
    this.changes = columnIn(this.model, counted)
    this.telephones = this.#telephonesOf(rota, problem)
    this.choices = future.flatMap((p) => {
      const column = columnIn(this.model, p.column)
      return column === undefined ? [] : [{ column, published: isPublished(p) }]
    })
  }

  #telephonesOf({ assignments }: Rota, problem: Problem): ChangeProgramme['telephones'] {
    const columns = new Map<ModelColumn, number>()
    for (const remote of this.draft.remoteColumns) {
      const column = columnIn(this.model, remote)
      if (column !== undefined) columns.set(column, 0)
    }
    for (const { person, site, session } of assignments.filter((a) => a.remote)) {
      const remote = this.draft.remote(problem.personById.get(person)?.cadre ?? '', site, session)
      const column = remote === undefined ? undefined : columnIn(this.model, remote)
      if (column !== undefined) columns.set(column, (columns.get(column) ?? 0) + 1)
    }
    return [...columns].map(([column, published]) => ({ column, published }))
  }

  rotaAt(point: Float64Array): Rota {
    return decode(this.draft, readingOf(this.model, point))
  }

  /**
   * Σ changes as terms and a constant: published placements given up, placements taken by people who have none in the session, and training
   * and outside time beyond what is published.
   */
  #changesOf(
    future: readonly Placement[],
    isPublished: (p: Placement) => boolean,
  ): readonly [row: Term[], most: number, fixed: number] {
    const published = future.filter(isPublished)
    const busy = new Set(published.map((p) => `${p.person} ${p.session}`))
    const added = future.filter((p) => !busy.has(`${p.person} ${p.session}`)).map((p): Term => [p.column, 1])
    const counts = this.draft.counts.map(({ column }): Term => [column, 1])
    const most = published.length + [...added, ...counts].reduce((sum, [j]) => sum + (this.draft.upper[j] ?? 0), 0)
    return [[...published.map((p): Term => [p.column, -1]), ...added, ...counts], most, published.length]
  }

  #hold({ column }: Placement, published: boolean): void {
    this.draft.lower[column] = this.draft.upper[column] = published ? 1 : 0
  }
}

/**
 * The draft of a published rota in which some placements are optional. Everybody else is fixed where the rota has them, whatever rules that
 * breaks; optional placements must keep all hard rules.
 */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import { Draft, type Placement } from '../model/draft.ts'

export interface OptionalParts {
  readonly fixed: readonly Assignment[]
  readonly optional: readonly Assignment[]
  readonly isBroken?: boolean
}

export class OptionalDraft extends Draft {
  override readonly isGiven: boolean
  readonly #optional: readonly Placement[]
  readonly #telephones: ReadonlyMap<string, number>

  /** `isBroken`: optional placements already break hard rules, so these must bend too. */
  constructor(problem: Problem, { fixed, optional, isBroken = false }: OptionalParts) {
    super(problem, { spots: [...fixed, ...optional] })
    this.isGiven = isBroken
    for (const a of fixed) {
      const placement = this.find(a.person, a.session, a.site, a.work)
      if (placement !== undefined) this.lower[placement.column] = 1
    }
    this.#optional = optional.flatMap((a) => this.find(a.person, a.session, a.site, a.work) ?? [])
    // People who work by telephone in the published rota do so even if there is a room.
    this.#telephones = new Map(
      grouped([...fixed, ...optional].filter(telephones), (a) => this.#placeOf(a)).map((here) => [
        here[0] === undefined ? '' : this.#placeOf(here[0]),
        here.length,
      ]),
    )
    for (const [place, people] of this.#telephones) {
      const [cadre = '', site = '', session = ''] = place.split('|')
      this.openRemote(cadre, site, Number(session), people)
    }
  }

  /** Fixed placements are facts; only optional ones can be forbidden. */
  override forbid(placement: Placement): void {
    if (this.lower[placement.column] !== 1) super.forbid(placement)
  }

  override openRemote(cadre: string, site: string, session: number, most: number): DraftColumn {
    const column = super.openRemote(cadre, site, session, most)
    this.upper[column] = Math.max(most, this.#telephones?.get(`${cadre}|${site}|${session}`) ?? 0)
    return column
  }

  optionalPlacements(): readonly Placement[] {
    return this.#optional
  }

  /** Columns whose values depend on the choice of optional placements. */
  decidedLater(): DraftColumn[] {
    return [...this.#optional.map(({ column }) => column), ...this.remoteColumns]
  }

  /** By telephone column: how many of these people work by telephone. */
  telephones(assignments: readonly Assignment[]): { readonly draft: DraftColumn; readonly value: number }[] {
    const found = new Map<DraftColumn, number>(this.remoteColumns.map((column) => [column, 0]))
    for (const here of grouped(assignments.filter(telephones), (a) => this.#placeOf(a))) {
      const [cadre = '', site = '', session = ''] = (here[0] === undefined ? '' : this.#placeOf(here[0])).split('|')
      const column = this.remote(cadre, site, Number(session))
      if (column !== undefined) found.set(column, here.length)
    }
    return [...found].map(([draft, value]) => ({ draft, value }))
  }

  #placeOf({ person, site, session }: Assignment): string {
    return `${this.problem.personById.get(person)?.cadre ?? ''}|${site}|${session}`
  }
}

function telephones({ work, remote }: Assignment): boolean {
  return work === 'clinic' && remote
}

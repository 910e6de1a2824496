/**
 * Adaptive large neighbourhood search (Ropke and Pisinger 2006) for long rotas. Each neighbourhood frees a few people for the whole rota,
 * everybody for a few days, or a half or third of the people for some weeks, and fixes everything else. Rotas of runs, weekends and totals
 * are bound by each person's own pattern, so no single kind of neighbourhood is enough: kinds take turns, and each grows while its
 * neighbourhoods are solved to optimality and shrinks when they are not. No clock is read, so the same seed draws the same neighbourhoods.
 */
import { grouped } from '../../../src/grouped.ts'
import { shuffled } from './shuffled.ts'

/** A binary column of the programme, with its person and day. */
export interface Place {
  readonly column: number
  readonly person: string
  readonly day: number
}

export interface Neighbourhood {
  readonly kind: number
  /** Free columns. */
  readonly free: readonly number[]
}

/** Outcome of one neighbourhood. */
export interface NeighbourhoodEnd {
  readonly isBetter: boolean
  /** Solved to the end: no limit of nodes or time was reached. */
  readonly isClosed: boolean
}

/** `share` of the people, over this many days; `by` says which of the two is adapted. */
interface Kind {
  readonly by: 'people' | 'days'
  readonly share: number
  size: number
}

const [SHRINK, GROW] = [0.8, 1.08]

export class AdaptiveNeighbourhoods {
  readonly #people: readonly (readonly Place[])[]
  readonly #places: readonly Place[]
  readonly #days: number
  readonly #seed: number
  readonly #kinds: readonly Kind[]
  #drawn = 0
  #idle = 0

  constructor(places: readonly Place[], { days, seed }: { readonly days: number; readonly seed: number }) {
    this.#places = places
    this.#people = grouped(places, ({ person }) => person)
    this.#days = days
    this.#seed = seed
    this.#kinds = [
      { by: 'people', share: 0, size: 2 },
      { by: 'days', share: 1 / 2, size: 7 },
      { by: 'days', share: 1, size: 3 },
      { by: 'days', share: 1 / 3, size: 14 },
    ]
  }

  next(): Neighbourhood {
    const kind = this.#drawn % this.#kinds.length
    this.#drawn += 1
    return { kind, free: this.#draw(kind, 7919 * this.#seed + this.#drawn) }
  }

  learn({ kind }: Neighbourhood, { isBetter, isClosed }: NeighbourhoodEnd): void {
    const known = this.#kinds[kind]
    if (known === undefined) return
    const most = known.by === 'people' ? this.#people.length : this.#days
    if (!isClosed) known.size = Math.max(1, known.size * SHRINK)
    else if (!isBetter) known.size = Math.min(most, known.size * GROW)
    this.#idle = isBetter ? 0 : this.#idle + 1
  }

  /** Consecutive neighbourhoods without improvement. */
  get idle(): number {
    return this.#idle
  }

  /** Whether a neighbourhood covers everything; if it is solved to the end, the rota is proven optimal. */
  isWhole({ free }: Neighbourhood): boolean {
    return free.length === this.#places.length
  }

  #draw(kind: number, seed: number): number[] {
    const { by, share, size } = this.#kinds[kind] ?? { by: 'days', share: 1, size: 1 }
    const count = Math.max(1, Math.round(size))
    const people = shuffled(this.#people, seed)
    const some = people.slice(0, by === 'people' ? count : Math.ceil(share * people.length))
    const days = by === 'people' ? this.#days : count
    const starts = Array.from({ length: Math.max(1, this.#days - days + 1) }, (_, day) => day)
    const first = shuffled(starts, seed)[0] ?? 0
    const isIn = ({ day }: Place) => day >= first && day < first + days
    return some.flatMap((own) => own.filter(isIn).map(({ column }) => column))
  }
}

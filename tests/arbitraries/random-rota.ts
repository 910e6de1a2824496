/** A random rota of a draft: people placed, sessions counted and contacts planned by chance, held only to what is asked. */

import { decode } from '../../solver/model/decode.ts'
import type { Draft } from '../../solver/model/draft.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import { type Draw, draw } from '../../src/intake/network/draw.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'

/** What the rota is drawn over, and which rules it keeps (by their own `check`). */
export interface Ground {
  readonly problem: Problem
  readonly draft: Draft
  readonly keeps: readonly Rule[]
  /** Whether placements that some rule forbids may be taken too. */
  readonly forbidden: boolean
}

/** The same seed draws the same rota. Where the empty rota already breaks a rule to be kept, so may this one. */
export function randomRota(ground: Ground, seed: number): Rota {
  return new RandomRota(ground, draw('rota', seed)).finished()
}

class RandomRota {
  readonly #ground: Ground
  readonly #draw: Draw
  readonly #values = new Map<number, number>()
  #breached: number

  constructor(ground: Ground, chance: Draw) {
    this.#ground = ground
    this.#draw = chance
    this.#breached = this.#amount()
  }

  finished(): Rota {
    this.#placePeople()
    this.#countSessions()
    this.#sendHome()
    this.#planContacts()
    return this.#rota()
  }

  #placePeople(): void {
    const { draft, forbidden } = this.#ground
    const share = this.#draw.pick([0.2, 0.5, 0.9])
    for (const placement of this.#shuffled(draft.placements)) {
      if ((forbidden || draft.allowed(placement)) && this.#draw.chance(share)) this.#try([[placement.column, 1]])
    }
  }

  #countSessions(): void {
    const { draft } = this.#ground
    for (const { column } of draft.counts) {
      for (let n = 1; n <= (draft.upper[column] ?? 0) && this.#draw.chance(0.5); n++) this.#try([[column, n]])
    }
  }

  /** Some of those who hold a clinic hold it by telephone, where the draft has a column for it. */
  #sendHome(): void {
    const { problem, draft } = this.#ground
    for (const cadre of problem.cadres) {
      for (const { id } of problem.sites) {
        for (const { index } of problem.horizon.sessions) {
          const column = draft.remote(cadre.id, id, index)
          if (column === undefined) continue
          const there = draft.at(id, index).filter((p) => p.work === 'clinic' && p.cadre === cadre.id)
          const people = there.filter((p) => this.#values.has(p.column)).length
          this.#try([[column, Math.floor(this.#draw.next() * (people + 1))]])
        }
      }
    }
  }

  #planContacts(): void {
    const { draft, problem } = this.#ground
    const share = this.#draw.pick([0.3, 1, 1])
    const own = draft
      .flow()
      .posts.flatMap((post) => post.met)
      .filter((m) => !problem.needById.get(m.need)?.shared)
    const shared = draft
      .flow()
      .pools.flatMap(({ met, taken }) => taken.map((t) => [this.#draw.pick(met).column, t.column] as const))
    for (const columns of this.#shuffled([...own.map((m) => [m.column] as const), ...shared])) {
      if (!this.#draw.chance(share)) continue
      const room = Math.min(...columns.map((j) => (draft.upper[j] ?? 0) - (this.#values.get(j) ?? 0)))
      // Whole and quarter contacts reach the edges of rows, which the document states in quarters.
      let contacts = this.#draw.pick([room, room * this.#draw.next(), Math.floor(4 * room * this.#draw.next()) / 4])
      for (let tries = 0; tries < 4 && contacts > 0.01; tries++) {
        if (this.#try(columns.map((j) => [j, (this.#values.get(j) ?? 0) + contacts]))) break
        contacts = contacts > 1 ? Math.floor(contacts / 2) : contacts / 2
      }
    }
  }

  /** Takes the values unless they break a rule that is to be kept by more than before. */
  #try(values: readonly (readonly [column: number, value: number])[]): boolean {
    const before = values.map(([column]) => [column, this.#values.get(column)] as const)
    for (const [column, value] of values) this.#values.set(column, value)
    const amount = this.#amount()
    if (amount <= this.#breached) {
      this.#breached = amount
      return true
    }
    for (const [column, value] of before) {
      if (value === undefined) this.#values.delete(column)
      else this.#values.set(column, value)
    }
    return false
  }

  #amount(): number {
    const { keeps, problem } = this.#ground
    if (keeps.length === 0) return 0
    const rota = this.#rota()
    return keeps.flatMap((rule) => rule.check(rota, problem)).reduce((sum, b) => sum + b.amount, 0)
  }

  #rota(): Rota {
    return decode(this.#ground.draft, (column) => this.#values.get(column) ?? 0)
  }

  #shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.#draw.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }
}

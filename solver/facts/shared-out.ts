/** How much of some loads can be shared out among people with limited capacity: maximum flow by augmenting paths. */

/** Work in one place, and the people there. */
export interface Load {
  readonly amount: number
  /** The most that each of them takes of it. */
  readonly each: number
  readonly people: readonly string[]
}

const ENOUGH = 1e-9

/** By load: the part that nobody can take within both limits. `most`: limit on one person's total over all loads. */
export function leftOver(loads: readonly Load[], most: number): number[] {
  const taken = loads.map(() => new Map<string, number>())
  const left = loads.map((load) => load.amount)
  for (let load = 0; load < loads.length; load++) {
    while ((left[load] ?? 0) > ENOUGH) {
      const path = pathFrom(load, loads, { taken, most })
      if (path === null) break
      const amount = Math.min(left[load] ?? 0, path.amount)
      for (const { at, person, sign } of path.steps) {
        const mine = taken[at]
        mine?.set(person, (mine.get(person) ?? 0) + sign * amount)
      }
      left[load] = (left[load] ?? 0) - amount
    }
  }
  return left.map((amount) => (amount > ENOUGH ? amount : 0))
}

interface Step {
  /** Index of a load. */
  readonly at: number
  readonly person: string
  /** 1: the person takes more of it; −1: they hand some of it to somebody else. */
  readonly sign: 1 | -1
}

interface Path {
  readonly amount: number
  readonly steps: readonly Step[]
}

interface Sharing {
  readonly taken: readonly ReadonlyMap<string, number>[]
  readonly most: number
}

/** The shortest augmenting path from a load to a person with spare capacity, via people who hand on other loads; null if there is none. */
function pathFrom(start: number, loads: readonly Load[], { taken, most }: Sharing): Path | null {
  const room = (person: string) => most - taken.reduce((sum, mine) => sum + (mine.get(person) ?? 0), 0)
  const reached = new Set<number>([start])
  const met = new Set<string>()
  const open: { readonly at: number; readonly path: Path }[] = [
    { at: start, path: { amount: Number.POSITIVE_INFINITY, steps: [] } },
  ]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { at, path } = next
    const load = loads[at]
    for (const person of load?.people ?? []) {
      const more = (load?.each ?? 0) - (taken[at]?.get(person) ?? 0)
      if (met.has(person) || more <= ENOUGH) continue
      met.add(person)
      const amount = Math.min(path.amount, more)
      const steps: readonly Step[] = [...path.steps, { at, person, sign: 1 }]
      if (room(person) > ENOUGH) return { amount: Math.min(amount, room(person)), steps }
      for (const [other, mine] of taken.entries()) {
        const held = mine.get(person) ?? 0
        if (reached.has(other) || held <= ENOUGH) continue
        reached.add(other)
        open.push({
          at: other,
          path: { amount: Math.min(amount, held), steps: [...steps, { at: other, person, sign: -1 }] },
        })
      }
    }
  }
  return null
}

/** How much of some loads can be shared out among people of whom each takes only so much: a flow, found path by path. */

/** What has to be done in one place, and who is there. */
export interface Load {
  readonly amount: number
  /** The most that any one of them takes of it. */
  readonly each: number
  readonly people: readonly string[]
}

const ENOUGH = 1e-9

/** By load: what nobody can take without exceeding either limit. `most`: what one person takes of all loads together. */
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
  /** 1: the person takes more of it; −1: somebody else takes it off them. */
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

/** From a load to somebody with room, by way of people who hand other loads on; the shortest such way, or none. */
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

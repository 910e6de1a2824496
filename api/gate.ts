/** Lets a few through at a time. */
import { Refusal } from './problems.ts'

/** Runs work for a caller, or refuses it if too much is running already; `null` for a sole caller. */
export type Gate = <T>(who: string | null, work: () => Promise<T>) => Promise<T>

/** Seconds after which a caller who was refused may well be let in. */
const RETRY_AFTER = 5

/** `each`: places one caller may have at once, so that nobody blocks everybody else. */
export function gateFor(places: number, each = places): Gate {
  const inside = new Map<string | null, number>()
  let all = 0
  return async (who, work) => {
    const theirs = inside.get(who) ?? 0
    if (all >= places || (who !== null && theirs >= each)) {
      throw new Refusal('busy', { headers: { 'Retry-After': String(RETRY_AFTER) } })
    }
    all += 1
    inside.set(who, theirs + 1)
    try {
      return await work()
    } finally {
      all -= 1
      const left = (inside.get(who) ?? 1) - 1
      if (left === 0) inside.delete(who)
      else inside.set(who, left)
    }
  }
}

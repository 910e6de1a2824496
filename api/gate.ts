/** Limits concurrent work, in total and per caller. */
import { Refusal } from './problems.ts'

/** Runs work for a caller, or refuses if too much is already running; `null` if there is only one caller. */
export type Gate = <T>(who: string | null, work: () => Promise<T>) => Promise<T>

/** `Retry-After` for refused callers, in seconds. */
const RETRY_AFTER = 5

/** `each`: places one caller may take at once, so that nobody can block the others. */
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

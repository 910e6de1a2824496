/** Lets a few through at a time. */
import { Refusal } from './problems.ts'

/** Runs work, or refuses it where as much is running already. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** Seconds after which a caller who was refused may well be let in. */
const RETRY_AFTER = 5

export function gateFor(places: number): Gate {
  let inside = 0
  return async (work) => {
    if (inside >= places) throw new Refusal('busy', { headers: { 'Retry-After': String(RETRY_AFTER) } })
    inside += 1
    try {
      return await work()
    } finally {
      inside -= 1
    }
  }
}

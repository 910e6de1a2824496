/** Limits for weeks that are solved while the caller waits. */
import type { Problem } from '../src/problem.ts'
import { Refusal } from './problems.ts'

/**
 * Time limit of such a solve, in wall seconds. The call may take ten: the rest is for reading the document, starting a thread,
 * and judging the rota.
 */
export const SECONDS = 8

/** Concurrent solves of this kind: each occupies a processor. */
export const AT_ONCE = 2

/** Concurrent solves per person or key, if there are several callers. */
export const EACH = 1

/** A practice or two: solved well within `SECONDS` on one processor. */
const MOST = { people: 40, sites: 3, weeks: 1 } as const

/** Throws for a larger week, pointing to the call that accepts it. */
export function requireSmallWeek({ people, sites, horizon }: Problem): void {
  const sizes = { people: people.length, sites: sites.length, weeks: horizon.weeks }
  const fields = { people: '/people', sites: '/sites', weeks: '/week/weeks' }
  const complaints = (['people', 'sites', 'weeks'] as const)
    .filter((what) => sizes[what] > MOST[what])
    .map((what) => ({
      pointer: fields[what],
      detail: `A rota for more than ${MOST[what]} ${MOST[what] === 1 ? what.slice(0, -1) : what} takes too long for one call; send it to POST /v1/solves.`,
      seen: String(sizes[what]),
      maybe: '/v1/solves',
    }))
  if (complaints.length > 0) throw new Refusal('too-much-at-once', { complaints })
}

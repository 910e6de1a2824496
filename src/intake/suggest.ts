/** Suggests the nearest known word for an unknown one. */
import { distance } from 'fastest-levenshtein'

/** Only this many letters of a word are compared. */
const LONGEST = 64
/** Only this many known words are compared: as many as a document may have people. */
const MOST = 2000

/** The known word with the smallest edit distance; undefined if even that is too different. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.slice(0, LONGEST).toLowerCase()
  const allowed = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | undefined
  let fewest = allowed + 1
  let looked = 0
  for (const candidate of known) {
    looked += 1
    if (looked > MOST || fewest === 0) break
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue
    const slips = slipsBetween(wanted, candidate.slice(0, LONGEST).toLowerCase())
    if (slips < fewest) {
      best = candidate
      fewest = slips
    }
  }
  return best
}

/** Edit distance in which swapping two adjacent letters counts as one. */
function slipsBetween(a: string, b: string): number {
  const changes = distance(a, b)
  return changes === 2 && isSwap(a, b) ? 1 : changes
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (a[at] === b[at]) at += 1
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

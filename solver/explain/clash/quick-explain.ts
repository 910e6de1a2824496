/** QuickXplain: finds a minimal infeasible subset by divide and conquer. */

/**
 * A minimal subset of `elements` for which `impossible` holds: without any one of them it would not. Prefers earlier elements. `impossible`
 * must be true of all elements, and monotonic.
 */
export async function smallestPart<T>(
  elements: readonly T[],
  impossible: (kept: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  /** The part of `open` needed in addition to `kept`; `added`: `kept` has grown since it was last tested. */
  const search = async (kept: readonly T[], added: boolean, open: readonly T[]): Promise<readonly T[]> => {
    if (added && (await impossible(kept))) return []
    if (open.length <= 1) return open
    const half = Math.ceil(open.length / 2)
    const [first, second] = [open.slice(0, half), open.slice(half)]
    const ofSecond = await search([...kept, ...first], true, second)
    const ofFirst = await search([...kept, ...ofSecond], ofSecond.length > 0, first)
    return [...ofFirst, ...ofSecond]
  }
  return [...(await search([], true, elements))]
}

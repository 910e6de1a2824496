/** Finds which few of many things are to blame: QuickXplain, a divide-and-conquer search. */

/**
 * A smallest part of `elements` for which `impossible` still holds: without any one of the part it would not. Of several
 * such parts it prefers the one whose elements come first. `impossible` must hold of all, and must grow with what it is given.
 */
export async function smallestPart<T>(
  elements: readonly T[],
  impossible: (kept: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  /** Of `open`, what is needed beside `kept`; `added`: something came to `kept` since it was last tried. */
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

/** Orders that do not depend on the language of the machine. */

/** Before (−1), same (0) or after (1), by code units. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Position of each id in a list of the document; unknown ids come last. */
export function placeIn(list: readonly { readonly id: string }[]): (id: string | undefined) => number {
  const places = new Map(list.map((item, index) => [item.id, index]))
  return (id) => (id === undefined ? list.length : (places.get(id) ?? list.length))
}

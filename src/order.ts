/** Sort orders that are independent of the machine's locale. */

/** Compares by UTF-16 code units: −1, 0 or 1. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Returns an id's position in a list of the document. Unknown ids sort last. */
export function placeIn(list: readonly { readonly id: string }[]): (id: string | undefined) => number {
  const places = new Map(list.map((item, index) => [item.id, index]))
  return (id) => (id === undefined ? list.length : (places.get(id) ?? list.length))
}

/** Reads JSON that an earlier version of this program may have stored. */
export type Fields = { readonly [name: string]: unknown }

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export function rowsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

/** A document's number of weeks; earlier versions may not have stored it. */
export function weeksIn(document: unknown): number {
  const { weeks } = fieldsOf(fieldsOf(document).week)
  return typeof weeks === 'number' && weeks >= 1 ? weeks : 1
}

/** Reads JSON that an earlier version of this program may have stored. */
export type Fields = { readonly [name: string]: unknown }

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export function rowsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

/** Of a document, how many weeks it has; what an earlier version stored may not say. */
export function weeksIn(document: unknown): number {
  const { weeks } = fieldsOf(fieldsOf(document).week)
  return typeof weeks === 'number' && weeks >= 1 ? weeks : 1
}

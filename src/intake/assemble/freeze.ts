/** Guards against accidental changes to the assembled problem. */

/** Deep-freezes plain data, including a Map's entries but not the Map itself (its type is read-only). */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  const inside = value instanceof Map ? value.values() : Object.values(value)
  for (const one of inside) freeze(one)
  return value
}

/** Prevents accidental changes to the assembled problem. */

/** Freezes plain data all the way down; a Map's entries too, though not the Map (its type is read-only). */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  const inside = value instanceof Map ? value.values() : Object.values(value)
  for (const one of inside) freeze(one)
  return value
}

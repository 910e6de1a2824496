/** The merge patch (RFC 7396) from one JSON value to another: removed fields become null, and lists are sent whole. */
export function mergePatch(before: object, after: object): Record<string, unknown> {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const [old, now] = [was.get(name), is.get(name)]
      if (isSame(old, now)) return []
      return [[name, isPlain(old) && isPlain(now) ? mergePatch(old, now) : (now ?? null)]]
    }),
  )
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

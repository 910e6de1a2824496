import { BadInput } from '../../src/errors.ts'

/**
 * Does each of several readings of one body, and throws the complaints of all of them together. Readings that fail with the same error, since
 * they need the same part, are told once.
 */
export async function together<T extends Record<string, unknown>>(
  readings: {
    readonly [K in keyof T]: () => T[K] | Promise<T[K]>
  },
): Promise<T> {
  const errors = new Set<BadInput>()
  const read: [string, unknown][] = []
  for (const [name, reading] of Object.entries<() => unknown>(readings)) {
    try {
      read.push([name, await reading()])
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      errors.add(error)
    }
  }
  if (errors.size > 0) throw new BadInput([...errors].flatMap(({ complaints }) => complaints))
  // Every name of T has been read, or something was thrown.
  return Object.fromEntries(read) as T
}

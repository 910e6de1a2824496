import { BadInput } from '../../src/errors.ts'

/**
 * Runs several readers of one body and throws all their complaints together. If readers fail with the same error, because they
 * need the same part, it is reported once.
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
  // Complete, since a failed reading would have thrown.
  return Object.fromEntries(read) as T
}

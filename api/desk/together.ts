import { BadInput, type Complaint } from '../../src/errors.ts'

/** Does each of several readings of one body, and throws the complaints of all of them together. */
export async function together<T extends Record<string, unknown>>(
  readings: {
    readonly [K in keyof T]: () => T[K] | Promise<T[K]>
  },
): Promise<T> {
  const complaints: Complaint[] = []
  const read: [string, unknown][] = []
  for (const [name, reading] of Object.entries<() => unknown>(readings)) {
    try {
      read.push([name, await reading()])
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      complaints.push(...error.complaints)
    }
  }
  if (complaints.length > 0) throw new BadInput(complaints)
  // Every name of T has been read, or something was thrown.
  return Object.fromEntries(read) as T
}

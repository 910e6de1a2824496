/** Runs several readers and returns all results, or throws all their complaints together. */
import { BadInput, type Complaint } from '../src/errors.ts'

/** Throws one BadInput with every complaint, after running all readers. */
export function allAtOnce<T extends Record<string, unknown>>(readings: { readonly [K in keyof T]: () => T[K] }): T {
  const complaints: Complaint[] = []
  const read = Object.entries<() => unknown>(readings).map(([name, reading]) => {
    try {
      return [name, reading()] as const
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      complaints.push(...error.complaints)
      return [name, undefined] as const
    }
  })
  if (complaints.length > 0) throw new BadInput(complaints)
  return Object.fromEntries(read) as T
}

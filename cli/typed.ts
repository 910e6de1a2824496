/** Maps complaints about a request assembled from files and options back to what the user typed. */
import { BadInput, type Complaint } from '../src/errors.ts'

/** By pointer: a file or an option. */
export type Sources = Readonly<Record<string, string>>

/** Runs `work`; errors name the option, or the file and the place in it. */
export async function asTyped<T>(sources: Sources, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.complaints.map((complaint) => ({ ...complaint, pointer: placeOf(complaint, sources) })))
  }
}

/** The source with the longest matching pointer. */
function placeOf({ pointer }: Complaint, sources: Sources): string {
  const steps = pointer.split('/')
  for (let length = steps.length; length > 1; length--) {
    const source = sources[steps.slice(0, length).join('/')]
    const rest = steps.slice(length)
    if (source !== undefined) return rest.length === 0 ? source : `${source} /${rest.join('/')}`
  }
  return pointer
}

/** Complaints about a request that was put together from files and options, in the words of whoever typed them. */
import { BadInput, type Complaint } from '../src/errors.ts'

/** By pointer: a file or an option. */
export type Sources = Readonly<Record<string, string>>

/** Does the work; errors name the file, with the place in it, or the option. */
export async function asTyped<T>(sources: Sources, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.complaints.map((complaint) => ({ ...complaint, pointer: placeOf(complaint, sources) })))
  }
}

/** The longest pointer that is known by a name of its own. */
function placeOf({ pointer }: Complaint, sources: Sources): string {
  const steps = pointer.split('/')
  for (let length = steps.length; length > 1; length--) {
    const source = sources[steps.slice(0, length).join('/')]
    const rest = steps.slice(length)
    if (source !== undefined) return rest.length === 0 ? source : `${source} /${rest.join('/')}`
  }
  return pointer
}

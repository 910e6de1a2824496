import { BadInput } from '../../src/errors.ts'

/** Does something with a part of a body: complaints of what stands inside it point into the body. */
export async function within<T>(field: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.complaints.map((complaint) => ({ ...complaint, pointer: field + complaint.pointer })))
  }
}

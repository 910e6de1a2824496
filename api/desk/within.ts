import { BadInput } from '../../src/errors.ts'

/** Works on a part of a body: errors inside it point into the body. */
export async function within<T>(field: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.complaints.map((complaint) => ({ ...complaint, pointer: field + complaint.pointer })))
  }
}

import { BadInput } from '../../src/errors.ts'

/** Processes one field of a body: pointers of errors inside it are prefixed with the field's name. */
export async function within<T>(field: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const name = `"${field.split('/').at(-1)}"`
    throw new BadInput(
      error.complaints.map(({ pointer, detail, ...complaint }) => ({
        pointer: field + pointer,
        detail: pointer === '' ? detail.replace(/^The document (?=must )/, `${name} `) : detail,
        ...complaint,
      })),
    )
  }
}

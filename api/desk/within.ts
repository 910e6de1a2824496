import { BadInput } from '../../src/errors.ts'

/** Works on a part of a body: errors inside it point into the body, and call the part by its name. */
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

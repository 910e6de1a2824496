/** Bad input in the words of somebody who typed a command. */
import type { Complaint } from '../src/errors.ts'

/** `week.json /people/3/role: There is no such role (seen "gpp"; maybe gp)`. */
export function complaintLine({ pointer, detail, seen, maybe }: Complaint, source = ''): string {
  const where = [source, pointer].filter((text) => text !== '').join(' ')
  const hints = [...(seen === undefined ? [] : [`seen ${seen}`]), ...(maybe === undefined ? [] : [`maybe ${maybe}`])]
  return `${where === '' ? '' : `${where}: `}${detail}${hints.length === 0 ? '' : ` (${hints.join('; ')})`}`
}

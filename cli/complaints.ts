/** Bad input in the words of somebody who typed a command. */
import type { Complaint } from '../src/errors.ts'

/** `week.json /people/3/role: There is no such role (seen "gpp"; maybe gp)`. */
export function complaintLine({ pointer, detail, seen, maybe }: Complaint, source = ''): string {
  const where = [source, pointer].filter((text) => text !== '').join(' ')
  const hints = [...(seen === undefined ? [] : [`seen ${seen}`]), ...(maybe === undefined ? [] : [`maybe ${maybe}`])]
  return visible(`${where === '' ? '' : `${where}: `}${detail}${hints.length === 0 ? '' : ` (${hints.join('; ')})`}`)
}

/** Control characters as JSON writes them: what is refused for them must not reach the terminal by its own refusal. */
function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Words a complaint for somebody who typed a command. */
import type { Candidate, Complaint } from '../src/errors.ts'

/** How many candidates are listed. */
const LISTED = 8

/** `week.json /people/3/role: There is no such role (got "gpp"; try gp)`, and below it what there is to choose from. */
export function complaintLine(complaint: Complaint, source = ''): string {
  const { pointer, detail, seen, maybe, candidates = [] } = complaint
  const where = [source, pointer].filter((text) => text !== '').join(' ')
  const hints = [...(seen === undefined ? [] : [`got ${seen}`]), ...(maybe === undefined ? [] : [`try ${maybe}`])]
  const line = `${where === '' ? '' : `${where}: `}${detail}${hints.length === 0 ? '' : ` (${hints.join('; ')})`}`
  const left = candidates.length - LISTED
  const choices = candidates.slice(0, LISTED).map(choice)
  return [line, ...choices, ...(left > 0 ? [`- and ${left} more`] : [])].map(visible).join('\n')
}

/** "- Sam Jones (p1), GP, Alder Road": the id appears once, even if the name already ends with it. */
function choice({ id, name, tells }: Candidate): string {
  const whole = name.endsWith(`(${id})`) ? name : `${name} (${id})`
  return `- ${whole}${tells === '' ? '' : `, ${tells}`}`
}

/** Escapes control characters as JSON does: input rejected for them must not reach the terminal through its own error. */
function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

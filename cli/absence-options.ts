/** Command options that describe an absence. */
import { type Call, textOption, textsOption } from './call.ts'
import type { Option } from './command.ts'

export const ABSENCE_OPTIONS: readonly Option[] = [
  { name: 'away', kind: 'text', value: 'PERSON', help: 'who is away: an id, or a name if it is one person’s' },
  { name: 'from', kind: 'text', value: 'DATE', help: 'first day of the absence (default: today)' },
  { name: 'to', kind: 'text', value: 'DATE', help: 'last day of the absence (default: the first)' },
  { name: 'part', kind: 'texts', value: 'PART …', help: 'parts of the day, such as am (default: all)' },
  {
    name: 'now',
    kind: 'text',
    value: 'TIME',
    help: 'the time now, like 2026-11-30T07:40: what has begun does not change (default: the start of today)',
  },
]

/** Maps each part of the request to its option, for complaints. */
export const ABSENCE_SOURCES = {
  '/away/person': '--away',
  '/away/from': '--from',
  '/away/to': '--to',
  '/away/parts': '--part',
  '/now': '--now',
} as const

/** The absence in request format. */
export function awayOf(call: Call, person: string, today: string) {
  const to = textOption(call, 'to')
  const from = textOption(call, 'from') ?? (textOption(call, 'now') ?? today).slice(0, 'YYYY-MM-DD'.length)
  const parts = textsOption(call, 'part')
  return { person, from, ...(to === undefined ? {} : { to }), ...(parts.length === 0 ? {} : { parts }) }
}

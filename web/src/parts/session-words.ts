/** The user's own sessions, in short words for small screens. */

const WORK: Readonly<Record<string, string>> = {
  clinic: 'Clinic',
  duty: 'Duty',
  visits: 'Home visits',
  supervision: 'Supervision',
  admin: 'Admin',
  training: 'Protected learning',
  outside: 'Partner organisation',
}

export function workOf({ work, remote }: { readonly work: string; readonly remote?: true | undefined }): string {
  return work === 'clinic' && remote === true ? 'Phone clinic' : (WORK[work] ?? work)
}

/** "8:30am" */
export function clock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const half = hours < 12 ? 'am' : 'pm'
  const twelve = hours % 12 === 0 ? 12 : hours % 12
  return minutes === 0 ? `${twelve}${half}` : `${twelve}:${String(minutes).padStart(2, '0')}${half}`
}

export interface DayPart {
  readonly id: string
  readonly starts: string
  readonly days?: readonly string[] | undefined
}

/** "mornings and Saturday mornings"; parts that share a name are distinguished by their start times. */
export function partsWords(ids: readonly string[], parts: readonly DayPart[]): string {
  const nameOf = ({ starts, days = [] }: DayPart) =>
    `${days.length === 1 && days[0] === 'sat' ? 'Saturday ' : ''}${partOfDay(starts)}s`
  const words = ids.map((id) => {
    const part = parts.find((one) => one.id === id)
    if (part === undefined) return id
    const isAlone = parts.every((one) => one === part || nameOf(one) !== nameOf(part))
    return isAlone ? nameOf(part) : `${nameOf(part)} from ${clock(part.starts)}`
  })
  return words.join(' and ')
}

/** From the clock time, because ids are chosen by the network. */
export function partOfDay(starts: string): string {
  if (starts < '12:00') return 'morning'
  return starts < '17:30' ? 'afternoon' : 'evening'
}

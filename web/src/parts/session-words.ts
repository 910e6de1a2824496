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

/** From the clock time, because ids are chosen by the network. */
export function partOfDay(starts: string): string {
  if (starts < '12:00') return 'morning'
  return starts < '17:30' ? 'afternoon' : 'evening'
}

const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** "December 2026", from `2026-12`. */
export function monthWords(month: string): string {
  return MONTH.format(new Date(`${month}-15T12:00:00Z`))
}

/** Formats figures the way practices write them. */

/** "93%". Never rounded up: 89.6% hasn't reached 90%. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-6)}%`
}

/** "0.7%", for a gap. Never rounded down, because it is a guarantee. */
export function distance(gap: number): string {
  return `${(Math.ceil(gap * 1000 - 1e-6) / 10).toFixed(1)}%`
}

/** "8.5" or "41": tenths matter for a session, not for a week. */
export function contacts(count: number): string {
  return count < 10 ? String(Math.round(count * 10) / 10) : whole(count)
}

/** "41,230". */
export function whole(count: number): string {
  return Math.round(count).toLocaleString('en-GB')
}

/** "£41,230", "−£41". */
export function pounds(amount: number): string {
  return Math.round(amount) < 0 ? `−£${whole(-amount)}` : `£${whole(amount)}`
}

/** "1 session", "8 sessions". */
export function counted(count: number, thing: string): string {
  return `${whole(count)} ${thing}${count === 1 ? '' : 's'}`
}

/** "12.5 hours". */
export function hours(minutes: number): string {
  const shown = (Math.round(minutes / 6) / 10).toLocaleString('en-GB')
  return `${shown} hour${shown === '1' ? '' : 's'}`
}

import { isDay } from '../../parts/dates.ts'

/** What of this page stands in its address. */
export interface HistorySearch {
  readonly week?: string
  readonly version?: number
}

/** Without what cannot be read. */
export function readHistorySearch({ week, version }: Readonly<Record<string, unknown>>): HistorySearch {
  const number = Number(version)
  return {
    ...(typeof week === 'string' && isDay(week) ? { week } : {}),
    ...(Number.isInteger(number) && number > 0 ? { version: number } : {}),
  }
}

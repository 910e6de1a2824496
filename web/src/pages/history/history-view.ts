import { isDay } from '../../parts/dates.ts'

/** The parts of this page's state kept in its URL. */
export interface HistorySearch {
  readonly week?: string
  readonly version?: number
}

/** Drops invalid values. */
export function readHistorySearch({ week, version }: Readonly<Record<string, unknown>>): HistorySearch {
  const number = Number(version)
  return {
    ...(typeof week === 'string' && isDay(week) ? { week } : {}),
    ...(Number.isInteger(number) && number > 0 ? { version: number } : {}),
  }
}

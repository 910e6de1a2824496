/** Converts working time in any unit to sessions a week. */
import type { Cell } from '../cells/sheet.ts'

/** Full time: nine sessions of 4 hours 10 minutes, as in the model contract for salaried GPs. */
export const FULL_TIME = { sessions: 9, hours: 37.5 } as const

export type AmountUnit = 'sessions' | 'hours' | 'wte'

export interface Amount {
  readonly sessions: number
  /** True if it was converted. */
  readonly converted: boolean
}

/** Null if the value isn't a plausible amount of work per week. */
export function amountOf(cell: Cell, unit: AmountUnit): Amount | null {
  if (typeof cell === 'number') return converted(cell, unit)
  if (typeof cell === 'object' && cell !== null && cell.kind === 'moment' && unit === 'hours' && cell.date === null) {
    const [hours = 0, minutes = 0] = (cell.time ?? '').split(':').map(Number)
    return converted(hours + minutes / 60, unit)
  }
  if (typeof cell !== 'string') return null
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(cell)
  if (clock && unit === 'hours') return converted(Number(clock[1]) + Number(clock[2]) / 60, unit)
  const [, number, word = ''] = /^(\d{1,3}(?:\.\d+)?)\s*([a-z./ ]*)$/i.exec(cell.replace(',', '.')) ?? []
  if (number === undefined) return null
  const own = unitOf(word)
  if (word.trim() !== '' && own === null) return null
  return converted(Number(number), own ?? unit)
}

function unitOf(word: string): AmountUnit | null {
  if (/^\s*(sess(ion)?s?)\b/i.test(word)) return 'sessions'
  if (/^\s*(h|hrs?|hours?)\b/i.test(word)) return 'hours'
  return /^\s*(w\.?t\.?e|f\.?t\.?e|ltft)\b/i.test(word) ? 'wte' : null
}

function converted(amount: number, unit: AmountUnit): Amount | null {
  const sessions =
    unit === 'sessions'
      ? amount
      : unit === 'wte'
        ? amount * FULL_TIME.sessions
        : (amount / FULL_TIME.hours) * FULL_TIME.sessions
  const rounded = Math.round(sessions * 100) / 100
  return rounded < 0 || rounded > 14 || !Number.isFinite(rounded)
    ? null
    : { sessions: rounded, converted: unit !== 'sessions' }
}

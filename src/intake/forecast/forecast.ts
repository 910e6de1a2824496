/**
 * Forecasts contacts by day: level × weekday × month × kind of day. All four are estimated from the series; for short series, the month
 * and kind-of-day factors are shrunk towards England's. The level is estimated from recent weeks, and restarts after a level change.
 */
import type { Day } from '../../time.ts'
import { SEASON } from '../network/arrival-shape.ts'
import { type DayCount, type DayCounts, type DayKind, weekdayOn } from './day-counts.ts'

/** Log factors, so that they can be added. */
export interface Factors {
  readonly weekday: Readonly<Record<string, number>>
  readonly month: readonly number[]
  readonly kind: Readonly<Record<DayKind, number>>
}

export interface LevelChange {
  readonly date: Day
  /** Relative to the level before: 0.91 is nine per cent less. */
  readonly factor: number
}

export interface Fitted {
  readonly factors: Factors
  /** Log of an ordinary day's contacts. */
  readonly level: number
  readonly change: LevelChange | null
  /** 80th percentile of the ratio of actual to expected contacts, one week ahead. */
  readonly p80: number
}

/** Candidate half-lives, in days, of the level's exponential weights. */
const HALF_LIVES = [5, 8, 12, 20, 40]
/** Working days a new level must have lasted, and working days it is compared with. */
const RECENT = 10
const BEFORE = 50
/** Changes below this size, or within this many standard errors, are ignored. */
const LEAST_CHANGE = 0.05
const ERRORS = 4
/** Strength of the prior, in days: this many observed days of a kind weigh as much as the prior. */
const PRIOR_DAYS = 4

export function fitForecast({ days, kindOf }: DayCounts): Fitted {
  const factors = factorsOf(days, kindOf)
  const rest = days.map(({ date, contacts }) => ({
    date,
    value: Math.log(contacts) - effectOf(date, kindOf(date), factors),
  }))
  const change = changeIn(rest)
  const since = change === null ? rest : rest.filter(({ date }) => date >= change.date)
  const halfLife = change === null ? bestHalfLife(rest) : RECENT
  const level = weighted(since, halfLife)
  const ratios = rest
    .slice(30)
    .map(({ date, value }, n) => ({ date, ratio: value - weighted(rest.slice(Math.max(0, n - 10), n + 25), halfLife) }))
  return {
    factors,
    level,
    change,
    p80: quantile(
      ratios.slice(-120).map(({ ratio }) => ratio),
      0.8,
    ),
  }
}

/** Expected contacts on a day; zero if it is closed. */
export function expected(date: Day, kind: DayKind, { factors, level }: Fitted): number {
  return kind === 'closed' ? 0 : Math.exp(level + effectOf(date, kind, factors))
}

function effectOf(date: Day, kind: DayKind, { weekday, month, kind: kinds }: Factors): number {
  return (weekday[weekdayOn(date)] ?? 0) + (month[monthOf(date)] ?? 0) + kinds[kind]
}

function monthOf(date: Day): number {
  return Number(date.slice(5, 7)) - 1
}

type KindOf = DayCounts['kindOf']

/** Fitted in turn, each given the others. */
function factorsOf(days: readonly DayCount[], kindOf: KindOf): Factors {
  const none = { ordinary: 0, before: 0, after: 0, christmas: 0, closed: 0 }
  const season = SEASON.map(Math.log)
  const rows = days.map(({ date, contacts }) => ({ date, kind: kindOf(date), value: Math.log(contacts) }))
  const month = monthsOf(rows, season)
  let factors: Factors = { weekday: {}, month, kind: none }
  for (let pass = 0; pass < 3; pass += 1) {
    const smooth = smoothed(rows.map(({ date, kind, value }) => value - effectOf(date, kind, factors)))
    const left = rows.map(({ value }, n) => value - (smooth[n] ?? 0))
    const ordinary = rows.flatMap(({ date, kind }, n) =>
      kind === 'ordinary' ? [[weekdayOn(date), (left[n] ?? 0) - (month[monthOf(date)] ?? 0)] as const] : [],
    )
    const weekday = means(ordinary, 0)
    const centre = average(Object.values(weekday))
    const centred = Object.fromEntries(Object.entries(weekday).map(([day, value]) => [day, value - centre]))
    const beside = rows.map(
      ({ date, kind }, n) =>
        [kind, (left[n] ?? 0) - (month[monthOf(date)] ?? 0) - (centred[weekdayOn(date)] ?? 0)] as const,
    )
    factors = {
      weekday: centred,
      month,
      kind: {
        ...none,
        ...means(
          beside.filter(([kind]) => kind !== 'ordinary'),
          PRIOR_DAYS,
        ),
      },
    }
  }
  return factors
}

interface Row {
  readonly date: Day
  readonly kind: DayKind
  readonly value: number
}

/** England's month factors, adjusted towards the series' own for months observed as part of a full year. */
function monthsOf(rows: readonly Row[], season: readonly number[]): readonly number[] {
  const seen = rows.flatMap(({ date, kind, value }, n): (readonly [string, number])[] => {
    if (kind !== 'ordinary') return []
    const year = rows.slice(Math.max(0, n - 125), n + 126)
    return year.length < 230 ? [] : [[String(monthOf(date)), value - average(year.map((one) => one.value))]]
  })
  const own = means(seen, 40)
  return season.map((england, month) => {
    const days = seen.filter(([name]) => name === String(month)).length
    const share = days / (days + 20)
    return (1 - share) * england + share * (own[month] ?? 0)
  })
}

/** Means by name; `prior` counts as that many additional zeros. */
function means(rows: readonly (readonly [string, number])[], prior: number): Record<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const [name, value] of rows) {
    const { sum, count } = sums.get(name) ?? { sum: 0, count: 0 }
    sums.set(name, { sum: sum + value, count: count + 1 })
  }
  return Object.fromEntries([...sums].map(([name, { sum, count }]) => [name, sum / (count + prior)]))
}

/** Running medians over three weeks (15 working days). */
function smoothed(values: readonly number[]): number[] {
  return values.map((_, n) => quantile(values.slice(Math.max(0, n - 7), n + 8), 0.5))
}

interface Dated {
  readonly date: Day
  readonly value: number
}

/** Exponentially weighted mean, with the most recent days weighing most. */
function weighted(rows: readonly Dated[], halfLife: number): number {
  let sum = 0
  let weights = 0
  for (const [n, { value }] of rows.entries()) {
    const weight = 2 ** (-(rows.length - 1 - n) / halfLife)
    sum += weight * value
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

/** The half-life that would have forecast the previous weeks best, two weeks ahead. */
function bestHalfLife(rows: readonly Dated[]): number {
  const errors = HALF_LIVES.map((halfLife) => {
    const origins = Array.from({ length: 24 }, (_, n) => rows.length - 10 - 5 * n).filter((at) => at >= 30)
    const misses = origins.map((at) =>
      Math.abs(
        average(rows.slice(at + 5, at + 10).map(({ value }) => value)) -
          weighted(rows.slice(Math.max(0, at - 120), at), halfLife),
      ),
    )
    return { halfLife, miss: average(misses) }
  })
  return errors.reduce((best, one) => (one.miss < best.miss ? one : best)).halfLife
}

/** Tests whether the last two weeks differ in level from the ten before. */
function changeIn(rows: readonly Dated[]): LevelChange | null {
  const [recent, before] = [rows.slice(-RECENT), rows.slice(-RECENT - BEFORE, -RECENT)]
  const [first] = recent
  if (first === undefined || before.length < BEFORE) return null
  const values = before.map(({ value }) => value)
  const mean = average(values)
  const spread = Math.sqrt(average(values.map((value) => (value - mean) ** 2)))
  const shift =
    quantile(
      recent.map(({ value }) => value),
      0.5,
    ) - quantile(values, 0.5)
  const isChange = Math.abs(shift) > LEAST_CHANGE && Math.abs(shift) > (ERRORS * spread) / Math.sqrt(RECENT)
  return isChange ? { date: first.date, factor: Math.round(Math.exp(shift) * 1000) / 1000 } : null
}

export function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Linear interpolation between the two nearest values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}

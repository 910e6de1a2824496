/** Remarks on closures, leave and dates in rules that lie outside the horizon and so have no effect. */
import type { Remark } from '../../remark.ts'
import { type Day, type Horizon, isDay } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { Look } from './look.ts'

/** A long list, such as a year's closures, is intentional; a few dates that are all outside probably aren't. */
const FEW = 3

/** Reports closures outside the horizon unless there are many, and leave and rules' dates whose year looks wrong. */
export const datesOutside: Look = (document, horizon) => [
  ...closuresOutside(document, horizon),
  ...leaveOfAnotherYear(document, horizon),
  ...coverOutside(document, horizon),
]

function closuresOutside({ closed = [] }: RotaDocument, horizon: Horizon): Remark[] {
  const outside = closed.flatMap(({ date, why }, index) => (horizon.days.includes(date) ? [] : [{ date, why, index }]))
  const doubted =
    outside.length > FEW ? outside.filter(({ date }) => anotherYear(date, horizon) !== undefined) : outside
  return doubted.map(({ date, why, index }) => ({
    pointer: `/closed/${index}/date`,
    detail: `${date} (${why}) is outside the rota, which runs ${span(horizon)}: it closes nothing.`,
    ...suggestion(anotherYear(date, horizon)),
  }))
}

function leaveOfAnotherYear({ people }: RotaDocument, horizon: Horizon): Remark[] {
  return people.flatMap((person, index) =>
    (person.away ?? []).flatMap(({ from, to }, n) => {
      const apart = to < horizon.from || from > (horizon.days.at(-1) ?? '')
      const meant = apart ? (anotherYear(from, horizon) ?? anotherYear(to, horizon)) : undefined
      if (meant === undefined) return []
      return [
        {
          pointer: `/people/${index}/away/${n}`,
          detail: `${person.name} is away from ${from} to ${to}, outside the rota, which runs ${span(horizon)}.`,
          maybe: `${meant.slice(0, 4)}, if another year was meant`,
        },
      ]
    }),
  )
}

function coverOutside({ rules = {} }: RotaDocument, horizon: Horizon): Remark[] {
  return Object.entries(rules).flatMap(([rule, given]) =>
    Object.entries(given === false ? {} : given).flatMap(([number, rows]) =>
      datesIn(rows).flatMap(({ date, row, at }) =>
        horizon.days.includes(date)
          ? []
          : [
              {
                pointer: `/rules/${rule}/${number}/${row}/dates/${at}`,
                detail: `${date} is outside the rota, which runs ${span(horizon)}: it has no effect.`,
                ...suggestion(anotherYear(date, horizon)),
              },
            ],
      ),
    ),
  )
}

/** Dates in the rows of a rule's number, if it has such rows. */
function datesIn(rows: unknown): { date: Day; row: number; at: number }[] {
  if (!Array.isArray(rows)) return []
  return rows.flatMap((given: unknown, row) => {
    const dates: unknown = typeof given === 'object' && given !== null && 'dates' in given ? given.dates : []
    if (!Array.isArray(dates)) return []
    return dates.flatMap((date: unknown, at) => (typeof date === 'string' && isDay(date) ? [{ date, row, at }] : []))
  })
}

/** The same day and month in the previous or next year, if that is in the horizon, so that the year was probably a slip. */
function anotherYear(date: Day, horizon: Horizon): Day | undefined {
  const year = Number(date.slice(0, 4))
  return [1, -1]
    .map((step) => `${String(year + step).padStart(4, '0')}${date.slice(4)}`)
    .find((other) => horizon.days.includes(other))
}

function suggestion(maybe: Day | undefined): { maybe?: string } {
  return maybe === undefined ? {} : { maybe }
}

function span({ from, days }: Horizon): string {
  return `from ${from} to ${days.at(-1)}`
}

/** Duty doctors by name, for a terminal. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { Report } from '../../report.ts'
import { shortDay } from '../../time.ts'
import type { DutyReport } from '../../week-book.ts'
import type { Print } from './print.ts'
import { siteCodes } from './site-codes.ts'
import { type Cell, type Row, table } from './table.ts'
import { cut, wrap } from './wrap.ts'

/**
 * Minimum and maximum characters of a name in a cell, chosen so that five days fit on a page. If there is less room, each day gets its
 * own line.
 */
const NAME = { least: 9, most: 18 } as const
const NOBODY = 'NOBODY'

/** One table per week, with sites and duty hours as rows and days as columns; on narrow paper one line per day and site. */
export function dutyLines({ duties }: Report, problem: Problem, print: Print): string[] {
  const own = duties.filter(({ site }) => print.site === undefined || site === print.site)
  const weeks = Array.from({ length: problem.horizon.weeks }, (_, week) => {
    const days = problem.horizon.days.slice(week * 7, week * 7 + 7)
    return own.filter(({ date }) => days.includes(date))
  }).filter((mine) => mine.length > 0)
  if (weeks.length === 0) return ['This network asks for no duty doctor.']
  return weeks.flatMap((mine, n) => [...(n === 0 ? [] : ['']), ...weekLines(mine, problem, print)])
}

function weekLines(duties: readonly DutyReport[], problem: Problem, print: Print): string[] {
  const days = [...new Set(duties.map(({ date }) => date))]
  const sites = problem.sites.filter(({ id }) => duties.some(({ site }) => site === id))
  const longest = Math.max(...sites.map(({ name }) => name.length))
  const room = Math.floor((print.width - longest - HOURS) / days.length) - 2
  if (room < NAME.least)
    return grouped(duties, ({ date, site }) => `${date} ${site}`).flatMap((mine) =>
      wrap(`- ${dayWords(mine, problem)}`, print.width, 2),
    )
  const head: Row = [{ text: '' }, ...days.map((day): Cell => ({ text: shortDay(day), mark: 'quiet' }))]
  const rows = sites.flatMap(({ id, name }) => {
    const mine = duties.filter(({ site }) => site === id)
    const hours = [...new Set(mine.map(hoursOf))].sort()
    return hours.flatMap((time, n): Row[] => {
      const on = days.map((day) => mine.filter((d) => d.date === day && hoursOf(d) === time))
      // Several duties at the same time are stacked.
      const most = Math.max(...on.map((duties) => duties.length))
      return Array.from({ length: most }, (_, k): Row => {
        const first = k === 0 ? `${(n === 0 ? name : '').padEnd(longest)}  ${time}` : ''
        return [{ text: first }, ...on.map((duties) => cellOf(duties[k], problem, Math.min(room, NAME.most)))]
      })
    })
  })
  return table([head, ...rows], print)
}

/** Width of "08:00–13:20" and the space before it. */
const HOURS = 13

function hoursOf({ from, to }: DutyReport): string {
  return `${from}–${to}`
}

/** The name, truncated to fit. */
function cellOf(duty: DutyReport | undefined, problem: Problem, room: number): Cell {
  if (duty === undefined) return { text: '' }
  return duty.person === null ? { text: NOBODY, mark: 'bad' } : { text: cut(nameOf(duty, problem), room) }
}

/** "GP 1", or "GP 1 >BL" for a shared duty doctor who is at Birch Lane. */
function nameOf({ person, at }: DutyReport, problem: Problem): string {
  const name = person === null ? NOBODY : (problem.personById.get(person)?.name ?? person)
  return at === undefined ? name : `${name} >${siteCodes(problem.sites).get(at) ?? at}`
}

/** "Mon 30 Nov, Alder Road: 08:00–13:20 GP 1, 13:20–18:30 GP 2". */
function dayWords(duties: readonly DutyReport[], problem: Problem): string {
  const [{ date, site } = { date: '', site: '' }] = duties
  const stretches = duties.map((duty) => `${hoursOf(duty)} ${nameOf(duty, problem)}`)
  return `${shortDay(date)}, ${problem.siteById.get(site)?.name ?? site}: ${stretches.join(', ')}`
}

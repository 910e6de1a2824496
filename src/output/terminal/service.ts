/** Who is met in time and who is not, for a terminal. */
import { URGENT_TARGET } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { Report, ServiceFigure, UnmetReport } from '../../report.ts'
import { dayName, shortDay } from '../../time.ts'
import { contacts, percent, whole } from '../figures.ts'
import type { Paper } from './ink.ts'
import { type Cell, type Row, table } from './table.ts'
import { cut } from './wrap.ts'

/** The largest gaps that are told one by one; the table by need holds the rest. */
const GAPS_SHOWN = 12

/** Share of urgent need met on the day, by site (rows) and day (columns), week by week. */
export function urgentByDay(report: Report, problem: Problem, paper: Paper): string[] {
  const lines: string[] = []
  for (let week = 0; week < problem.horizon.weeks; week++) {
    const days = problem.horizon.days.slice(week * 7, week * 7 + 7)
    const due = days.filter((date) => report.service.byDay.some((figure) => figure.date === date))
    if (due.length > 0) lines.push(...table(urgentRows(report, problem, due), paper), '')
  }
  return lines.length === 0
    ? ['No urgent need is expected.']
    : [...lines.slice(0, -1), `! is below the target of ${percent(URGENT_TARGET)}.`]
}

function urgentRows(report: Report, problem: Problem, days: readonly string[]): Row[] {
  const figures = report.service.byDay.filter((figure) => days.includes(figure.date))
  const row = (
    name: string,
    mine: readonly ServiceFigure[],
    onDay: (date: string) => readonly ServiceFigure[],
  ): Row => [{ text: name }, ...days.map((date) => urgentCell(onDay(date))), urgentCell(mine)]
  const sites = problem.sites.map((site) => {
    const mine = figures.filter((figure) => figure.site === site.id)
    return row(site.name, mine, (date) => mine.filter((figure) => figure.date === date))
  })
  const all = row('All', figures, (date) => figures.filter((figure) => figure.date === date))
  return [
    [{ text: '' }, ...days.map((date) => ({ text: shortDay(date) })), { text: 'week' }],
    ...sites,
    ...(sites.length > 1 ? [all] : []),
  ]
}

function urgentCell(figures: readonly ServiceFigure[]): Cell {
  const due = figures.reduce((sum, figure) => sum + figure.due, 0)
  if (due === 0) return { text: '' }
  const share = figures.reduce((sum, figure) => sum + figure.inTime, 0) / due
  const below = share < URGENT_TARGET - 1e-9
  return { text: `${percent(share)}${below ? '!' : ' '}`, mark: below ? 'bad' : 'plain' }
}

/** Needs in order of weight: what is due, how much of it is in time, how many wait at the end. */
export function unmetNeed(report: Report, problem: Problem, paper: Paper): string[] {
  const place = new Map(report.service.byNeed.map((figure) => [figure.need, figure]))
  const needs = [...problem.needs].sort((a, b) => b.weight - a.weight)
  const rows = needs.flatMap((need): Row[] => {
    const figure = place.get(need.id)
    if (!figure) return []
    const late = figure.due - figure.inTime
    const share: Cell = figure.due === 0 ? { text: '–' } : { text: percent(figure.share) }
    const waiting = need.withinDays === 0 ? '–' : whole(figure.waiting)
    return [
      [
        { text: need.title },
        { text: within(need.withinDays) },
        { text: whole(figure.due) },
        share,
        { text: contacts(late) },
        { text: waiting },
      ],
    ]
  })
  const head = ['Need', 'within', 'due', 'in time', 'late', 'left at the end'].map(
    (text): Cell => ({ text, mark: 'quiet' }),
  )
  return [...table([head, ...rows], paper), ...largestGaps(report, problem, paper)]
}

function within(days: number): string {
  return days === 0 ? 'the day' : days === 1 ? '1 day' : `${days} days`
}

function largestGaps(report: Report, problem: Problem, paper: Paper): string[] {
  const { unmet } = report.service
  if (unmet.length === 0) return ['', 'Everything that is due is met in time.']
  const shown = unmet.slice(0, GAPS_SHOWN).map((gap) => `  ${cut(gapLine(gap, problem), paper.width - 2)}`)
  const more = unmet.length > GAPS_SHOWN ? [`  and ${whole(unmet.length - GAPS_SHOWN)} more places and days`] : []
  return ['', 'Not met in time, the most pressing first:', ...shown, ...more]
}

function gapLine(gap: UnmetReport, problem: Problem): string {
  const need = problem.needById.get(gap.need)
  const site = problem.siteById.get(gap.site)?.name ?? gap.site
  return `${contacts(gap.contacts)} × ${need?.title ?? gap.need}, ${site}, due ${dayName(gap.date, problem.horizon)}`
}

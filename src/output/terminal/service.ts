/** Who is met in time and who is not, for a terminal. */
import { URGENT_TARGET } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { Report, ServiceFigure, UnmetReport } from '../../report.ts'
import { shortDay } from '../../time.ts'
import { contacts, counted, percent, whole } from '../figures.ts'
import type { Paper } from './ink.ts'
import { type Cell, type Row, table } from './table.ts'
import { wrap } from './wrap.ts'

/** Gaps that are told one by one; the table by need holds the rest. */
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
    return row(site.called, mine, (date) => mine.filter((figure) => figure.date === date))
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
    const late = report.service.unmet.filter((gap) => gap.need === need.id).reduce((sum, gap) => sum + gap.contacts, 0)
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
  return days === 0 ? 'the day' : counted(days, 'workday')
}

function largestGaps(report: Report, problem: Problem, paper: Paper): string[] {
  const gaps = gapsOf(report.service.unmet, problem)
  if (gaps.length === 0) return ['', 'Everything that is due is met in time.']
  const shown = gaps.slice(0, GAPS_SHOWN).flatMap((gap) => wrap(`- ${gapLine(gap, problem)}`, paper.width, 2))
  const more = gaps.length > GAPS_SHOWN ? [`  and ${whole(gaps.length - GAPS_SHOWN)} more`] : []
  return ['', 'Not met in time, the most pressing need first:', ...shown, ...more]
}

/** What one practice's patients miss of one need, over all days. */
interface Gap {
  readonly need: string
  readonly site: string
  readonly contacts: number
  readonly days: readonly UnmetReport[]
}

/** By weight of the need, then by contacts. */
function gapsOf(unmet: readonly UnmetReport[], problem: Problem): Gap[] {
  const gaps = new Map<string, UnmetReport[]>()
  for (const row of unmet) {
    const key = JSON.stringify([row.need, row.site])
    gaps.set(key, [...(gaps.get(key) ?? []), row])
  }
  const weight = (gap: Gap) => problem.needById.get(gap.need)?.weight ?? 0
  return [...gaps.values()]
    .map((rows): Gap => {
      const days = [...rows].sort((a, b) => (a.date < b.date ? -1 : 1))
      const total = rows.reduce((sum, row) => sum + row.contacts, 0)
      return { need: rows[0]?.need ?? '', site: rows[0]?.site ?? '', contacts: total, days }
    })
    .sort((a, b) => weight(b) - weight(a) || b.contacts - a.contacts)
}

function gapLine({ need, site, contacts: total, days }: Gap, problem: Problem): string {
  const where = problem.siteById.get(site)?.called ?? site
  const name = (date: string) => (problem.horizon.weeks > 1 ? shortDay(date) : shortDay(date).slice(0, 3))
  const when = days.map((day) => `${name(day.date)}: ${contacts(day.contacts)}`)
  return `${problem.needById.get(need)?.title ?? need}, ${where}: ${contacts(total)} (${when.join(', ')})`
}

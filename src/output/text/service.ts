/** Patients seen in time and not in time, for a terminal. */
import { URGENT_TARGET } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { Report, ServiceFigure } from '../../report.ts'
import { shortDay } from '../../time.ts'
import { counted, percent, whole } from '../figures.ts'
import type { Print } from './print.ts'
import { type Cell, type Row, table } from './table.ts'
import { wrap } from './wrap.ts'

/** Share of urgent need dealt with on the day, by site (rows) and day (columns), one table per week. */
export function urgentByDay(report: Report, problem: Problem, print: Print): string[] {
  const lines: string[] = []
  for (let week = 0; week < problem.horizon.weeks; week++) {
    const days = problem.horizon.days.slice(week * 7, week * 7 + 7)
    const due = days.filter((date) => report.service.byDay.some((figure) => figure.date === date))
    if (due.length > 0) lines.push(...table(urgentRows(report, problem, { days: due, print }), print), '')
  }
  return lines.length === 0
    ? ['No urgent need is expected.']
    : [
        ...lines.slice(0, -1),
        `${report.service.plan === 'p80' ? 'If days are busy. ' : ''}! is below the target of ${percent(URGENT_TARGET)}.`,
      ]
}

function urgentRows(
  report: Report,
  problem: Problem,
  { days, print }: { days: readonly string[]; print: Print },
): Row[] {
  const figures = report.service.byDay.filter((figure) => days.includes(figure.date))
  const row = (
    name: string,
    mine: readonly ServiceFigure[],
    onDay: (date: string) => readonly ServiceFigure[],
  ): Row => [{ text: name }, ...days.map((date) => urgentCell(onDay(date))), urgentCell(mine)]
  const sites = sitesOf(problem, print).map((site) => {
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

function sitesOf(problem: Problem, print: Print): Problem['sites'] {
  return problem.sites.filter(({ id }) => print.site === undefined || id === print.site)
}

function urgentCell(figures: readonly ServiceFigure[]): Cell {
  const due = figures.reduce((sum, figure) => sum + figure.due, 0)
  if (due === 0) return { text: '' }
  const share = figures.reduce((sum, figure) => sum + figure.inTime, 0) / due
  const below = share < URGENT_TARGET - 1e-9
  return { text: `${percent(share)}${below ? '!' : ' '}`, mark: below ? 'bad' : 'plain' }
}

/** True for less than one patient: a percentage of that tells nobody what to do. */
function isTooFew({ due, inTime }: { readonly due: number; readonly inTime: number }): boolean {
  return due < 1.5 && due - inTime > 0.05
}

/** Needs by descending weight: contacts due, share in time, and number waiting at the end. */
export function byNeed(report: Report, problem: Problem, print: Print): string[] {
  const place = new Map(report.service.byNeed.map((figure) => [figure.need, figure]))
  const needs = [...problem.needs].sort((a, b) => b.weight - a.weight)
  const rows = needs.flatMap((need): Row[] => {
    const figure = place.get(need.id)
    if (!figure) return []
    return [
      [
        { text: need.title },
        { text: within(need.withinDays) },
        { text: whole(figure.due) },
        isTooFew(figure) ? { text: '–' } : shareCell(figure),
        { text: whole(figure.due - figure.inTime) },
        { text: need.withinDays === 0 ? '–' : whole(figure.waiting) },
      ],
    ]
  })
  const meaning =
    'Targets in working days. Due: to be seen this week. Late: past the target. Waiting: not seen when the week ends, due or not.'
  return [
    ...table([headOf(['Need', 'target', 'due', 'in time', 'late', 'waiting']), ...rows], print),
    ...wrap(meaning, print.width),
  ]
}

/** Explains the columns of the table by practice. */
const MEANING =
  'Urgent: dealt with on the day. Routine: within its target. 1 week, 2 weeks: of the non-urgent patients who are seen. Late: patients past their target, by so many days at most. Waiting: not seen when the week ends.'

/** Figures for each practice's patients: urgent and routine need, and the contract's two measures. */
export function byPractice(report: Report, problem: Problem, print: Print): string[] {
  const rows = sitesOf(problem, print).flatMap((site): Row[] => {
    const own = report.service.bySite.find((row) => row.site === site.id)
    if (!own) return []
    return [
      [
        { text: site.name },
        shareCell(own.urgent),
        shareCell(own.routine),
        shareCell(own.withinOneWeek),
        shareCell(own.withinTwoWeeks),
        { text: whole(own.overdue.contacts) },
        { text: own.overdue.days === 0 ? '–' : whole(own.overdue.days) },
        { text: whole(own.waiting) },
      ],
    ]
  })
  const head = ['Practice', 'urgent', 'routine', '1 week', '2 weeks', 'late', 'days', 'waiting']
  return [...table([headOf(head), ...rows], print), ...wrap(MEANING, print.width)]
}

function headOf(words: readonly string[]): Row {
  return words.map((text): Cell => ({ text, mark: 'quiet' }))
}

function shareCell({ due, share }: ServiceFigure): Cell {
  return { text: due === 0 ? '–' : percent(share) }
}

function within(days: number): string {
  return days === 0 ? 'same day' : counted(days, 'day')
}

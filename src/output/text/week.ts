/** Every site's week, for a terminal. */
import type { Problem } from '../../problem.ts'
import type { Report } from '../../report.ts'
import { longDay, partName, type Session, shortDay } from '../../time.ts'
import { whole } from '../figures.ts'
import { aloneLines } from './doctors-alone.ts'
import { ink, type Paper } from './ink.ts'
import type { Print } from './print.ts'
import { safeDayLines } from './safe-day.ts'
import { shortPart } from './short-part.ts'
import { siteCodes } from './site-codes.ts'
import { type Grid, type GridRow, gridOf, sheetOf } from './week-grid.ts'
import { legend } from './work-codes.ts'
import { cut, wrapItems } from './wrap.ts'

/** Minimum width of the name column, and its maximum if a week has to be split. */
const NAMES = { least: 16, most: 30 } as const

/** One table per week and site. A week that is too wide for the paper is split between days. */
export function weekBySite(report: Report, problem: Problem, paper: Print): string[] {
  const codes = siteCodes(problem.sites)
  const sheet = sheetOf(report, problem, codes)
  const lines = [
    ...wrapItems(legend(report), paper.width),
    ...safeDayLines(report, problem, paper),
    ...closureLines(problem),
  ]
  for (let week = 0; week < problem.horizon.weeks; week++) {
    for (const site of problem.sites.filter(({ id }) => paper.site === undefined || id === paper.site)) {
      const title = `${site.name} (${codes.get(site.id)}), ${whole(site.patients)} patients`
      const alone = aloneLines(report, problem, { site: site.id, week, paper })
      lines.push('', ink(title, 'strong', paper), ...gridLines(gridOf(sheet, site, week), paper), ...alone)
    }
  }
  return lines
}

function closureLines(problem: Problem): string[] {
  return problem.closures.map((closure) => {
    const sites =
      closure.sites.length === problem.sites.length
        ? []
        : closure.sites.map((id) => problem.siteById.get(id)?.name ?? id)
    const parts = closure.parts.map(partName)
    const where = sites.length === 0 ? '' : `, ${sites.join(', ')}`
    const when = parts.length === 0 || parts.length === problem.horizon.parts.length ? '' : `, ${parts.join(' and ')}`
    return `Closed: ${longDay(closure.date)}${when}${where} (${closure.why})`
  })
}

function gridLines(grid: Grid, paper: Paper): string[] {
  if (grid.sessions.length === 0) return ['Closed all week.']
  const texts = grid.rows.flatMap((row) => [...row.cells.values()].map((cell) => cell.text.length))
  const cell = Math.max(4, ...texts) + 1
  const longest = Math.max(...grid.rows.map((row) => row.label.length))
  // Names may use the space that the week leaves, but never cause it to be split.
  const most = Math.max(NAMES.most, paper.width - grid.sessions.length * cell)
  const names = Math.min(most, Math.max(NAMES.least, longest), Math.floor(paper.width / 2))
  const stretches = splitDays(grid.sessions, Math.max(1, Math.floor((paper.width - names) / cell)))
  return stretches.flatMap((sessions, n) => [
    ...(n === 0 ? [] : ['']),
    ...headLines(sessions, { names, cell, paper }),
    ...grid.rows.map((row) => rowLine(row, sessions, { names, cell, paper })),
  ])
}

/** The layout of a stretch of days. */
interface Layout {
  readonly names: number
  readonly cell: number
  readonly paper: Paper
}

/** Groups whole days, as many as fit side by side; at least one, however narrow the paper. */
function splitDays(sessions: readonly Session[], room: number): Session[][] {
  const stretches: Session[][] = []
  for (const day of byDay(sessions)) {
    const last = stretches.at(-1)
    if (last && last.length + day.length <= room) last.push(...day)
    else stretches.push([...day])
  }
  return stretches
}

/** Sessions are ordered by time, so those of one day are adjacent. */
function byDay(sessions: readonly Session[]): Session[][] {
  const days: Session[][] = []
  for (const session of sessions) {
    const day = days.at(-1)
    if (day?.[0]?.date === session.date) day.push(session)
    else days.push([session])
  }
  return days
}

function headLines(sessions: readonly Session[], { names, cell, paper }: Layout): string[] {
  const days = byDay(sessions).map((day) => {
    const width = day.length * cell
    const name = shortDay(day[0]?.date ?? '')
    // "Mon 30" if there is no room for the month; just the weekday if the day has a single session.
    const shorter = name.length < width ? name : name.replace(/ \S+$/, '')
    return ` ${shorter.length < width ? shorter : name.slice(0, 3)}`.padEnd(width)
  })
  const parts = sessions.map((session) => ` ${shortPart(session.part, cell - 1)}`.padEnd(cell))
  return [days, parts].map((cells) => ink((' '.repeat(names) + cells.join('')).trimEnd(), 'quiet', paper))
}

function rowLine(row: GridRow, sessions: readonly Session[], { names, cell, paper }: Layout): string {
  const label = ink(cut(row.label, names).padEnd(names), row.mark, paper)
  const cells = sessions.map((session) => {
    const { text, mark } = row.cells.get(session.index) ?? { text: '' }
    return ` ${ink(text.padEnd(cell - 1), mark ?? 'plain', paper)}`
  })
  return (label + cells.join('')).trimEnd()
}

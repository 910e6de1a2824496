/** Each site's wall sheets as data: one page per week. */
import type { Site } from '../places.ts'
import type { Problem } from '../problem.ts'
import type { RotaReport } from '../report.ts'
import { addDays, longDay, partName, type Session, shortDay } from '../time.ts'
import type { DutyReport } from '../week-book.ts'
import { shortPart } from './text/short-part.ts'
import { siteCodes } from './text/site-codes.ts'
import { type GridRow, gridOver, type Sheet, sheetOf } from './text/week-grid.ts'
import { AWAY, legend } from './text/work-codes.ts'

/** Emphasis of a cell: people on duty and shortages stand out, people away are dimmed. */
export type PageMark = 'plain' | 'duty' | 'absent' | 'short'

export interface PageCell {
  readonly text: string
  readonly mark: PageMark
}

export interface PageRow {
  readonly label: string
  readonly kind: 'role' | 'person' | 'sum'
  /** One cell per session. */
  readonly cells: readonly PageCell[]
}

export interface SitePage {
  readonly site: string
  readonly week: string
  /** Days, with their number of sessions. */
  readonly days: readonly { readonly name: string; readonly sessions: number }[]
  readonly parts: readonly string[]
  readonly rows: readonly PageRow[]
  /** "Mon 30 Nov: 08:00–13:20 GP 1; 13:20–18:30 GP 2". */
  readonly duties: readonly string[]
  readonly closures: readonly string[]
  readonly legend: readonly string[]
}

export function sitePages(report: RotaReport, problem: Problem): SitePage[] {
  const sheet = sheetOf(report, problem, siteCodes(problem.sites))
  const weeks = Array.from({ length: problem.horizon.weeks }, (_, week) => week)
  return problem.sites.flatMap((site) => weeks.map((week) => pageOf({ report, problem, sheet }, site, week)))
}

interface Written {
  readonly report: RotaReport
  readonly problem: Problem
  readonly sheet: Sheet
}

function pageOf({ report, problem, sheet }: Written, site: Site, week: number): SitePage {
  const { horizon } = problem
  const sessions = horizon.sessions.filter((session) => session.week === week && site.open[session.index] === true)
  const dates = horizon.days.slice(week * 7, week * 7 + 7)
  const days = [...new Set(sessions.map(({ date }) => date))]
  return {
    site: site.name,
    week: longDay(addDays(horizon.from, week * 7)),
    days: days.map((date) => ({ name: shortDay(date), sessions: sessions.filter((s) => s.date === date).length })),
    parts: sessions.map(({ part }) => shortPart(part)),
    rows: gridOver(sheet, site, sessions).rows.map((row) => rowOf(row, sessions, { sheet, site })),
    duties: dates.flatMap((date) => dutyWords(report.duties, { site: site.id, date, problem })),
    closures: problem.closures.flatMap(({ date, why, sites, parts }) => {
      if (!dates.includes(date) || !sites.includes(site.id)) return []
      const when = parts.length === horizon.parts.length ? '' : ` ${parts.map(partName).join(' and ')}`
      return [`Closed ${shortDay(date)}${when}: ${why}`]
    }),
    legend: legend(report),
  }
}

function rowOf(row: GridRow, sessions: readonly Session[], at: { sheet: Sheet; site: Site }): PageRow {
  const { label, person, cells } = row
  const kind = person !== undefined ? 'person' : cells.size === 0 ? 'role' : 'sum'
  return { label: label.trim(), kind, cells: sessions.map((session) => cellOf(row, session, at)) }
}

function cellOf({ cells, person }: GridRow, session: Session, at: { sheet: Sheet; site: Site }): PageCell {
  const { text, mark } = cells.get(session.index) ?? { text: '' }
  const mine = at.sheet.byPerson.get(person ?? '')?.get(session.index) ?? []
  if (mine.some(({ work, site }) => work === 'duty' && site === at.site.id)) return { text, mark: 'duty' }
  if (person !== undefined && text === AWAY) return { text, mark: 'absent' }
  return { text, mark: mark === 'bad' ? 'short' : 'plain' }
}

function dutyWords(
  duties: readonly DutyReport[],
  { site, date, problem }: { readonly site: string; readonly date: string; readonly problem: Problem },
): string[] {
  const mine = duties.filter((duty) => duty.site === site && duty.date === date)
  if (mine.length === 0) return []
  const who = mine.map(({ from, to, person, at }) => {
    const name = person === null ? 'NOBODY' : (problem.personById.get(person)?.name ?? person)
    return `${from}–${to} ${name}${at === undefined ? '' : ` at ${problem.siteById.get(at)?.name ?? at}`}`
  })
  return [`${shortDay(date)}: ${who.join('; ')}`]
}

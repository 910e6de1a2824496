/** A site's week as a sheet: people in rows, sessions in columns, with cover and duty underneath. */
import type { Site } from '../../places.ts'
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import { longDay, type Session, shortDay } from '../../time.ts'
import { shortPart } from '../text/short-part.ts'
import { siteCodes } from '../text/site-codes.ts'
import { type GridRow, gridOver, sheetOf, type Sheet as Week } from '../text/week-grid.ts'
import { AWAY, FREE, legend } from '../text/work-codes.ts'
import { type Notes, notesFor } from './notes.ts'
import type { Cell, Row, Sheet } from './sheet.ts'
import type { StyleName } from './styles.ts'

/** Rows above the first person: title, days, parts. */
const HEAD = 3
const WIDTHS = { names: 26, session: 7.2 } as const

/** The report and the week to write for each site. */
export interface SitesOf {
  readonly report: RotaReport
  readonly problem: Problem
  readonly week: Week
}

export function sitesOf(report: RotaReport, problem: Problem): SitesOf {
  return { report, problem, week: sheetOf(report, problem, siteCodes(problem.sites)) }
}

/** All weeks side by side, one page per week. */
export function siteSheet({ report, problem, week }: SitesOf, site: Site): Sheet {
  const sessions = problem.horizon.sessions.filter(({ index }) => site.open[index] === true)
  const notes = notesFor(site.id, report.findings, problem)
  const rows = [
    [{ value: `${site.name}, week from ${longDay(problem.horizon.from)}`, style: 'title', note: notes.ofSite() }],
    [{ value: null, style: 'head' }, ...sessions.map((session, n) => dayCell(session, sessions[n - 1], notes))],
    [{ value: 'Person', style: 'head' }, ...sessions.map((session) => partCell(session, notes))],
    ...peopleRows(week, { site, sessions, notes }),
    [],
    ...legend(report).map((words): Row => [{ value: words, style: 'quiet' }]),
    ...(sessions.length === 0 ? [[{ value: 'Closed all week.' }]] : []),
  ] satisfies readonly Row[]
  return {
    name: site.name,
    rows,
    widths: [WIDTHS.names, WIDTHS.session],
    frozen: { rows: HEAD, columns: 1 },
    merges: daysOf(sessions).flatMap(({ from, to }) => (from === to ? [] : [{ row: 1, from, to }])),
    breaks: sessions.flatMap(({ week: own }, n) => (n > 0 && sessions[n - 1]?.week !== own ? [n + 1] : [])),
  }
}

interface Place {
  readonly site: Site
  readonly sessions: readonly Session[]
  readonly notes: Notes
}

function peopleRows(week: Week, { site, sessions, notes }: Place): Row[] {
  return gridOver(week, site, sessions).rows.map((row): Row => {
    const { person, label } = row
    if (person === undefined)
      return [{ value: label, style: 'role' }, ...sessions.map((session) => sumCell(row, session))]
    const of = (session: Session) => personCell(row, { session, site, week, note: notes.ofPerson(person, session) })
    return [{ value: label, style: 'person', note: notes.ofPerson(person) }, ...sessions.map(of)]
  })
}

interface Where {
  readonly session: Session
  readonly site: Site
  readonly week: Week
  readonly note: readonly string[]
}

function personCell({ person = '', cells }: GridRow, { session, site, week, note }: Where): Cell {
  const { text } = cells.get(session.index) ?? { text: FREE }
  const mine = week.byPerson.get(person)?.get(session.index) ?? []
  const isDuty = mine.some((a) => a.work === 'duty' && a.site === site.id)
  const style: StyleName = isDuty ? 'duty' : text === AWAY ? 'absent' : 'session'
  return { value: /^\d{1,4}$/.test(text) ? Number(text) : text, style, note }
}

/** Empty under a heading; under the people, cover: "3/4!" means three, which is too few. */
function sumCell({ cells }: GridRow, session: Session): Cell {
  const cell = cells.get(session.index)
  if (cell === undefined) return { value: null, style: 'role' }
  return { value: cell.text, style: cell.mark === 'bad' ? 'short' : 'session' }
}

/** The day above its first session, merged across its other sessions. */
function dayCell({ date }: Session, before: Session | undefined, notes: Notes): Cell {
  if (before?.date === date) return { value: null, style: 'head' }
  return { value: shortDay(date), style: 'head', note: notes.ofSite({ date }) }
}

function partCell({ date, part }: Session, notes: Notes): Cell {
  return { value: shortPart(part), style: 'head', note: notes.ofSite({ date, part }) }
}

/** Column range of each day. */
function daysOf(sessions: readonly Session[]): { readonly from: number; readonly to: number }[] {
  const firsts = sessions.flatMap(({ date }, n) => (sessions[n - 1]?.date === date ? [] : [n]))
  return firsts.map((first, k) => ({ from: first + 1, to: firsts[k + 1] ?? sessions.length }))
}

/** One site's week as data: people in rows, sessions in columns, cover underneath. */
import type { Site } from '../../places.ts'
import type { Problem } from '../../problem.ts'
import type { AssignmentReport, RotaReport } from '../../report.ts'
import type { Role } from '../../staff.ts'
import type { Session } from '../../time.ts'
import { Bookings } from './booked.ts'
import type { Mark } from './ink.ts'
import type { Cell } from './table.ts'
import { AWAY, FREE, workCode } from './work-codes.ts'

export interface GridRow {
  readonly label: string
  /** The person in the row; omitted for headings and totals. */
  readonly person?: string
  readonly mark: Mark
  /** By session index; sessions without an entry are empty. */
  readonly cells: ReadonlyMap<number, Cell>
}

export interface Grid {
  readonly sessions: readonly Session[]
  readonly rows: readonly GridRow[]
}

/** A report with its assignments indexed by person and session. */
export interface Sheet {
  readonly report: RotaReport
  readonly problem: Problem
  readonly codes: ReadonlyMap<string, string>
  readonly byPerson: ReadonlyMap<string, ReadonlyMap<number, readonly AssignmentReport[]>>
  readonly bookings: Bookings
}

export function sheetOf(report: RotaReport, problem: Problem, codes: ReadonlyMap<string, string>): Sheet {
  const index = new Map(problem.horizon.sessions.map((s) => [`${s.date} ${s.part}`, s.index]))
  const byPerson = new Map<string, Map<number, AssignmentReport[]>>()
  for (const a of report.assignments) {
    const session = index.get(`${a.date} ${a.part}`)
    if (session === undefined) continue
    const mine = byPerson.get(a.person) ?? new Map<number, AssignmentReport[]>()
    byPerson.set(a.person, mine.set(session, [...(mine.get(session) ?? []), a]))
  }
  return { report, problem, codes, byPerson, bookings: new Bookings(report.appointments) }
}

/** The people of a site (based there, or working there this week) under their role's heading, followed by cover. */
export function gridOf(sheet: Sheet, site: Site, week: number): Grid {
  return gridOver(
    sheet,
    site,
    sheet.problem.horizon.sessions.filter((s) => s.week === week && site.open[s.index]),
  )
}

/** As `gridOf`, for any sessions. */
export function gridOver(sheet: Sheet, site: Site, sessions: readonly Session[]): Grid {
  const rows = sheet.problem.roles.flatMap((role) => roleRows(sheet, { site, sessions, role }))
  return { sessions, rows: [...rows, coverRow(sheet.report, site, sessions)] }
}

/** The site and sessions of a grid row. */
interface Place {
  readonly site: Site
  readonly sessions: readonly Session[]
  readonly role: Role
}

function roleRows(sheet: Sheet, { site, sessions, role }: Place): GridRow[] {
  const here = sheet.problem.people.filter((person) => {
    if (person.role !== role.id) return false
    const mine = sheet.byPerson.get(person.id)
    return person.home === site.id || sessions.some((s) => mine?.get(s.index)?.some((a) => a.site === site.id))
  })
  if (here.length === 0) return []
  const rows = here.map((person): GridRow => {
    const from = person.home === site.id ? '' : ` (${sheet.codes.get(person.home) ?? person.home})`
    const cells = new Map(sessions.map((s) => [s.index, personCell(sheet, person.id, { session: s, site })]))
    return { label: `  ${person.name}${from}`, person: person.id, mark: 'plain', cells }
  })
  return [{ label: role.title, mark: 'strong', cells: new Map() }, ...rows]
}

function personCell(sheet: Sheet, person: string, { session, site }: { session: Session; site: Site }): Cell {
  const assignments = sheet.byPerson.get(person)?.get(session.index) ?? []
  const place = { here: site.id, codes: sheet.codes, bookings: sheet.bookings }
  if (assignments.length > 0) return { text: assignments.map((a) => workCode(a, place)).join('+') }
  const away = sheet.problem.availability.get(person)?.away[session.index] ?? false
  return { text: away ? AWAY : FREE, mark: 'quiet' }
}

/** "3/4" means three people where at least four are needed; "!" marks too few. */
function coverRow(report: RotaReport, site: Site, sessions: readonly Session[]): GridRow {
  const cover = new Map(report.cover.filter((c) => c.site === site.id).map((c) => [`${c.date} ${c.part}`, c]))
  const cells = sessions.map((session): [number, Cell] => {
    const { people, minimum } = cover.get(`${session.date} ${session.part}`) ?? { people: 0, minimum: 0 }
    if (minimum === 0) return [session.index, { text: String(people) }]
    const short = people < minimum
    return [session.index, { text: `${people}/${minimum}${short ? '!' : ''}`, mark: short ? 'bad' : 'good' }]
  })
  return { label: 'Seeing patients / least', mark: 'strong', cells: new Map(cells) }
}

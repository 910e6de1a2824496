/** List sheets in addition to the site weeks: people, duties, locum sessions, findings. */
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import { partName, weekdayName, weekdayOf } from '../../time.ts'
import { LEVEL_NAMES } from '../levels.ts'
import { type Cell, type Row, type Sheet, serialDay } from './sheet.ts'

/** A list with a frozen header row. */
export function listSheet(name: string, widths: readonly number[], rows: readonly Row[]): Sheet {
  return { name, rows, widths, frozen: { rows: 1, columns: 0 } }
}

export function head(...names: readonly string[]): Row {
  return names.map((value): Cell => ({ value, style: 'head' }))
}

export const words = (value: string | null): Cell => ({ value, style: 'words' })
export const count = (value: number | null): Cell => ({ value, style: 'count' })
export const pounds = (value: number | null): Cell => ({ value, style: 'pounds' })
const figure = (value: number | null): Cell => ({ value, style: 'figure' })
const day = (date: string): Cell => ({ value: serialDay(date), style: 'day' })

export function peopleSheet({ people, unassigned }: RotaReport, problem: Problem): Sheet {
  const rows = people.map(({ id, sessions, contractSessions, sites, contactsPerDayMax, protectedOwed }): Row => {
    const known = problem.personById.get(id)
    const free = unassigned.filter(({ person }) => person === id).reduce((sum, row) => sum + row.sessions, 0)
    return [
      words(known?.name ?? id),
      words(problem.roleById.get(known?.role ?? '')?.title ?? ''),
      words(problem.siteById.get(known?.home ?? '')?.name ?? ''),
      figure(contractSessions),
      figure(sessions),
      figure(free),
      count(sites),
      count(Math.round(contactsPerDayMax)),
      figure(protectedOwed ?? null),
    ]
  })
  const names = [
    'Person',
    'Role',
    'Usual site',
    'Contract, sessions',
    'Planned',
    'No use for',
    'Sites',
    'Most contacts a day',
  ]
  return listSheet('People', [26, 30, 26, 10, 10, 10, 8, 12, 12], [head(...names, 'Learning owed, sessions'), ...rows])
}

export function dutiesSheet({ duties }: RotaReport, problem: Problem): Sheet {
  const siteName = (id: string) => problem.siteById.get(id)?.name ?? id
  const rows = duties.map(({ date, site, from, to, person, at }): Row => {
    const name = person === null ? 'NOBODY' : (problem.personById.get(person)?.name ?? person)
    const who: Cell = person === null ? { value: name, style: 'short' } : words(name)
    return [day(date), words(siteName(site)), words(from), words(to), who, words(at === undefined ? '' : siteName(at))]
  })
  const names = ['Day', 'Site', 'From', 'To', 'Duty doctor', 'Who is at']
  return listSheet('Duties', [18, 28, 8, 8, 30, 28], [head(...names), ...rows])
}

/** Sources of likely prices. */
const PRICES = {
  document: 'network’s rates',
  'locum-rates': 'published rates',
  'own-people': 'cost of own people',
} as const

export function gapsSheet({ gaps }: RotaReport, problem: Problem): Sheet {
  const rows = gaps.map(({ date, part, site, role, price, priceFrom, why }): Row => {
    const { starts = '', ends = '' } = problem.horizon.parts.find(({ id }) => id === part) ?? {}
    return [
      day(date),
      words(`${weekdayName(weekdayOf(date))} ${partName(part)}`),
      words(`${starts}–${ends}`),
      words(problem.siteById.get(site)?.name ?? site),
      words(problem.roleById.get(role)?.title ?? role),
      pounds(price),
      words(priceFrom === null ? 'not known' : PRICES[priceFrom]),
      words(why),
    ]
  })
  const total = gaps.reduce((sum, { price }) => sum + (price ?? 0), 0)
  const last: Row = [words('Total'), ...['', '', '', ''].map(words), pounds(total), words(''), words('')]
  const names = ['Day', 'Session', 'Hours', 'Site', 'Role', 'Likely price', 'Price from', 'Why']
  const none: Row = [words('Nothing that a locum could fill.')]
  return listSheet(
    'Locum gaps',
    [18, 22, 13, 26, 28, 12, 18, 60],
    [head(...names), ...(gaps.length === 0 ? [none] : [...rows, last])],
  )
}

export function findingsSheet({ findings }: RotaReport, problem: Problem): Sheet {
  const rows = findings.map(({ level, date, part, site, sentence, cause }): Row => {
    const session = part === undefined ? '' : partName(part)
    const where = site === undefined ? '' : (problem.siteById.get(site)?.name ?? site)
    return [
      words(LEVEL_NAMES[level]),
      date === undefined ? words('') : day(date),
      words(session),
      words(where),
      words(sentence),
      words(cause ?? ''),
    ]
  })
  const none: Row = [words('Every rule is kept.')]
  const names = ['Level', 'Day', 'Session', 'Site', 'Finding', 'Why']
  return listSheet('Findings', [20, 18, 14, 24, 60, 60], [head(...names), ...(rows.length === 0 ? [none] : rows)])
}

/** Late contacts by need, practice and day, for a terminal. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { Report, UnmetReport } from '../../report.ts'
import { shortDay } from '../../time.ts'
import { whole } from '../figures.ts'
import type { Print } from './print.ts'
import { wrap } from './wrap.ts'

/** Sorted by weight of need, then by number of patients waiting. */
export function lateLines({ service }: Report, problem: Problem, print: Print): string[] {
  const weight = (rows: readonly UnmetReport[]) => problem.needById.get(rows[0]?.need ?? '')?.weight ?? 0
  const size = (rows: readonly UnmetReport[]) => rows.reduce((sum, row) => sum + row.contacts, 0)
  const groups = grouped(service.unmet, ({ need, site }) => JSON.stringify([need, site]))
    .filter((rows) => size(rows) >= 0.5)
    .sort((a, b) => weight(b) - weight(a) || size(b) - size(a))
  if (groups.length === 0) return ['Nobody.']
  return groups.flatMap((rows) => wrap(`- ${lineOf(rows, problem)}`, print.width, 2))
}

function lineOf(rows: readonly UnmetReport[], problem: Problem): string {
  const [{ need, site } = { need: '', site: '' }] = rows
  const name = (date: string) => (problem.horizon.weeks > 1 ? shortDay(date) : shortDay(date).slice(0, 3))
  const days = [...rows]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .filter(({ contacts }) => contacts >= 0.5)
    .map((row) => `${name(row.date)} ${whole(row.contacts)}`)
  const total = whole(rows.reduce((sum, row) => sum + row.contacts, 0))
  const when = days.length === 0 ? '' : ` (by the day they were due: ${days.join(', ')})`
  const where = problem.siteById.get(site)?.name ?? site
  return `${problem.needById.get(need)?.title ?? need}, ${where}: ${total}${when}`
}

/** Sessions to offer to locums, for a terminal. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { Report } from '../../report.ts'
import { partName, shortDay } from '../../time.ts'
import type { GapReport } from '../../week-book.ts'
import { counted, pounds } from '../figures.ts'
import { cutList, type Print } from './print.ts'
import { wrap } from './wrap.ts'

const SHOWN = 10

/** One line per session and role; safety and urgent need first, then routine. */
export function gapLines({ gaps }: Report, problem: Problem, print: Print): string[] {
  const own = gaps.filter(({ site }) => print.site === undefined || site === print.site)
  if (own.length === 0) return ['None.']
  const alike = grouped(own, ({ site, date, part, role, rule }) => JSON.stringify([site, date, part, role, rule]))
  const ordered = [...alike].sort((a, b) => Number(isRoutine(a)) - Number(isRoutine(b)))
  const { shown, more } = cutList(ordered, SHOWN, print)
  const total = own.reduce((sum, { price }) => sum + (price ?? 0), 0)
  const basis = own.some(({ priceFrom }) => priceFrom === 'own-people')
    ? ' Prices of roles other than GPs are what own people cost: an agency asks for more.'
    : ''
  return [
    ...shown.flatMap((group) => wrap(`- ${lineOf(group, problem)}`, print.width, 2)),
    ...more,
    ...wrap(`${counted(own.length, 'session')}, about ${pounds(total)} in all.${basis}`, print.width),
  ]
}

function isRoutine([gap]: readonly GapReport[]): boolean {
  return gap?.rule === 'seen-in-time'
}

function lineOf(group: readonly GapReport[], problem: Problem): string {
  const [gap] = group
  if (gap === undefined) return ''
  const site = problem.siteById.get(gap.site)?.name ?? gap.site
  const role = problem.roleById.get(gap.role)?.title ?? gap.role
  const many = group.length > 1 ? `${group.length} × ` : ''
  const price = gap.price === null ? 'price not known' : `about ${pounds(gap.price)}${group.length > 1 ? ' each' : ''}`
  return `${shortDay(gap.date)} ${partName(gap.part)}, ${site}: ${many}${role}, ${price} (${gap.why})`
}

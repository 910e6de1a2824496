/** Derives a network's weekly demand by need from published appointments by national category and practice. */
import { addDays, weekdayOf } from '../../../time.ts'
import { daysFrom } from '../../bank-holidays.ts'
import { NEEDS } from '../../network/needs.ts'
import { DEMAND_DAYS, type RecordDemand } from '../../record-document.ts'
import type { Account, ImportContext } from '../import-answer.ts'
import type { PublishedFigures } from './published-figures.ts'

/**
 * Null if the file has no categories by practice, or no network is given. A category's contacts are divided among its needs in England's
 * proportions.
 */
export function categoryDemand(
  { practices, from, to }: PublishedFigures,
  context: ImportContext,
  account: Account,
): RecordDemand | null {
  if (context.sites.length === 0 || practices.every(({ by }) => Object.keys(by).every((name) => name === '')))
    return null
  const weeks = monthsFrom(from, to).reduce((sum, month) => sum + weeksIn(month), 0)
  if (weeks === 0) return null
  const unmapped = new Map<string, number>()
  const weekly = practices.flatMap(({ ods, by }) => {
    const contacts = new Map<string, number>()
    for (const [category, count] of Object.entries(by)) {
      const shares = needsOf(category, context)
      if (shares.length === 0) unmapped.set(category, (unmapped.get(category) ?? 0) + count)
      for (const { need, share } of shares) contacts.set(need, (contacts.get(need) ?? 0) + (count * share) / weeks)
    }
    const site = context.sites.find(({ id }) => id.toUpperCase() === ods)?.id ?? ods
    return [...contacts].map(([need, count]) => ({ site, need, contacts: Math.round(count * 100) / 100 }))
  })
  for (const [category, count] of unmapped)
    account.leaveOut(
      { correct: { by: 'needs', word: category.toLowerCase() } },
      `${category}: ${count.toLocaleString('en-GB')}`,
      'a category without a need; a mapping can give it one',
    )
  return { source: 'imported', weekly }
}

function monthsFrom(from: string | null, to: string | null): string[] {
  const months: string[] = []
  for (let month = from?.slice(0, 7) ?? '9999-99'; month <= (to?.slice(0, 7) ?? ''); month = following(month))
    months.push(month)
  return months
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function needsOf(
  category: string,
  { needs, mapping }: ImportContext,
): readonly { readonly need: string; readonly share: number }[] {
  const mapped = mapping.needs?.[category.toLowerCase()]
  if (mapped !== undefined) return mapped === '-' ? [] : [{ need: mapped, share: 1 }]
  const fitting = needs.filter(({ gpadCategory }) => gpadCategory?.toLowerCase() === category.toLowerCase())
  const weight = (id: string) => NEEDS.find(({ need }) => need.id === id)?.weekly ?? 1
  const all = fitting.reduce((sum, { id }) => sum + weight(id), 0)
  return fitting.map(({ id }) => ({ need: id, share: weight(id) / all }))
}

/**
 * Working weeks of a month (`2026-02`): weekdays divided by five. Bank holidays aren't subtracted, because activity moves to the days
 * around them.
 */
function weeksIn(month: string): number {
  const first = `${month.slice(0, 7)}-01`
  const days = daysFrom(first, addDays(first, 30)).filter((date) => date.slice(0, 7) === month.slice(0, 7))
  return days.filter((date) => DEMAND_DAYS.some((day) => day === weekdayOf(date))).length / 5
}

/** Cross-checks of a record's demand. */
import { type Check, checkId } from '../document/check.ts'
import { type Known, type Row, readList, readOne } from '../document/reading.ts'
import type { RecordDemand } from '../record-document.ts'
import * as schema from './schema.ts'

const MOST = 20_000

export function checkDemand(given: unknown, check: Check): void {
  if (given === undefined) return
  const { complaints } = check
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    complaints.add(['demand'], '"demand" must be an object with fields.', { seen: given })
    return
  }
  const fields: Readonly<Record<string, unknown>> = { ...given }
  const { weekly, byDay, byPart, events, ...others } = fields
  readOne(others, { at: ['demand'], schema: schema.demandSchema }, complaints)
  const list = { most: MOST }
  checkWeekly(readList(weekly, { ...list, at: ['demand', 'weekly'], row: schema.weeklySchema }, complaints), check)
  for (const { index, value } of readList(
    byDay,
    { ...list, at: ['demand', 'byDay'], row: schema.byDaySchema },
    complaints,
  )) {
    checkPlace(value, ['demand', 'byDay', index], check)
    checkShares(value.shares, ['demand', 'byDay', index, 'shares'], check)
  }
  for (const { index, value } of readList(
    byPart,
    { ...list, at: ['demand', 'byPart'], row: schema.byPartSchema },
    complaints,
  )) {
    const at = ['demand', 'byPart', index]
    checkPlace(value, at, check)
    for (const part of Object.keys(value.shares ?? {})) checkId(part, 'parts', [...at, 'shares', part], check)
    checkShares(value.shares, [...at, 'shares'], check)
  }
  for (const { index, value } of readList(
    events,
    { ...list, at: ['demand', 'events'], row: schema.eventSchema },
    complaints,
  )) {
    const at = ['demand', 'events', index]
    checkPlace(value, at, check)
    if (value.from !== undefined && value.to !== undefined && value.to < value.from)
      complaints.add([...at, 'to'], `"to" must not be before "from", ${value.from}.`, { seen: value.to })
  }
}

function checkPlace(
  { site, need }: { site?: string | undefined; need?: string | undefined },
  at: (string | number)[],
  check: Check,
): void {
  checkId(site, 'sites', [...at, 'site'], check)
  checkId(need, 'needs', [...at, 'need'], check)
}

function checkWeekly(rows: readonly Row<NonNullable<RecordDemand['weekly']>[number]>[], check: Check): void {
  const first = new Map<string, number>()
  for (const { index, value } of rows) {
    const at = ['demand', 'weekly', index]
    checkPlace(value, at, check)
    const key = `${value.site} ${value.need}`
    const earlier = first.get(key)
    if (value.site === undefined || value.need === undefined) continue
    if (earlier === undefined) first.set(key, index)
    else check.complaints.add(at, `Row ${earlier + 1} of "weekly" is of the same site and need.`, { seen: key })
  }
}

function checkShares(shares: Known<Record<string, number>> | undefined, at: (string | number)[], check: Check): void {
  if (shares !== undefined && !Object.values(shares).some((share) => (share ?? 0) > 0))
    check.complaints.add(at, 'At least one share must be more than 0.', { seen: shares })
}

import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/errors.ts'
import { readAtlas } from '../../../src/intake/atlas.ts'
import { closedDays } from '../../../src/intake/bank-holidays.ts'
import {
  askedShape,
  dayLevel,
  morningShare,
  type ShapeContext,
  seasonOn,
} from '../../../src/intake/network/arrival-shape.ts'
import { networkDocument } from '../../../src/intake/network/network-document.ts'
import { addDays, layOut } from '../../../src/time.ts'

const atlas = readAtlas()
const NETWORK = 'U12951'

/** What is known around a Monday. */
function around(monday: string): ShapeContext {
  const closed = closedDays(atlas.holidays, addDays(monday, -14), addDays(monday, 20))
  return { asked: askedShape(atlas.profile), closed: new Set(closed.map(({ date }) => date)) }
}

function contactsOn(week: string): Map<string, number> {
  const document = networkDocument(atlas, NETWORK, { week, seed: 1 })
  const days = new Map<string, number>()
  for (const row of document.demand) days.set(row.date, (days.get(row.date) ?? 0) + row.contacts)
  return days
}

describe('closed days', () => {
  it('are the bank holidays of the week, with their names', () => {
    expect(closedDays(atlas.holidays, '2026-04-06', '2026-04-12')).toEqual([
      { date: '2026-04-06', why: 'Easter Monday' },
    ])
    expect(networkDocument(atlas, NETWORK, { week: '2026-12-28', seed: 1 }).closed).toEqual([
      { date: '2026-12-28', why: 'Boxing Day (substitute day)' },
      { date: '2027-01-01', why: "New Year's Day" },
    ])
  })

  it('include a Christmas Day on a Saturday, for which the list has a Monday', () => {
    const days = closedDays(atlas.holidays, '2027-12-20', '2027-12-28').map(({ date }) => date)
    expect(days).toEqual(['2027-12-25', '2027-12-27', '2027-12-28'])
  })

  it('are rejected outside the years of the list, since a week without its holidays would be wrong', () => {
    expect(() => networkDocument(atlas, NETWORK, { week: '2028-01-10', seed: 1 })).toThrow(BadInput)
    expect(() => networkDocument(atlas, NETWORK, { week: '2023-12-25', seed: 1 })).toThrow(BadInput)
    expect(networkDocument(atlas, NETWORK, { week: '2027-12-27', seed: 1 }).week.from).toBe('2027-12-27')
  })
})

describe('demand around a holiday', () => {
  it('is nothing on the closed day', () => {
    expect(contactsOn('2026-04-06').has('2026-04-06')).toBe(false)
  })

  it('is at least a Monday on the day after, for those to be seen that day', () => {
    const context = around('2026-04-06')
    const tuesday = dayLevel('2026-04-07', 'asked', context) / seasonOn('2026-04-07')
    expect(tuesday).toBeGreaterThanOrEqual(context.asked.day.mon ?? 9)
    expect(tuesday).toBeLessThan(2.2)
  })

  it('is lifted to a Monday where one midweek holiday would not bring as much', () => {
    const context = around('2024-12-30')
    expect(dayLevel('2025-01-02', 'asked', context) / seasonOn('2025-01-02')).toBeCloseTo(context.asked.day.mon ?? 9, 9)
  })

  it('comes partly on the open day before, across the weekend and into the week before', () => {
    const shut = around('2026-03-30')
    const plain: ShapeContext = { ...shut, closed: new Set() }
    // Good Friday is 3 April: its demand, and Easter Monday's, reaches back to Thursday.
    expect(dayLevel('2026-04-02', 'asked', shut)).toBeGreaterThan(dayLevel('2026-04-02', 'asked', plain) * 1.3)
    expect(dayLevel('2026-04-01', 'asked', shut)).toBe(dayLevel('2026-04-01', 'asked', plain))
  })

  it('holds over a run of two closed days with the same shares', () => {
    const shut = around('2026-03-30')
    const plain: ShapeContext = { ...shut, closed: new Set() }
    const moved = dayLevel('2026-04-02', 'asked', shut) - dayLevel('2026-04-02', 'asked', plain)
    const run = dayLevel('2026-04-03', 'asked', plain) + dayLevel('2026-04-06', 'asked', plain)
    expect(moved).toBeCloseTo((run * 2 * 0.4) / 3, 6)
  })

  it('asks for routine appointments on other days, all of them, but plans no additional clinic', () => {
    const days = (week: string) => [0, 1, 2, 3, 4].map((n) => addDays(week, n))
    const shut = around('2026-05-25')
    const plain: ShapeContext = { ...shut, closed: new Set() }
    const total = (shape: 'delivered' | 'even', context: ShapeContext) =>
      ['2026-05-22', ...days('2026-05-25')].reduce((sum, day) => sum + dayLevel(day, shape, context), 0)
    expect(total('delivered', shut)).toBeCloseTo(total('delivered', plain), 6)
    expect(total('even', shut)).toBeCloseTo(total('even', plain) - seasonOn('2026-05-25'), 6)
  })

  it('leaves a week without holidays alone', () => {
    const context = around('2026-11-30')
    const week = [0, 1, 2, 3, 4].map((n) => addDays('2026-11-30', n))
    const total = week.reduce((sum, day) => sum + dayLevel(day, 'even', context) / seasonOn(day), 0)
    expect(total).toBeCloseTo(5, 9)
  })
})

describe('the shape of an ordinary week', () => {
  const context = around('2026-11-30')

  it('has Monday at 1.32 and Friday at 0.87 of the mean day, as calls and online requests do', () => {
    expect(context.asked.day.mon).toBeCloseTo(1.32, 1)
    expect(context.asked.day.fri).toBeCloseTo(0.874, 1)
  })

  it('brings more than half of what is asked for before noon', () => {
    expect(morningShare('2026-11-30', 'asked', context)).toBeGreaterThan(0.55)
    expect(morningShare('2026-11-30', 'asked', context)).toBeLessThan(0.65)
    expect(morningShare('2026-11-30', 'delivered', context)).toBe(0.52)
    expect(morningShare('2026-11-30', 'even', context)).toBe(0.5)
  })

  it('follows the season, with no jump at the end of a month', () => {
    expect(seasonOn('2026-10-15')).toBeCloseTo(1.12, 9)
    expect(seasonOn('2026-08-15')).toBeCloseTo(0.88, 9)
    expect(Math.abs(seasonOn('2026-11-30') - seasonOn('2026-12-01'))).toBeLessThan(0.01)
    expect(seasonOn('2027-01-01')).toBeGreaterThan(0.93)
    expect(seasonOn('2027-01-01')).toBeLessThan(1)
  })
})

describe('weeks in which the clock changes', () => {
  it.each(['2026-03-23', '2026-10-19'])('the week of %s has whole sessions that end in the change', (week) => {
    const document = networkDocument(atlas, NETWORK, { week, seed: 1 })
    expect(document.week.from).toBe(week)
    const parts = document.parts.map((part) => ({ enhancedAccess: false, counts: 1, ...part }))
    const horizon = layOut(week, 1, 'Europe/London', parts)
    const minutes = new Map(horizon.sessions.map((session) => [session.part, session.minutes]))
    expect(Object.fromEntries(minutes)).toEqual({ am: 250, pm: 250, evening: 90, 'sat-am': 240, 'sat-pm': 240 })
    expect(new Set(document.demand.map((row) => row.date))).toEqual(
      new Set([0, 1, 2, 3, 4].map((n) => addDays(week, n))),
    )
  })

  it.each([
    ['2026-03-30', '2026-03-30T07:30:00Z'],
    ['2026-03-23', '2026-03-23T08:30:00Z'],
    ['2026-10-26', '2026-10-26T08:30:00Z'],
    ['2026-10-19', '2026-10-19T07:30:00Z'],
  ])('the week of %s opens at half past eight local time', (week, opens) => {
    const document = networkDocument(atlas, NETWORK, { week, seed: 1 })
    const parts = document.parts.map((part) => ({ enhancedAccess: false, counts: 1, ...part }))
    expect(layOut(week, 1, document.network.timezone ?? '', parts).sessions[0]?.starts).toBe(opens)
  })
})

/** The external measure: what is read, what is asked, and a formula that owes nothing to our rules. */
import { describe, expect, it } from 'vitest'
import { documentOf, unsaid } from '../../bench/external/document.ts'
import { type Instance, readInstance } from '../../bench/external/instance.ts'
import { scheduleOf, withoutOtherRules } from '../../bench/external/measure.ts'
import { type Schedule, score } from '../../bench/external/score.ts'
import { page, row } from '../../bench/external/table.ts'
import { reportOf } from '../../solver/plan.ts'
import { problemOf, solveProblem } from '../solved-week.ts'

/** Two weeks, two people, an early and a late; the early may not follow the late. */
const TEXT = `# a comment
SECTION_HORIZON
14

SECTION_SHIFTS
E,480,
L,600,E

SECTION_STAFF
# ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutiveShifts, MinConsecutiveShifts, MinConsecutiveDaysOff, MaxWeekends
A,E=14|L=2,4320,2400,5,2,2,1
B,E=14|L=0,4320,0,5,1,1,2

SECTION_DAYS_OFF
A,0

SECTION_SHIFT_ON_REQUESTS
A,2,E,3

SECTION_SHIFT_OFF_REQUESTS
B,3,E,4

SECTION_COVER
2,E,2,100,1
3,E,0,100,7
`
const instance = readInstance('Tiny', TEXT)

/** `A: "..EE..EEE....."`, a letter for each day. */
function schedule(rows: Readonly<Record<string, string>>): Schedule {
  return new Map(
    Object.entries(rows).map(([id, line]) => [id, [...line].map((letter) => (letter === '.' ? [] : [letter]))]),
  )
}

const KEEPS = { A: '..EE....EEE...', B: '..E...........' }

describe('an instance', () => {
  it('is read section by section', () => {
    expect(instance.shifts[1]).toEqual({ id: 'L', minutes: 600, notBefore: ['E'] })
    expect(instance.staff[0]).toMatchObject({ id: 'A', minMinutes: 2400, maxConsecutive: 5, daysOff: [0] })
    expect(instance.requests).toContainEqual({ employee: 'B', day: 3, shift: 'E', want: 'off', weight: 4 })
    expect(instance.cover).toHaveLength(2)
  })

  it('that is not one is refused with the line', () => {
    expect(() => readInstance('Odd', TEXT.replace('B,E=14|L=0,4320,0,5,1,1,2', 'B,E=14'))).toThrow('line 12')
    expect(() => readInstance('Odd', TEXT.replace('SECTION_COVER', 'SECTION_CHAIRS'))).toThrow(
      'SECTION_COVER is missing',
    )
  })

  it('of more than thirteen weeks cannot be expressed, and is named so', () => {
    expect(unsaid(instance)).toEqual([])
    expect(unsaid({ ...instance, days: 364 })).toEqual(['a horizon of 364 days: a document has at most 13 weeks'])
  })
})

describe('the formula', () => {
  it('counts requests, and people missing and too many', () => {
    // On day 3 A is one too many (7); on day 2 both are there, and A has the shift that was asked for.
    expect(score(instance, schedule(KEEPS))).toEqual({ cost: 7, broken: [] })
    expect(score(instance, schedule({ ...KEEPS, B: '...E..........' })).cost).toBe(100 + 2 * 7 + 4)
  })

  it.each([
    ['a fixed day off', { A: 'EE......EEE...' }, 'A: works on day 0, a fixed day off'],
    ['a forbidden succession', { A: '..LE....EEE...' }, 'A: E on day 3 may not follow L'],
    ['a shift too often', { A: '..EE....LLL...' }, 'A: more than 2 shifts L'],
    ['a shift that is never worked', { B: '..L...........' }, 'B: more than 0 shifts L'],
    ['too few minutes', { A: '..EE....EE....' }, 'A: 1920 minutes in all'],
    ['too many in a row', { A: '..EEEEEE......' }, 'A: 6 shifts in a row from day 2'],
    ['too few in a row', { A: '..EE..E..EE...' }, 'A: only 1 shifts in a row from day 6'],
    ['too few days off', { A: '..EE.EEE......' }, 'A: only 1 days off in a row from day 4'],
    ['too many weekends', { A: '..EEEE......EE' }, 'A: 2 weekends'],
  ])('names %s', (_, change, broken) => {
    expect(score(instance, schedule({ ...KEEPS, ...change })).broken).toContain(broken)
  })

  it('lets short runs pass at either end of the horizon', () => {
    expect(score(instance, schedule({ ...KEEPS, A: '...EE...EE...E' })).broken).toEqual([])
  })
})

/** Cheapest of all schedules in which A and B work early shifts only, by going through every one of them. */
function cheapest(tiny: Instance): number {
  const lines = Array.from({ length: 2 ** tiny.days }, (_, bits) =>
    Array.from({ length: tiny.days }, (_, day) => ((bits >> day) & 1 ? 'E' : '.')).join(''),
  )
  const keeping = tiny.staff.map(({ id }) =>
    lines.filter(
      (line) =>
        score({ ...tiny, staff: tiny.staff.filter((one) => one.id === id) }, schedule({ [id]: line })).broken.length ===
        0,
    ),
  )
  let best = Number.POSITIVE_INFINITY
  for (const A of keeping[0] ?? [])
    for (const B of keeping[1] ?? []) best = Math.min(best, score(tiny, schedule({ A, B })).cost)
  return best
}

describe('an instance through our own door', () => {
  it('costs what the formula says, keeps every hard rule, and is the cheapest of all schedules', async () => {
    const staff = instance.staff.map((one, k) => ({
      ...one,
      maxShifts: new Map([['E', 14]]),
      minMinutes: 960,
      maxMinutes: 1920 - 480 * k,
    }))
    const tiny = { ...instance, days: 7, staff, shifts: instance.shifts.slice(0, 1) }
    const asked = {
      ...tiny,
      cover: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, shift: 'E', required: 1, under: 10, over: 2 })),
    }
    const problem = problemOf(withoutOtherRules(documentOf(asked, 60)))
    const report = reportOf(problem, await solveProblem(problem), '')
    const { cost, broken } = score(asked, scheduleOf(asked, report))
    expect(broken).toEqual([])
    expect(report.audit.agrees).toBe(true)
    expect(report.levels.map(({ level, value, bound }) => [level, value, bound])).toEqual([['wish', cost, cost]])
    expect(cost).toBe(cheapest(asked))
  })
})

describe('the table', () => {
  it('tells the distance from the best known, and a rota that is not there', () => {
    const measured = {
      instance: 'Instance4',
      cost: 1719,
      bound: 1700,
      seconds: 60,
      processorSeconds: 30,
      status: 'out-of-time' as const,
      faults: [],
    }
    expect(row(measured, { bound: 1716, cost: 1716 })).toContain('0.2%')
    expect(row({ ...measured, cost: null }, undefined)).toContain('none')
    const all = [measured, { ...measured, instance: 'Instance9', cost: null, faults: ['A: 6 shifts in a row'] }]
    const known = new Map([['Instance4', { bound: 1716, cost: 1716 }]])
    const told = page({
      all,
      known,
      unsaid: ['Instance24 cannot be expressed: too long.'],
      seconds: 60,
      ofProcessor: true,
    })
    expect(told).toContain('| Instance4 | 1719 | 1716 | 0.2% | 1716 | 1700 | 60.0 | 30.0 | out-of-time |')
    expect(told).toContain('| Instance9 | none | – | – |')
    expect(told).toContain('- Instance9: A: 6 shifts in a row.')
    expect(told).toContain('60 processor seconds each')
    expect(told).toContain('- Instance24 cannot')
  })
})

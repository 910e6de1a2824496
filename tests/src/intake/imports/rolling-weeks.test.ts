/** Rolling patterns: a row, a table or a sheet for each week. */
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import type { ImportContext } from '../../../../src/intake/imports/import-answer.ts'
import { importFile } from '../../../../src/intake/imports/import-file.ts'
import { mergedRecord } from '../../../../src/intake/imports/merged-record.ts'
import { rollingWeeks } from '../../../../src/intake/imports/team/rolling-weeks.ts'
import { smallRecord } from '../record/small-record.ts'
import { csv, testContext } from './import-context.ts'

const team = (bytes: Uint8Array, other: Partial<ImportContext> = {}) =>
  importFile(bytes, 'team', { ...testContext(), ...other })

const HEAD = 'Name,Role,Week,Mon AM,Mon PM,Tue AM,Tue PM'

it.each([
  ['Week 1', ['1']],
  ['wk B', ['B']],
  ['Weeks 1 & 3', ['1', '3']],
  ['Week A (w/c 30/11/2026)', ['A']],
  ['Week 49', null],
  ['Weekend', null],
  ['A', null],
])('“%s” names weeks %j', (text, labels) => {
  expect(rollingWeeks(text, { isBare: false })?.labels ?? null).toEqual(labels)
})

describe('a row for each week', () => {
  it('gives everybody a pattern; weeks that are alike share one, and a contract is the mean of the weeks', () => {
    const { problems, result, understood } = team(
      csv(
        HEAD,
        'Ann Lee,GP,A,x,x,x,x',
        ',,B,x,,,x',
        'Bob Ray,HCA,A/B,x,,x,',
        'Cat Fox,HCA,A,x,,,',
        'Cat Fox,HCA,B,,x,,',
      ),
    )
    expect(problems).toEqual([])
    expect(result?.cycle).toEqual({ weeks: ['A', 'B'], from: '2026-12-07' })
    expect(
      result?.people?.map(({ name, contract, works, patterns }) => [name, contract.sessions, works, patterns]),
    ).toEqual([
      [
        'Ann Lee',
        3,
        undefined,
        [
          { weeks: ['A'], works: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm'] },
          { weeks: ['B'], works: ['mon-am', 'tue-pm'] },
        ],
      ],
      ['Bob Ray', 2, ['mon-am', 'tue-am'], undefined],
      [
        'Cat Fox',
        1,
        undefined,
        [
          { weeks: ['A'], works: ['mon-am'] },
          { weeks: ['B'], works: ['mon-pm'] },
        ],
      ],
    ])
    expect(understood?.guesses.map(({ taken }) => taken)).toContain(
      'weeks A, B; the first begins on Monday 7 December 2026, since the file does not say when',
    )
  })

  it('that is missing is a week off, and listed', () => {
    const { result, understood } = team(csv(HEAD, 'Ann Lee,GP,1,x,x,,', 'Bob Ray,GP,1,x,,,', 'Bob Ray,GP,2,,,x,'))
    expect(result?.people?.[0]?.patterns).toEqual([
      { weeks: ['A'], works: ['mon-am', 'mon-pm'] },
      { weeks: ['B'], works: [] },
    ])
    expect(understood?.guesses.map(({ taken }) => taken)).toContain('off in week B, of which the file says nothing')
  })

  it('that stands there twice, or of a week without those before it, is a problem', () => {
    const twice = team(csv(HEAD, 'Ann Lee,GP,1,x,,,', 'Ann Lee,GP,1,,x,,', 'Ann Lee,GP,2,x,,,'))
    expect(twice.problems.map(({ row, detail }) => [row, detail])).toEqual([
      [3, 'Two rows for the same week of this person differ.'],
    ])
    expect(team(csv(HEAD, 'Ann Lee,GP,1,x,,,', 'Ann Lee,GP,3,,x,,')).problems[0]).toMatchObject({
      seen: '1, 3',
      detail: 'These are not the weeks of one rolling pattern.',
    })
  })
})

it('a table for each week under its title begins when the title says', () => {
  const rows = [
    'Week 1 w/c 07/12/2026',
    HEAD.replace('Week,', ''),
    'Ann Lee,GP,x,,,',
    '',
    'Week 2',
    'Name,Role,Mon AM,Mon PM,Tue AM,Tue PM',
    'Ann Lee,GP,,x,,',
  ]
  const { problems, result } = team(csv(...rows))
  expect(problems).toEqual([])
  expect(result?.cycle).toEqual({ weeks: ['A', 'B'], from: '2026-12-07' })
  expect(result?.people?.[0]?.patterns?.map(({ works }) => works)).toEqual([['mon-am'], ['mon-pm']])
})

it('a sheet for each of four weeks is read, though two are alike', () => {
  const book = utils.book_new()
  for (const [n, mark] of ['x', '', 'x', ''].entries())
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Name', 'Role', 'Mon AM', 'Mon PM'],
        ['Ann Lee', 'GP', 'x', mark],
      ]),
      `Week ${n + 1}`,
    )
  const { problems, result } = team(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })))
  expect(problems).toEqual([])
  expect(result?.people?.map(({ patterns }) => patterns)).toEqual([
    [
      { weeks: ['A', 'C'], works: ['mon-am', 'mon-pm'] },
      { weeks: ['B', 'D'], works: ['mon-am'] },
    ],
  ])
})

describe('in a network whose weeks alternate already', () => {
  const file = csv(HEAD, 'Ann Lee,GP,1,x,,,', 'Ann Lee,GP,2,,x,,')

  it('a pattern of as many weeks is read as its weeks', () => {
    const cycle = { weeks: ['red', 'blue'], from: '2026-11-30' }
    const { result } = team(file, { cycle })
    expect(result?.cycle).toEqual(cycle)
    expect(result?.people?.[0]?.patterns?.map(({ weeks }) => weeks)).toEqual([['red'], ['blue']])
  })

  it('another one is refused', () => {
    const { problems, result } = team(file, { cycle: { weeks: ['A', 'B', 'C'], from: '2026-11-30' } })
    expect(problems[0]?.detail).toMatch(/a pattern of 2 weeks does not fit them/)
    expect(result).toBeUndefined()
  })
})

describe('as a rota', () => {
  const file = csv(HEAD, 'Ann Lee,GP,1,duty,x,,', 'Ann Lee,GP,2,,,visits,', 'Bob Ray,GP,1/2,,,x,')
  const week = (from: string, until: string) => ({ from, until, am: 'am', pm: 'pm' })
  const read = (other: Partial<ImportContext>) =>
    importFile(file, 'rota', { ...testContext(), cycle: { weeks: ['A', 'B'], from: '2026-11-30' }, ...other })

  it('is laid over the week that is asked for', () => {
    const sessions = (from: string, until: string) =>
      read({ week: week(from, until) }).result?.assignments?.map((a) => `${a.person} ${a.date} ${a.part} ${a.work}`)
    expect(sessions('2026-12-07', '2026-12-13')).toEqual([
      'ann-lee 2026-12-08 am visits',
      'bob-ray 2026-12-08 am clinic',
    ])
    expect(sessions('2026-11-23', '2026-12-06')).toEqual([
      'ann-lee 2026-11-24 am visits',
      'bob-ray 2026-11-24 am clinic',
      'ann-lee 2026-11-30 am duty',
      'ann-lee 2026-11-30 pm clinic',
      'bob-ray 2026-12-01 am clinic',
    ])
  })

  it('without a week is refused with what to do', () => {
    const { problems, result } = read({})
    expect(problems.map(({ detail }) => detail)).toEqual([
      'These half-days have no dates: they are a usual week, or a pattern of weeks.',
    ])
    expect(result).toBeUndefined()
  })
})

it('put into a record, the pattern takes the place of the weeks that were known', () => {
  const { cycle: _, ...record } = smallRecord()
  const [first] = record.people
  const known = { ...record, people: [{ ...first, patterns: [], works: ['mon-am', 'tue-evening'] }] } as typeof record
  const [before] = known.people
  const { result } = team(csv(HEAD, `${before?.name},GP,A,x,,,`, `${before?.name},GP,B,,x,,`), {
    people: known.people.map(({ id, name, role }) => ({ id, name, role })),
  })
  const after = mergedRecord(known, result ?? {})
  expect(after.cycle).toEqual({ weeks: ['A', 'B'], from: '2026-12-07' })
  expect(after.people[0]?.patterns).toEqual([
    { weeks: ['A'], works: ['mon-am', 'tue-evening'] },
    { weeks: ['B'], works: ['mon-pm', 'tue-evening'] },
  ])
  expect(after.people[0]?.works).toBeUndefined()
})

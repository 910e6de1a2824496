import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/intake/assemble.ts'
import type { Remark } from '../../../src/remark.ts'
import { gp, oneSite } from '../../one-site.ts'
import { RULE_BOOK } from './rule-book.ts'

const remarksOn = (document: unknown): readonly Remark[] => readDocument(document, RULE_BOOK).remarks
const pointers = (document: unknown) => remarksOn(document).map((remark) => remark.pointer)

describe('somebody who has left', () => {
  const published = [
    { person: 'p9', date: '2026-11-30', part: 'am', site: 'A1', work: 'duty' },
    { person: 'p1', date: '2026-11-30', part: 'am', site: 'A1', work: 'clinic' },
    { person: 'p9', date: '2026-12-01', part: 'am', site: 'A1', work: 'duty' },
  ]
  const document = oneSite([gp('p1', 'Ann')], { published, history: [{ person: 'p9', mondays: 3, sessions: 40 }] })

  it('is remarked on once in each list about the past', () => {
    expect(remarksOn(document)).toEqual([
      {
        pointer: '/published/0/person',
        detail:
          '"p9" is named 2 times in the published rota, but is not one of the people: the week is planned without them.',
        maybe: 'right for somebody who has left; otherwise correct the id',
      },
      {
        pointer: '/history/0/person',
        detail:
          '"p9" is named in the history of past weeks, but is not one of the people: the week is planned without them.',
        maybe: 'right for somebody who has left; otherwise correct the id',
      },
    ])
  })

  it('is remarked on in the days before, as is a site that has been given up', () => {
    const row = { person: 'p1', date: '2026-11-27', part: 'am', site: 'A1', work: 'clinic' }
    const before = [row, { ...row, person: 'p9' }, { ...row, site: 'B9' }, { ...row, date: '2026-11-26', site: 'B9' }]
    expect(remarksOn(oneSite([gp('p1', 'Ann')], { before })).map(({ pointer }) => pointer)).toEqual([
      '/before/1/person',
      '/before/2/site',
    ])
    expect(readDocument(oneSite([gp('p1', 'Ann')], { before }), RULE_BOOK).before).toHaveLength(3)
  })

  it('is no part of the problem, and the others are', () => {
    const { published: kept, history } = readDocument(document, RULE_BOOK)
    expect(kept?.map((one) => one.person)).toEqual(['p1'])
    expect(history.size).toBe(0)
  })

  it('is passed over by pins, and nobody else is', () => {
    const pin = { date: '2026-11-30', part: 'am', site: 'A1', work: 'clinic' }
    const week = oneSite([gp('p1', 'Ann')], {
      pins: [
        { ...pin, person: 'p9' },
        { ...pin, person: 'p1' },
      ],
    })
    expect(pointers(week)).toEqual(['/pins/0/person'])
    expect(readDocument(week, RULE_BOOK).pins.map(({ person }) => person)).toEqual(['p1'])
  })

  it('is passed over by rules: limits of one person, and of two who work together', () => {
    const groups = [
      { people: ['p1', 'p9'], how: 'same-site' },
      { people: ['p1', 'p9', 'p2'], how: 'same-session' },
    ]
    const limits = [
      { person: 'p9', parts: ['am'], sessions: 1 },
      { person: 'p2', parts: ['am'], sessions: 2 },
    ]
    const promised = [{ person: 'p9', sessions: 1 }]
    const rules = { together: { groups, limits }, 'safe-workload': { promised } }
    const week = oneSite([gp('p1', 'Ann'), gp('p2', 'Bob')], { rules })
    expect(remarksOn(week).map(({ pointer, detail }) => [pointer, detail.split(',')[0]])).toEqual([
      ['/rules/together/groups/0/people/1', '"p9" is named 3 times in the rule "together"'],
      ['/rules/safe-workload/promised/0/person', '"p9" is named in the rule "safe-workload"'],
    ])
    const read = readDocument(week, RULE_BOOK).rules
    expect(read.get('together')?.numbers).toEqual({
      groups: [{ people: ['p1', 'p2'], how: 'same-session' }],
      limits: [limits[1]],
    })
    expect(read.get('safe-workload')?.numbers).toEqual({ promised: [] })
  })
})

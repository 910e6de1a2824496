import { describe, expect, it } from 'vitest'
import type { Availability } from '../../../src/availability.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import type { PersonDocument, RotaDocument } from '../../../src/intake/rota-document.ts'
import type { Problem } from '../../../src/problem.ts'
import { smallDocument } from '../../small-document.ts'

/** The small document with the first GP changed. */
function withPerson(
  changes: Partial<PersonDocument>,
  overrides: Partial<RotaDocument> = {},
): { problem: Problem; availability: Availability } {
  const people = smallDocument().people.map((person) => (person.id === 'g1' ? { ...person, ...changes } : person))
  const problem = readDocument(smallDocument({ ...overrides, people }), [])
  return { problem, availability: found(problem.availability.get('g1')) }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not found')
  return value
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const EVENING = { id: 'evening', starts: '18:30', ends: '20:00', days: [...WEEKDAYS], enhancedAccess: true }
const SATURDAY = { id: 'sat-am', starts: '09:00', ends: '13:00', days: ['sat' as const], enhancedAccess: true }

describe('people', () => {
  it('may work at home, which always comes first, and where the document says', () => {
    expect(withPerson({ home: 'birch', sites: ['alder', 'birch'] }).problem.personById.get('g1')?.sites).toEqual([
      'birch',
      'alder',
    ])
    expect(readDocument(smallDocument(), []).personById.get('g1')?.sites).toEqual(['alder'])
  })

  it('are free in any session, but for leave from its first to its last day', () => {
    const { availability } = withPerson({
      away: [
        { from: '2026-11-01', to: '2026-11-30', parts: ['pm'] },
        { from: '2026-12-03', to: '2026-12-04' },
      ],
    })
    expect(availability.away).toEqual([false, true, false, false, false, false, true, true, true, true])
    expect(availability.free).toEqual(availability.away.map((away) => !away))
  })

  it('with usual sessions are free in those alone', () => {
    const { availability } = withPerson({
      works: ['mon-am', 'fri-pm'],
      away: [{ from: '2026-12-04', to: '2026-12-04' }],
    })
    expect(availability.free).toEqual([true, false, false, false, false, false, false, false, false, false])
  })

  it('say sat-am for the part sat-am, whichever way', () => {
    for (const word of ['sat-am', 'sat-sat-am']) {
      const { availability } = withPerson({ works: [word] }, { parts: [...smallDocument().parts, SATURDAY] })
      expect(availability.free.map((free, n) => (free ? n : -1)).filter((n) => n >= 0)).toEqual([10])
    }
  })

  it('wish for a session of every week, or of one date', () => {
    const wishes = [
      { part: 'fri-pm', want: 'off' as const },
      { part: 'pm', date: '2026-12-01', want: 'on' as const, weight: 3 },
      { part: 'mon-am', date: '2026-12-07', want: 'off' as const },
    ]
    const { problem } = withPerson({ wishes }, { week: { from: '2026-11-30', weeks: 2 } })
    expect(problem.personById.get('g1')?.wishes).toEqual([
      { sessions: [9, 19], want: 'off', weight: 1 },
      { sessions: [3], want: 'on', weight: 3 },
      { sessions: [10], want: 'off', weight: 1 },
    ])
  })
})

describe('sessions of a contract', () => {
  const contract = { sessions: 8, flex: 1, protected: 1 }

  it('are all due in an ordinary week, and flex comes on top', () => {
    expect(withPerson({ contract }).availability).toMatchObject({ due: [8], most: [9], protected: [1] })
    expect(withPerson({ contract: { sessions: 6.5 } }).availability).toMatchObject({ due: [6.5], most: [6.5] })
  })

  it('shrink with leave in proportion where there is no pattern', () => {
    const { availability } = withPerson({ contract, away: [{ from: '2026-12-01', to: '2026-12-01' }] })
    expect(availability).toMatchObject({ due: [6.4], most: [7.4], protected: [1] })
  })

  it('shrink with closed days, but not where another site of the person is open', () => {
    const closed = [{ date: '2026-12-01', why: 'Learning', sites: ['alder'] }]
    expect(withPerson({ contract }, { closed }).availability.due).toEqual([6.4])
    expect(withPerson({ contract, sites: ['birch'] }, { closed }).availability.due).toEqual([8])
  })

  it('are what is left of a pattern where there is one', () => {
    const works = ['mon-am', 'mon-pm', 'tue-am', 'tue-pm']
    expect(
      withPerson({ contract: { sessions: 4 }, works, away: [{ from: '2026-12-01', to: '2026-12-01' }] }).availability
        .due,
    ).toEqual([2])
    expect(withPerson({ contract: { sessions: 3 }, works }).availability.due).toEqual([3])
  })

  it('are none in a week away, and none of them is protected; the next week is as ever', () => {
    const { availability } = withPerson(
      { contract, away: [{ from: '2026-11-30', to: '2026-12-06' }] },
      { week: { from: '2026-11-30', weeks: 2 } },
    )
    expect(availability).toMatchObject({ due: [0, 8], most: [1, 9], protected: [0, 1] })
  })

  it('do not shrink with an evening away, which is no core session', () => {
    const away = [{ from: '2026-12-01', to: '2026-12-01', parts: ['evening'] }]
    expect(withPerson({ contract, away }, { parts: [...smallDocument().parts, EVENING] }).availability.due).toEqual([8])
  })

  it('of a pattern count a short session for what it uses up', () => {
    const parts = [...smallDocument().parts, { ...EVENING, counts: 0.5 }]
    const person = {
      contract: { sessions: 1.5 },
      works: ['mon-am', 'mon-evening'],
      away: [{ from: '2026-11-30', to: '2026-11-30', parts: ['am'] }],
    }
    expect(withPerson(person, { parts }).availability.due).toEqual([0.5])
  })

  it('are fractions where a contract or a short session is one', () => {
    const parts = [...smallDocument().parts, { ...EVENING, counts: 0.4 }]
    expect(withPerson({ contract: { sessions: 1.2 } }, { parts }).availability.due).toEqual([1.2])
    const half = [{ from: '2026-12-01', to: '2026-12-01', parts: ['am'] }]
    expect(withPerson({ contract: { sessions: 1 }, away: half }).availability.due).toEqual([0.9])
  })

  it.each([
    ['Monday to Wednesday', { from: '2026-11-30', to: '2026-12-02' }, 1.6],
    ['one afternoon', { from: '2026-12-01', to: '2026-12-01', parts: ['pm'] }, 3.6],
    ['a Saturday', { from: '2026-12-05', to: '2026-12-05' }, 4],
  ])('mean the same whether every session is listed or none, with leave on %s', (_, leave, due) => {
    const parts = [...smallDocument().parts, EVENING, SATURDAY]
    const every = WEEKDAYS.flatMap((day) => ['am', 'pm', 'evening'].map((part) => `${day}-${part}`)).concat('sat-am')
    const person = { contract: { sessions: 4 }, away: [leave] }
    expect(withPerson(person, { parts }).availability.due).toEqual([due])
    expect(withPerson({ ...person, works: every }, { parts }).availability.due).toEqual([due])
  })

  it('are all due where the usual week has no room for them, and leave takes its share', () => {
    const person = { contract: { sessions: 8 }, works: ['mon-am', 'tue-am'] }
    expect(withPerson(person).availability.due).toEqual([8])
    const away = [{ from: '2026-12-01', to: '2026-12-01' }]
    expect(withPerson({ ...person, away }).availability.due).toEqual([4])
    expect(withPerson({ contract: { sessions: 8 }, works: [] }).availability.due).toEqual([0])
  })

  it('are in core hours first, so that a Saturday is lost only with a Saturday', () => {
    const parts = [...smallDocument().parts, SATURDAY]
    const works = ['mon-am', 'mon-pm', 'tue-am', 'sat-am']
    const on = (from: string) => ({ contract: { sessions: 4 }, works, away: [{ from, to: from }] })
    expect(withPerson(on('2026-11-30'), { parts }).availability.due).toEqual([2])
    expect(withPerson(on('2026-12-05'), { parts }).availability.due).toEqual([3])
  })
})

describe('protected time', () => {
  const half = { sessions: 4, protected: 0.5 }
  const weeks = (n: number) => ({ week: { from: '2026-11-30', weeks: n } })
  const owing = (protectedOwed: number) => ({ history: [{ person: 'g1', sessions: 10, protectedOwed }] })

  it('of half a session a week is a whole one every other week', () => {
    const { protected: given } = withPerson({ contract: half }, weeks(4)).availability
    expect([given.slice(0, 2), given.slice(2)].map((two) => [...two].sort())).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  it('is the same whether weeks are planned together or one by one', () => {
    const contract = { sessions: 8, protected: 0.7 }
    const mondays = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28']
    const alone = mondays.flatMap(
      (from) => withPerson({ contract }, { week: { from }, demand: [] }).availability.protected,
    )
    expect(withPerson({ contract }, weeks(5)).availability.protected).toEqual(alone)
    expect([3, 4]).toContain(alone.reduce((sum, sessions) => sum + sessions, 0))
  })

  it('comes in turns: colleagues of one contract do not all learn in the same week', () => {
    const people = Array.from({ length: 20 }, (_, n) => ({
      ...{ id: `p${n}`, name: `GP ${n}`, role: 'gp', home: 'alder', contract: half },
    }))
    const learning = [...readDocument(smallDocument({ people }), []).availability.values()]
    expect(learning.filter(({ protected: [now] }) => now === 1).length).toBeGreaterThan(5)
    expect(learning.filter(({ protected: [now] }) => now === 0).length).toBeGreaterThan(5)
  })

  it('is carried by history where the document says what is owed', () => {
    const owed = (n: number) => withPerson({ contract: half }, owing(n)).availability
    expect(owed(0)).toMatchObject({ protected: [0], protectedOwed: 0.5 })
    expect(owed(0.5)).toMatchObject({ protected: [1], protectedOwed: 0 })
    expect(withPerson({ contract: half }, { ...owing(0.5), ...weeks(3) }).availability.protected).toEqual([1, 0, 1])
  })

  it('that was missed is made up for, one session more a week at most', () => {
    expect(withPerson({ contract: half }, owing(6)).availability).toMatchObject({ protected: [2], protectedOwed: 4.5 })
    const whole = { sessions: 4, protected: 1 }
    expect(withPerson({ contract: whole }, owing(1)).availability.protected).toEqual([2])
  })

  it('is never more than is due, and none comes together while somebody is away', () => {
    const contract = { sessions: 1, protected: 1 }
    expect(withPerson({ contract }, owing(2)).availability).toMatchObject({ protected: [1], protectedOwed: 2 })
    const away = [{ from: '2026-11-30', to: '2026-12-06' }]
    expect(withPerson({ contract: half, away }, owing(0.5)).availability).toMatchObject({
      protected: [0],
      protectedOwed: 0.5,
    })
  })
})

import { describe, expect, it } from 'vitest'
import { dueDay } from '../../../src/demand.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import type { RotaDocument } from '../../../src/intake/rota-document.ts'
import { smallDocument } from '../../small-document.ts'

const read = (change: Partial<RotaDocument> = {}) => readDocument(smallDocument(change), [])
const closed = (date: string, more = {}) => ({ date, why: 'Bank holiday', ...more })

describe('working days', () => {
  it('are those with a session in core hours', () => {
    expect(read({ week: { from: '2026-11-30', weeks: 2 } }).workingDays).toEqual([0, 1, 2, 3, 4, 7, 8, 9, 10, 11])
  })

  it('are not those on which the whole network is closed', () => {
    expect(read({ closed: [closed('2026-12-01')] }).workingDays).toEqual([0, 2, 3, 4])
    expect(read({ closed: [closed('2026-12-01', { sites: ['alder'] })] }).workingDays).toEqual([0, 1, 2, 3, 4])
    expect(read({ closed: [closed('2026-12-01', { parts: ['pm'] })] }).workingDays).toEqual([0, 1, 2, 3, 4])
  })

  it('are not days of enhanced access alone, unless there is nothing else', () => {
    const { parts } = smallDocument()
    const saturday = { id: 'sat', starts: '09:00', ends: '13:00', days: ['sat' as const], enhancedAccess: true }
    expect(read({ parts: [...parts, saturday] }).workingDays).toEqual([0, 1, 2, 3, 4])
    const people = smallDocument().people.map(({ works: _, wishes: __, ...person }) => person)
    expect(read({ parts: [saturday], people, demand: [] }).workingDays).toEqual([5])
  })
})

describe('the day on which somebody is due', () => {
  const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]

  it.each([
    ['Monday, two days', 0, 2, 2],
    ['Thursday, two days: over the weekend', 3, 2, 7],
    ['Friday, one day', 4, 1, 7],
    ['Saturday, one day', 5, 1, 7],
    ['Friday, five days: a week', 4, 5, 11],
    ['Friday, six days: after the horizon', 4, 6, null],
    ['before the horizon, one day', -1, 1, 0],
  ])('%s', (_, day, within, due) => {
    expect(dueDay(days, day, within)).toBe(due)
  })
})

describe('the list at the start', () => {
  const waiting = (waitedDays: number, change: Partial<RotaDocument> = {}) =>
    read({ backlog: [{ site: 'alder', need: 'msk', waitedDays, contacts: 4 }], ...change }).waiting[0]?.due

  it.each([
    ['today, like anybody else who does', 0, null],
    ['on Sunday', 1, null],
    ['on Friday', 3, null],
    ['on Thursday: one of seven working days has passed', 4, null],
    ['on Wednesday: two have', 5, 4],
    ['on Tuesday', 6, 3],
    ['on Friday a week before: five have', 10, 1],
    ['on Wednesday of that week: seven have, so they are overdue', 12, 0],
    ['long ago', 400, 0],
  ])('who asked %s', (_, waitedDays, due) => {
    expect(waiting(waitedDays)).toBe(due)
  })

  it('counts no day before the horizon on which the document has the network closed', () => {
    expect(waiting(5, { closed: [closed('2026-11-26')] })).toBe(null)
    expect(waiting(5, { closed: [closed('2026-11-26', { sites: ['alder'] })] })).toBe(4)
  })

  it('is due from the first working day on', () => {
    expect(waiting(400, { closed: [closed('2026-11-30')] })).toBe(1)
    expect(waiting(6, { closed: [closed('2026-11-30')] })).toBe(4)
  })

  it('has no same-day need: who waits with one asks again in the first open session', () => {
    const backlog = [{ site: 'alder', need: 'urgent', waitedDays: 3, contacts: 5 }]
    const problem = read({ backlog, demand: [], closed: [closed('2026-11-30', { parts: ['am'] })] })
    expect(problem.waiting).toEqual([])
    expect(problem.arrivals).toEqual([{ site: 'alder', need: 'urgent', session: 1, contacts: 5, mean: 5 }])
  })

  it('adds them to who asks then anyway, and does not raise what is known', () => {
    const backlog = [{ site: 'alder', need: 'urgent', waitedDays: 3, contacts: 5 }]
    const demand = [{ site: 'alder', need: 'urgent', date: '2026-11-30', part: 'am', contacts: 10 }]
    const [mean] = read({ backlog, demand }).arrivals
    expect(mean).toMatchObject({ contacts: 15, mean: 15 })
    const [busy] = read({ backlog, demand, plan: 'p80' }).arrivals
    expect(busy?.contacts).toBeCloseTo((read({ backlog: [], demand, plan: 'p80' }).arrivals[0]?.contacts ?? 0) + 5)
    expect(busy?.mean).toBe(15)
  })
})

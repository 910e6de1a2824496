/** What history says of two versions of a network's record. */
import { expect, it } from 'vitest'
import type { NetworkRecord } from '../../web/src/api.ts'
import { recordChanges } from '../../web/src/pages/history/record-changes.ts'

const person = (id: string, sessions = 8) => ({ id, name: id.toUpperCase(), role: 'gp', contract: { sessions } })
const RECORD: NetworkRecord = {
  format: 'network/1',
  network: { ods: 'U99999', name: 'Alder and Birch' },
  sites: [{ id: 'alder', name: 'Alder Road', patients: 6000 }],
  people: [person('ann'), person('bob')],
  parts: [
    { id: 'am', starts: '08:30', ends: '12:40', days: ['mon'] },
    { id: 'sat', starts: '09:00', ends: '13:00', days: ['sat'] },
  ],
}

it('names leave that was granted and leave that was cancelled', () => {
  const leave = [{ id: 'l1', person: 'ann', from: '2026-12-14', to: '2026-12-18' }]
  const granted = { ...RECORD, leave }
  expect(recordChanges(RECORD, granted)).toEqual(['leave granted: ANN, Monday 14 December to Friday 18 December'])
  expect(recordChanges(granted, { ...RECORD, leave: [] })).toEqual([
    'leave cancelled: ANN, Monday 14 December to Friday 18 December',
  ])
  const part = [{ id: 'l1', person: 'bob', from: '2026-12-19', to: '2026-12-19', parts: ['sat'] }]
  expect(recordChanges(RECORD, { ...RECORD, leave: part })).toEqual([
    'leave granted: BOB, Saturday 19 December, Saturday mornings only',
  ])
})

it('tells a replaced team from people who join, leave or change', () => {
  expect(recordChanges(RECORD, { ...RECORD, people: [person('cat')] })).toEqual([
    'the team replaced: 2 people before, 1 now',
  ])
  expect(recordChanges(RECORD, { ...RECORD, people: [person('bob', 6), person('cat')] })).toEqual([
    'added: CAT',
    'removed: ANN',
    'details changed: BOB',
  ])
})

it('names what else changed, whatever the order of its fields', () => {
  const site = { patients: 6000, name: 'Alder Road', id: 'alder' }
  expect(recordChanges(RECORD, { ...RECORD, sites: [site], rules: { 'few-sites': false } })).toEqual(['rules changed'])
  expect(recordChanges(null, RECORD)).toEqual(['saved for the first time, with 2 people'])
})

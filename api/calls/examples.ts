/** Examples for the documentation. A test validates each against its schema and solves the document. */
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'

/** One practice, one day of need, three people: small enough to read, and quick to plan. */
export const DOCUMENT: RotaDocument = {
  format: 'rota/1',
  network: { ods: 'U99999', name: 'Example network' },
  week: { from: '2026-11-30', weeks: 1 },
  parts: [
    { id: 'am', starts: '08:30', ends: '12:40', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    { id: 'pm', starts: '14:00', ends: '18:10', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  ],
  sites: [{ id: 'A99901', name: 'Alder Road', patients: 6000, rooms: 4 }],
  needs: [
    { id: 'urgent', title: 'Urgent, same day', within: 'same-day', weight: 10 },
    { id: 'routine', title: 'Routine', within: '14d', weight: 2 },
  ],
  roles: [
    {
      id: 'gp',
      title: 'GP',
      costPerSession: 267,
      maxContactsPerDay: 28,
      meets: { urgent: { minutes: 12 }, routine: { minutes: 15 } },
      duty: true,
      funding: 'core',
    },
  ],
  people: [
    { id: 'p001', name: 'Dr Ash', role: 'gp', home: 'A99901', contract: { sessions: 8 } },
    { id: 'p002', name: 'Dr Beech', role: 'gp', home: 'A99901', contract: { sessions: 6 } },
    {
      id: 'p003',
      name: 'Dr Cedar',
      role: 'gp',
      home: 'A99901',
      contract: { sessions: 4 },
      away: [{ from: '2026-12-03', to: '2026-12-04' }],
    },
  ],
  demand: [
    { site: 'A99901', need: 'urgent', date: '2026-11-30', part: 'am', contacts: 18 },
    { site: 'A99901', need: 'routine', date: '2026-11-30', part: 'am', contacts: 40 },
  ],
  solve: { seconds: 5, gap: 0.01, seed: 1 },
}

/** The same practice as a record, from which any week can be generated. */
export const RECORD: NetworkRecord = {
  format: 'network/1',
  network: { ods: 'U99999', name: 'Example network' },
  sites: [{ id: 'A99901', name: 'Alder Road', patients: 6000, rooms: 4 }],
  people: [
    { id: 'p001', name: 'Dr Ash', role: 'gp', contract: { sessions: 8 } },
    {
      id: 'p002',
      name: 'Dr Beech',
      role: 'gp',
      contract: { sessions: 6 },
      patterns: [
        { weeks: ['A'], works: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am', 'wed-pm'] },
        { weeks: ['B'], works: ['wed-am', 'wed-pm', 'thu-am', 'thu-pm', 'fri-am', 'fri-pm'] },
      ],
    },
  ],
  cycle: { weeks: ['A', 'B'], from: '2026-11-30' },
  leave: [{ id: 'l1', person: 'p001', from: '2026-12-21', to: '2026-12-24' }],
}

/** A rota for the document, with one session. */
export const ROTA = [
  { person: 'p001', date: '2026-11-30', part: 'am', site: 'A99901', work: 'clinic' },
  { person: 'p002', date: '2026-11-30', part: 'pm', site: 'A99901', work: 'duty' },
] as const

export const PROBLEM = {
  type: 'urn:problem-type:rota:invalid-input',
  title: 'The input is not valid.',
  status: 422,
  errors: [
    {
      pointer: '/people/0/rol',
      detail: 'There is no field "rol".',
      seen: '"gp"',
      maybe: 'role',
    },
  ],
}

/** Examples for the documentation. A test reads each with the schema that it is an example of, and solves the document. */
import type { RotaDocument } from '../../src/intake/rota-document.ts'

/** One practice, one day of need, three people: small enough to be read, and planned in a moment. */
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

/** A rota for it, of one session. */
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

/** A small document for tests: two practices, one week of mornings and afternoons, seven people. */
import type { PersonDocument, RotaDocument } from '../src/intake/rota-document.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const DATES = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']

/** Returns a fresh copy; `overrides` replaces top-level fields. The week is that of Monday 30 November 2026. */
export function smallDocument(overrides: Partial<RotaDocument> = {}): RotaDocument {
  return {
    format: 'rota/1',
    network: { ods: 'U99999', name: 'Alder and Birch', timezone: 'Europe/London' },
    week: { from: '2026-11-30', weeks: 1 },
    parts: [
      { id: 'am', starts: '08:30', ends: '12:40', days: [...WEEKDAYS] },
      { id: 'pm', starts: '14:00', ends: '18:10', days: [...WEEKDAYS] },
    ],
    closed: [],
    sites: [
      { id: 'alder', name: 'Alder Road', patients: 6000, adjustedPatients: 6100, rooms: 4, travel: { birch: 10 } },
      { id: 'birch', name: 'Birch Lane', patients: 4000, rooms: 3, travel: { alder: 10 } },
    ],
    needs: [
      { id: 'urgent', title: 'Urgent, same day', within: 'same-day', weight: 10, remote: 0.4 },
      { id: 'routine', title: 'Routine', within: '14d', weight: 2 },
      { id: 'msk', title: 'Back, joint and muscle', within: '7d', weight: 2, shared: true },
      { id: 'treatment', title: 'Bloods and dressings', within: '7d', weight: 1 },
      { id: 'visit', title: 'Home visits', within: 'same-day', weight: 6, visit: true },
    ],
    roles: roles(),
    people: people(),
    demand: demand(),
    backlog: [{ site: 'alder', need: 'routine', waitedDays: 3, contacts: 12 }],
    pins: [],
    published: null,
    history: [],
    rules: {},
    plan: 'mean',
    solve: { seconds: 10, gap: 0.01, seed: 1 },
    ...overrides,
  }
}

function roles(): RotaDocument['roles'] {
  const meetsAll = {
    urgent: { minutes: 12 },
    routine: { minutes: 15 },
    msk: { minutes: 15 },
    treatment: { minutes: 15 },
    visit: { minutes: 40 },
  }
  return [
    { id: 'gp', title: 'GP', costPerSession: 267, maxContactsPerDay: 25, meets: meetsAll, duty: true, funding: 'core' },
    {
      id: 'registrar',
      title: 'GP registrar',
      costPerSession: 0,
      meets: { urgent: { minutes: 20, returns: 0.05 }, routine: { minutes: 20, returns: 0.05 } },
      supervision: { minutes: 30, by: ['gp'], where: 'site' },
      funding: 'training',
    },
    {
      id: 'nurse',
      title: 'Practice nurse',
      costPerSession: 135,
      meets: { treatment: { minutes: 15 }, urgent: { minutes: 20, returns: 0.1 } },
      funding: 'core',
    },
    {
      id: 'physio',
      title: 'First contact physiotherapist',
      costPerSession: 169,
      maxContactsPerDay: 20,
      maxSites: 2,
      meets: { msk: { minutes: 20, returns: 0.05 } },
      supervision: { minutes: 5, by: ['gp'], where: 'network' },
      funding: 'arrs',
    },
    {
      id: 'paramedic',
      title: 'Paramedic',
      costPerSession: 150,
      maxSites: 2,
      meets: { urgent: { minutes: 15, returns: 0.15 }, visit: { minutes: 40, returns: 0.1 } },
      funding: 'arrs',
    },
  ]
}

function people(): PersonDocument[] {
  return [
    { id: 'g1', name: 'GP 1', role: 'gp', home: 'alder', contract: { sessions: 8, protected: 1 } },
    { id: 'g2', name: 'GP 2', role: 'gp', home: 'birch', contract: { sessions: 8 } },
    {
      id: 'g3',
      name: 'GP 3',
      role: 'gp',
      home: 'alder',
      sites: ['alder', 'birch'],
      contract: { sessions: 6, flex: 1 },
    },
    { id: 'r1', name: 'Registrar 1', role: 'registrar', home: 'alder', contract: { sessions: 7 } },
    {
      id: 'n1',
      name: 'Nurse 1',
      role: 'nurse',
      home: 'alder',
      contract: { sessions: 8 },
      away: [{ from: '2026-12-02', to: '2026-12-02' }],
    },
    {
      id: 'f1',
      name: 'Physio 1',
      role: 'physio',
      home: 'alder',
      sites: ['alder', 'birch'],
      contract: { sessions: 4 },
      works: ['mon-am', 'mon-pm', 'wed-am', 'thu-pm'],
    },
    {
      id: 'p1',
      name: 'Paramedic 1',
      role: 'paramedic',
      home: 'birch',
      sites: ['alder', 'birch'],
      contract: { sessions: 6 },
      wishes: [{ part: 'fri-pm', want: 'off' }],
    },
  ]
}

/** Weekly contacts of each need per 1,000 patients, spread evenly except for a heavier Monday. */
const WEEKLY = { urgent: 18, routine: 22, msk: 5, treatment: 8, visit: 0.6 }

function demand(): RotaDocument['demand'] {
  const patients = { alder: 6000, birch: 4000 }
  return Object.entries(patients).flatMap(([site, list]) =>
    Object.entries(WEEKLY).flatMap(([need, weekly]) =>
      DATES.flatMap((date, day) =>
        ['am', 'pm'].map((part) => {
          const share = (day === 0 ? 0.28 : 0.18) * (part === 'am' ? 0.6 : 0.4)
          return { site, need, date, part, contacts: Math.round(weekly * (list / 1000) * share * 100) / 100 }
        }),
      ),
    ),
  )
}

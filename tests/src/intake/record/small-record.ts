/** A record for tests: two practices, seven people, a cycle of two weeks. */
import type { NetworkRecord } from '../../../../src/intake/record-document.ts'

/** A fresh copy each time; `overrides` replaces whole top-level fields. Week A begins on Monday 30 November 2026. */
export function smallRecord(overrides: Partial<NetworkRecord> = {}): NetworkRecord {
  return {
    format: 'network/1',
    network: { ods: 'U99999', name: 'Alder and Birch' },
    sites: [
      { id: 'alder', name: 'Alder Road', patients: 6000, travel: { birch: 10 } },
      { id: 'birch', name: 'Birch Lane', patients: 4000, rooms: 3, travel: { alder: 10 } },
    ],
    needs: [
      { id: 'urgent', title: 'Urgent, same day', within: 'same-day', weight: 10, remote: 0.4 },
      { id: 'routine', title: 'Routine', within: '10d', weight: 2, followUp: true },
    ],
    roles: [
      { id: 'gp', title: 'GP', duty: true, meets: { urgent: { minutes: 12 }, routine: { minutes: 15 } } },
      { id: 'nurse', title: 'Nurse', meets: { routine: { minutes: 20, returns: 0.1 } } },
    ],
    people: [
      { id: 'ann', name: 'Ann', role: 'gp', contract: { sessions: 8 } },
      { id: 'bob', name: 'Bob', role: 'gp', contract: { sessions: 6 }, works: ['mon-am', 'tue-am', 'fri-pm'] },
      { id: 'cat', name: 'Cat', role: 'gp', home: 'birch', contract: { sessions: 8 } },
      { id: 'dee', name: 'Dee', role: 'nurse', home: 'birch', contract: { sessions: 6 } },
    ],
    cycle: { weeks: ['A', 'B'], from: '2026-11-30' },
    demand: {
      source: 'own',
      weekly: [
        { site: 'alder', need: 'urgent', contacts: 50 },
        { site: 'alder', need: 'routine', contacts: 40 },
        { site: 'birch', need: 'urgent', contacts: 30 },
      ],
      plan: 'mean',
    },
    solve: { seconds: 10, gap: 0.01, seed: 1 },
    ...overrides,
  }
}

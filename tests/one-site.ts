/** The smallest document with something to plan: one site, only GPs, mornings and afternoons of one week. */
import type { PersonDocument, RotaDocument } from '../src/intake/rota-document.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** A GP at Alder Road; `change` replaces top-level fields. */
export function gp(id: string, name: string, change: Partial<PersonDocument> = {}): PersonDocument {
  return { id, name, role: 'gp', home: 'A1', contract: { sessions: 8 }, ...change }
}

/** Returns a fresh copy; `change` replaces top-level fields. The week is that of Monday 30 November 2026. */
export function oneSite(people: PersonDocument[], change: Partial<RotaDocument> = {}): RotaDocument {
  return {
    format: 'rota/1',
    network: { ods: 'U99999', name: 'Invented PCN' },
    week: { from: '2026-11-30' },
    parts: [
      { id: 'am', starts: '08:30', ends: '12:40', days: [...WEEKDAYS] },
      { id: 'pm', starts: '14:00', ends: '18:10', days: [...WEEKDAYS] },
    ],
    sites: [{ id: 'A1', name: 'Alder Road', patients: 3000, rooms: 5 }],
    needs: [
      { id: 'urgent', title: 'Urgent', within: 'same-day', weight: 10 },
      { id: 'routine', title: 'Routine', within: '7d', weight: 3 },
    ],
    roles: [
      {
        id: 'gp',
        title: 'GP',
        costPerSession: 267,
        maxContactsPerDay: 25,
        duty: true,
        meets: { urgent: { minutes: 12 }, routine: { minutes: 15 } },
      },
    ],
    people,
    demand: [],
    solve: { seconds: 10, gap: 0.01, seed: 1 },
    ...change,
  }
}

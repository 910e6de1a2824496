/** A minimal week, whose solve is mostly fixed overhead. */
import type { NetworkRecord } from '../src/intake/record-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

export interface TinyOptions {
  /** A network code that isn't in any register. */
  readonly ods?: string
  readonly week?: string
  /** Makes documents unique. */
  readonly waiting?: number
  readonly seconds?: number
}

export function tinyDocument(options: TinyOptions = {}): Partial<RotaDocument> {
  const { ods = 'U99999', week = '2026-11-30', waiting = 1, seconds = 5 } = options
  return {
    format: 'rota/1',
    network: { ods, name: 'Tiny' },
    week: { from: week },
    parts: [{ id: 'am', starts: '08:30', ends: '12:40', days: [...WEEKDAYS] }],
    sites: [{ id: 'alder', name: 'Alder Road', patients: 2000, rooms: 2 }],
    plan: 'mean',
    needs: [{ id: 'urgent', title: 'Urgent, same day', within: 'same-day', weight: 10 }],
    roles: [{ id: 'gp', title: 'GP', meets: { urgent: { minutes: 12 } }, duty: true, funding: 'core' }],
    people: [
      { id: 'g1', name: 'GP 1', role: 'gp', home: 'alder', contract: { sessions: 5 } },
      { id: 'g2', name: 'GP 2', role: 'gp', home: 'alder', contract: { sessions: 3 } },
    ],
    demand: [{ site: 'alder', need: 'urgent', date: week, part: 'am', contacts: waiting }],
    solve: { seconds, gap: 0.05, seed: 1 },
  } as Partial<RotaDocument>
}

/** A minimal record; `note` makes records unique. */
export function tinyRecord(ods: string, note: string): NetworkRecord {
  return {
    format: 'network/1',
    note,
    network: { ods, name: 'Tiny' },
    sites: [{ id: 'alder', name: 'Alder Road', patients: 2000 }],
    people: [{ id: 'g1', name: 'GP 1', role: 'gp-partner', contract: { sessions: 5 } }],
  }
}

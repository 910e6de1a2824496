/** The small document reduced to its Monday and Tuesday: solved to optimality in about a second. */
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { smallDocument } from './small-document.ts'

const DAYS = ['mon', 'tue'] as const
/** Its last session. */
export const LAST = { date: '2026-12-01', part: 'pm' }

/** Returns a fresh copy; `overrides` replaces top-level fields. */
export function shortWeek(overrides: Partial<RotaDocument> = {}): RotaDocument {
  const { parts, people, demand, ...rest } = smallDocument()
  return {
    ...rest,
    parts: parts.map((part) => ({ ...part, days: [...DAYS] })),
    people: people.map(({ wishes, works, ...person }) => ({
      ...person,
      ...(works === undefined ? {} : { works: works.filter((slot) => /^(mon|tue)-/.test(slot)) }),
    })),
    demand: demand.filter(({ date }) => date <= LAST.date),
    ...overrides,
  }
}

/** The same, with a rush of urgent demand on the last afternoon, and a GP away then. */
export function busyLastAfternoon(): RotaDocument {
  const { people, demand } = shortWeek()
  const rush = ['alder', 'birch'].map((site) => ({ site, need: 'urgent', ...LAST, contacts: 60 }))
  const away = [{ from: LAST.date, to: LAST.date, parts: [LAST.part] }]
  const team = people.map((person) => (person.id === 'g1' ? { ...person, away } : person))
  return shortWeek({ people: team, demand: [...demand, ...rush] })
}

/** The same, with practices too far apart to work at both in one day, and a paramedic pinned to both on the last. */
export function pinnedTooFarApart(): RotaDocument {
  const { sites } = shortWeek()
  const far = sites.map((site) => ({ ...site, travel: { [site.id === 'alder' ? 'birch' : 'alder']: 100 } }))
  const pin = (part: string, site: string) => ({ person: 'p1', date: LAST.date, part, site, work: 'clinic' })
  return shortWeek({ sites: far, pins: [pin('am', 'alder'), pin('pm', 'birch')] })
}

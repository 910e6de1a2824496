/** A week of two practices, small enough to reckon by hand. */
import type { Arrivals, Waiting } from '../../src/demand.ts'
import type { Need } from '../../src/needs.ts'
import type { Site } from '../../src/places.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Clinic } from '../../src/rota.ts'
import type { Cadre, Person, Role, Skillset } from '../../src/staff.ts'
import { layOut, type Part, type Weekday } from '../../src/time.ts'

const CORE: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']
const PARTS: readonly Part[] = [
  { id: 'am', starts: '08:30', ends: '12:40', days: CORE, enhancedAccess: false, counts: 1 },
  { id: 'pm', starts: '14:00', ends: '18:10', days: CORE, enhancedAccess: false, counts: 1 },
  { id: 'evening', starts: '18:30', ends: '20:00', days: ['mon'], enhancedAccess: true, counts: 0.5 },
  { id: 'sat-am', starts: '09:00', ends: '13:00', days: ['sat'], enhancedAccess: true, counts: 1 },
]

/** Sessions of the week: 0 Mon am, 1 Mon pm, 2 Mon evening, 3 Tue am … 9 Fri am, 10 Fri pm, 11 Sat am. */
export const MON_AM = 0
export const MON_PM = 1
export const MON_EVENING = 2
export const TUE_AM = 3
export const WED_AM = 5
export const THU_AM = 7
export const FRI_AM = 9
export const FRI_PM = 10
export const SAT_AM = 11

const PLAIN_NEED = {
  weight: 1,
  shared: true,
  remote: 0,
  visit: false,
  followUp: false,
  skill: null,
  gpadCategory: null,
  official: false,
}
const NEEDS: readonly Need[] = [
  { ...PLAIN_NEED, id: 'urgent', title: 'Urgent, same day', withinDays: 0, weight: 10, official: true },
  { ...PLAIN_NEED, id: 'msk', title: 'Back, joint and muscle', withinDays: 2, weight: 2 },
  { ...PLAIN_NEED, id: 'gp', title: 'GP follow-up', withinDays: 14, followUp: true },
]

const GP_MEETS = new Map<string, Skillset>(NEEDS.map((need) => [need.id, { minutes: 15, returns: 0 }]))
const PHYSIO_MEETS = new Map<string, Skillset>([['msk', { minutes: 20, returns: 0.1 }]])
const PLAIN_ROLE = {
  sessionMinutes: 250,
  patientMinutes: 180,
  maxContactsPerDay: null,
  maxSites: null,
  supervision: null,
}
const ROLES: readonly Role[] = [
  { ...PLAIN_ROLE, id: 'gp', title: 'GP', costPerSession: 267, meets: GP_MEETS, duty: true, funding: 'core' },
  {
    ...PLAIN_ROLE,
    id: 'physio',
    title: 'Physiotherapist',
    costPerSession: 169.5,
    meets: PHYSIO_MEETS,
    duty: false,
    funding: 'arrs',
  },
]

function person(id: string, role: string, sessions: number): Person {
  const contract = { sessions, flex: 0, protected: 0 }
  return { id, name: id, role, home: 'A', sites: ['A', 'B'], contract, skills: [], wishes: [], cadre: role }
}

const PEOPLE = [
  person('gp-1', 'gp', 8),
  person('gp-2', 'gp', 4),
  person('physio-1', 'physio', 6),
  person('locum', 'gp', 0),
]

export interface Change {
  readonly arrivals?: readonly Arrivals[]
  readonly waiting?: readonly Waiting[]
  readonly needs?: readonly Need[]
  readonly note?: string
}

/** The week, with nothing arriving but what the test says. */
export function smallWeek(change: Change = {}): Problem {
  const horizon = layOut('2026-11-30', 1, 'Europe/London', PARTS)
  const open = horizon.sessions.map(() => true)
  const sites: Site[] = ['A', 'B'].map((id) => ({
    id,
    name: id === 'A' ? 'Alder Road' : 'Birch Lane',
    patients: 8000,
    adjustedPatients: 8000,
    rooms: 4,
    travel: new Map(),
    open,
  }))
  const needs = change.needs ?? NEEDS
  const cadres: Cadre[] = ROLES.map((role) => ({
    id: role.id,
    role: role.id,
    people: PEOPLE.filter((p) => p.role === role.id).map((p) => p.id),
    meets: role.meets,
  }))
  return {
    network: { ods: 'U99999', name: 'Two Streams', timezone: 'Europe/London' },
    note: change.note ?? null,
    synthetic: false,
    remarks: [],
    horizon,
    closures: [],
    sites,
    needs,
    roles: ROLES,
    people: PEOPLE,
    cadres,
    siteById: new Map(sites.map((s) => [s.id, s])),
    needById: new Map(needs.map((n) => [n.id, n])),
    roleById: new Map(ROLES.map((r) => [r.id, r])),
    personById: new Map(PEOPLE.map((p) => [p.id, p])),
    cadreById: new Map(cadres.map((c) => [c.id, c])),
    availability: new Map(),
    plan: 'mean',
    workingDays: [0, 1, 2, 3, 4],
    arrivals: change.arrivals ?? [],
    waiting: change.waiting ?? [],
    pins: [],
    published: null,
    before: null,
    history: new Map(),
    rules: new Map(),
    solve: { seconds: 60, gap: 0.01, seed: 7, engine: 'auto' },
  }
}

/** So many contacts of a need of practice A's patients arrive in a session. */
export function arrive(need: string, session: number, contacts: number): Arrivals {
  return { need, session, contacts, mean: contacts, site: 'A' }
}

/** The same at practice B. */
export function arriveAtB(need: string, session: number, contacts: number): Arrivals {
  return { need, session, contacts, mean: contacts, site: 'B' }
}

/** A clinic of practice A's patients, held by physiotherapists where the need is theirs and by GPs where not. */
export function clinic(need: string, session: number, contacts: number, more: Partial<Clinic> = {}): Clinic {
  const cadre = need === 'msk' ? 'physio' : 'gp'
  return { need, session, contacts, cadre, site: 'A', work: 'clinic', patientsOf: 'A', ...more }
}

export function works(who: string, session: number, more: Partial<Assignment> = {}): Assignment {
  return { person: who, session, site: 'A', work: 'clinic', remote: false, ...more }
}

/** Replaces a document's staff by England's average per patient, by group of roles. */
import type { NationalAverage } from '../../mix-answer.ts'
import type { Atlas } from '../atlas.ts'
import { englandRates, NETWORK_RATES } from '../network/england-staff.ts'
import type { RotaDocument } from '../rota-document.ts'
import { applyChanges } from './apply-changes.ts'

const FULL_TIME = 9
const CENSUS = 'General Practice Workforce, mean of April 2024 to January 2025 (data/atlas)'

interface Group {
  readonly group: string
  /** Sessions are added to the first of these that the document has. */
  readonly roles: readonly string[]
  /** Full-time equivalents per 10,000 patients. */
  readonly rate: number
  readonly source: string
}

/** For practices rates are published by group, for networks by role. */
function groupsOf(atlas: Atlas): Group[] {
  const england = englandRates(atlas)
  const practice = (group: string, roles: readonly string[], rate: number) => ({ group, roles, rate, source: CENSUS })
  return [
    practice('GPs', ['salaried-gp', 'gp', 'gp-partner'], england.gp),
    practice('Trainees and locums', ['gp-registrar', 'registrar', 'locum-gp'], england['trainee-locum']),
    practice('Nurses of practices', ['practice-nurse', 'nurse', 'anp'], england.nurse),
    practice(
      'Others in direct patient care of practices',
      ['hca', 'phlebotomist', 'practice-pharmacist', 'practice-paramedic'],
      england.care,
    ),
    ...Object.entries(NETWORK_RATES).map(([role, { rate, source }]) => ({ group: role, roles: [role], rate, source })),
  ]
}

export interface NationalTeam {
  readonly document: RotaDocument
  readonly staff: NationalAverage['staff']
}

/** Unchanged: roles without a published figure, and groups without a role in the document. */
export function nationalTeam(document: RotaDocument, atlas: Atlas): NationalTeam {
  const patients = document.sites.reduce((sum, site) => sum + site.patients, 0)
  const told = groupsOf(atlas).flatMap(({ group, roles: all, rate, source }) => {
    const roles = all.filter((id) => document.roles.some((role) => role.id === id))
    const own = roles.map((role) => ({ role, sessions: sessionsOf(document, role) }))
    const [first] = roles
    if (first === undefined) return []
    const title = all.length > 1 ? group : (document.roles.find(({ id }) => id === first)?.title ?? group)
    const today = own.reduce((sum, { sessions }) => sum + sessions, 0)
    const england = (rate * patients * FULL_TIME) / 10_000
    const changes = england > today ? [grown(first, england - today)] : shrunk(own, 1 - england / Math.max(1e-9, today))
    const fte = (sessions: number) => Math.round((100 * sessions) / FULL_TIME) / 100
    return [{ changes, staff: { group: title, roles, own: fte(today), england: fte(england), source } }]
  })
  return {
    document: applyChanges(
      document,
      told.flatMap(({ changes }) => changes),
    ),
    staff: told.map(({ staff }) => staff),
  }
}

function sessionsOf({ people }: RotaDocument, role: string): number {
  return people.filter((person) => person.role === role).reduce((sum, { contract }) => sum + contract.sessions, 0)
}

function grown(role: string, sessions: number): object {
  return { add: { role, sessions } }
}

/** Reduces every role of a group by the same share. */
function shrunk(own: readonly { readonly role: string; readonly sessions: number }[], share: number): object[] {
  return own
    .filter(({ sessions }) => sessions * share > 1e-6)
    .map(({ role, sessions }) => ({ remove: { role, sessions: sessions * share } }))
}

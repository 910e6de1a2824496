/**
 * Assumptions about substitution, each with a low and a high value. If a comparison's conclusion is the same across the range, it doesn't
 * depend on the assumption. The middle is the document's value.
 */
import type { RoleDocument, RotaDocument } from '../rota-document.ts'

export interface Assumption {
  readonly id: string
  readonly title: string
  /** Factor applied to the document's own values. */
  readonly low: number
  readonly high: number
  readonly source: string
  /** The document with this assumption multiplied by `times`. */
  readonly at: (document: RotaDocument, times: number) => RotaDocument
}

export const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'minutes-of-others',
    title: 'Minutes that other roles than GPs take for a contact',
    low: 0.9,
    high: 1.3,
    source:
      'nurses take longer than doctors (Cochrane 2018), physician associates 5.8 minutes longer (a study of 2,086 same-day consultations); the lower end is our assumption',
    at: (document, times) => withRoles(document, (role) => (isGp(role) ? role : withMeets(role, { minutes: times }))),
  },
  {
    id: 'returns',
    title: 'Contacts that return to a GP',
    low: 0.3,
    high: 2,
    source:
      '1.4% of patients of first contact physiotherapists had a formal review by a GP where 5% are assumed here; reconsultation after physician associates 1.24 times that after GPs, up to 1.79',
    at: (document, times) => withRoles(document, (role) => withMeets(role, { returns: times })),
  },
  {
    id: 'supervision',
    title: 'Minutes of supervision a session',
    low: 0.5,
    high: 2,
    source: 'an assumption: guidance asks for a named supervisor and gives no minutes',
    at: (document, times) =>
      withRoles(document, (role) =>
        role.supervision === undefined
          ? role
          : { ...role, supervision: { ...role.supervision, minutes: role.supervision.minutes * times } },
      ),
  },
  {
    id: 'minutes-of-gps',
    title: 'Minutes that GPs take for a contact',
    low: 0.85,
    high: 1.25,
    source:
      'from the ten minutes that four in five Sussex practices book to the fifteen of the British Medical Association',
    at: (document, times) => withRoles(document, (role) => (isGp(role) ? withMeets(role, { minutes: times }) : role)),
  },
  {
    id: 'demand',
    title: 'Patients who call',
    low: 0.9,
    high: 1.1,
    source: 'the variation of demand from week to week (src/policy.ts)',
    at: (document, times) => ({
      ...document,
      demand: document.demand.map((row) => ({ ...row, contacts: row.contacts * times })),
    }),
  },
]

function withRoles(document: RotaDocument, change: (role: RoleDocument) => RoleDocument): RotaDocument {
  return { ...document, roles: document.roles.map(change) }
}

function isGp(role: RoleDocument): boolean {
  return role.duty === true || /(^|-)gp(-|$)/.test(role.id)
}

function withMeets(
  role: RoleDocument,
  { minutes = 1, returns = 1 }: { minutes?: number; returns?: number },
): RoleDocument {
  const meets = Object.entries(role.meets ?? {}).map(([need, how]) => [
    need,
    {
      minutes: Math.max(1, how.minutes * minutes),
      ...(how.returns === undefined ? {} : { returns: Math.min(1, how.returns * returns) }),
    },
  ])
  return role.meets === undefined ? role : { ...role, meets: Object.fromEntries(meets) }
}

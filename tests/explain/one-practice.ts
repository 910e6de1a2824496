/** One practice and its small team, for causes that were false once; and what is said of a rota of it. */
import { reportOf } from '../../solver/plan.ts'
import type { PersonDocument, RoleDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import type { Finding, Report } from '../../src/report.ts'
import { handMade } from '../hand-made.ts'
import { problemOf, solveProblem } from '../solved-week.ts'
import { foundIn } from './found-in.ts'

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
export const [MON, FRI] = ['2026-11-30', '2026-12-04']

export const GP: RoleDocument = {
  id: 'gp',
  title: 'GP',
  costPerSession: 267,
  maxContactsPerDay: 25,
  duty: true,
  meets: { urgent: { minutes: 12 }, routine: { minutes: 15 } },
}
export const PHYSIO: RoleDocument = { id: 'physio', title: 'Physio', meets: { routine: { minutes: 20 } } }
export const REGISTRAR: RoleDocument = {
  id: 'registrar',
  title: 'Registrar',
  meets: { routine: { minutes: 20 } },
  supervision: { minutes: 20, by: ['gp'], where: 'site' },
}

/** One practice, one week of mornings and afternoons, urgent and routine need; rules about cover and contracts ask for nothing. */
export function practice(people: readonly PersonDocument[], more: Partial<RotaDocument> = {}): RotaDocument {
  return {
    format: 'rota/1',
    network: { ods: 'U99999', name: 'Invented PCN' },
    week: { from: MON },
    parts: [
      { id: 'am', starts: '08:30', ends: '12:40', days: [...DAYS] },
      { id: 'pm', starts: '14:00', ends: '18:10', days: [...DAYS] },
    ],
    sites: [{ id: 'alder', name: 'Alder Road', patients: 3000, rooms: 5 }],
    needs: [
      { id: 'urgent', title: 'Urgent', within: 'same-day', weight: 10 },
      { id: 'routine', title: 'Routine', within: '3d', weight: 3 },
    ],
    roles: [GP, PHYSIO, REGISTRAR],
    people: [...people],
    demand: [],
    plan: 'mean',
    rules: { 'duty-doctor': false, 'minimum-cover': false },
    solve: { seconds: 10, gap: 0, seed: 1 },
    ...more,
  }
}

export function person(id: string, name: string, more: Partial<PersonDocument> = {}): PersonDocument {
  return { id, name, role: 'gp', home: 'alder', contract: { sessions: 10 }, ...more }
}

export const ANN = person('ann', 'Ann')
export const onMonday = { contract: { sessions: 2 }, works: ['mon-am', 'mon-pm'] }

export function need(id: string, date: string, part: string, contacts: number, site = 'alder') {
  return { site, need: id, date, part, contacts }
}

export async function planned(document: RotaDocument): Promise<Report> {
  const problem = problemOf(document)
  return reportOf(problem, await solveProblem(problem), 'sha256:0')
}

export function judged(
  document: RotaDocument,
  assignments: readonly string[],
  clinics: readonly string[] = [],
): readonly Finding[] {
  const problem = problemOf(document)
  return foundIn(problem, handMade(problem, assignments, clinics))
}

/** Every different cause of what a rule finds. */
export function causesOf(findings: readonly Finding[], rule: string): (string | undefined)[] {
  return [...new Set(findings.filter((f) => f.rule === rule).map((f) => f.cause))]
}

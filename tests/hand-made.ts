/** Weeks and rotas in hand-written shorthand: changes to a document, and one line per assignment and clinic. */
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { slotOf } from '../src/intake/slots.ts'
import type { Problem } from '../src/problem.ts'
import { type Assignment, type Clinic, PATIENT_WORKS, type Rota, WORKS } from '../src/rota.ts'

export type Change = Readonly<Record<string, unknown>>

/** Replaces fields. For lists of things with ids, if the change is an object, replaces only the given fields of each. */
export function changed(document: RotaDocument, change: Change = {}): RotaDocument {
  const fields = Object.entries(change).map(([field, value]): [string, unknown] => {
    const before: unknown = Object.entries(document).find(([name]) => name === field)?.[1]
    return [field, Array.isArray(before) && !Array.isArray(value) ? patched(before, value) : value]
  })
  return { ...document, ...Object.fromEntries(fields) }
}

function patched(rows: readonly { readonly id: string }[], byId: unknown): unknown[] {
  const changes = new Map(Object.entries(byId as Readonly<Record<string, object>>))
  return rows.map((row) => ({ ...row, ...changes.get(row.id) }))
}

/**
 * Assignments as `g1 mon-am alder clinic` (optionally followed by `remote`), clinics as `mon-am alder gp clinic 6 urgent of birch`. A
 * session of the second week is `mon-am@2`. Unknown ids and words are refused.
 */
export function handMade(problem: Problem, assignments: readonly string[], clinics: readonly string[] = []): Rota {
  return {
    assignments: assignments.map((line) => assignmentOf(line, problem)),
    clinics: clinics.map((line) => clinicOf(line, problem)),
  }
}

function assignmentOf(line: string, problem: Problem): Assignment {
  const [person = '', slot = '', site = '', work = '', remote] = line.split(' ')
  known(problem.personById, person, line)
  known(problem.siteById, site, line)
  return {
    person,
    session: sessionAt(slot, problem),
    site,
    work: oneOf(WORKS, work, line),
    remote: remote === 'remote',
  }
}

function clinicOf(line: string, problem: Problem): Clinic {
  const [slot = '', site = '', cadre = '', work = '', contacts = '', need = '', , patientsOf = ''] = line.split(' ')
  for (const id of [site, patientsOf]) known(problem.siteById, id, line)
  known(problem.cadreById, cadre, line)
  known(problem.needById, need, line)
  const session = sessionAt(slot, problem)
  return { session, site, cadre, work: oneOf(PATIENT_WORKS, work, line), need, patientsOf, contacts: Number(contacts) }
}

/** Index of the session `fri-pm`, or `fri-pm@2` in the second week. */
export function sessionAt(word: string, { horizon }: Problem): number {
  const [name = '', week = '1'] = word.split('@')
  const slot = slotOf(name, horizon.parts)
  const session = horizon.sessions.find(
    (s) => s.weekday === slot?.weekday && s.part === slot.part && s.week === Number(week) - 1,
  )
  if (session === undefined) throw new Error(`no session ${word}`)
  return session.index
}

function known(byId: ReadonlyMap<string, unknown>, id: string, line: string): void {
  if (!byId.has(id)) throw new Error(`"${line}": there is no ${id}`)
}

function oneOf<T extends string>(words: readonly T[], word: string, line: string): T {
  const found = words.find((w) => w === word)
  if (found === undefined) throw new Error(`"${line}": no such work as ${word}`)
  return found
}

/**
 * Everybody who might answer an open session, according to document and rota: people who are free, people who are elsewhere then, people
 * who would have to give up another session. Rest, travel, supervision and the like are left to the judge.
 */
import { isMetBy } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import { isConceivable } from '../facts/placeable.ts'
import { dutyGroups } from '../rules/duty-doctor.ts'
import type { Candidate } from './candidate.ts'

export interface OpenWeek {
  readonly problem: Problem
  /** The rota without the absent person's sessions. */
  readonly left: readonly Assignment[]
  readonly absent: string
  /** Index of the first session that has not started. */
  readonly since: number
}

/** Rounding errors of sessions that count fractions. */
const NOISE = 1e-9

/** In document order. */
export function candidatesFor(of: Assignment, week: OpenWeek): Candidate[] {
  const { problem, absent } = week
  if (!meetsNeeds(of.work)) return []
  return problem.people.flatMap((person) => (person.id === absent ? [] : answersOf(person, of, week)))
}

function answersOf(person: Person, of: Assignment, week: OpenWeek): Candidate[] {
  const { problem, left } = week
  const here = left.filter((a) => a.person === person.id && a.session === of.session)
  const [at] = here
  const shared = sharedDuty(person, { of, at }, week)
  if (shared !== undefined) return [shared]
  if (here.length > 1 || !canTake(person, of, problem) || isDecided(person, of.session, problem)) return []
  const on = [{ ...placed(person, of), remote: byTelephone(person, of, week) }]
  if (at !== undefined) return moved(at, { of, on, person: person.id }, problem)
  if (problem.availability.get(person.id)?.free[of.session] !== true) return []
  return addedOrSwapped(person, { of, on }, week)
}

/** Free in the session: within the contract, beyond it as agreed, or in place of a later session of the same week. */
function addedOrSwapped(
  person: Person,
  { of, on }: Pick<Candidate, 'of' | 'on'>,
  { problem, left, since }: OpenWeek,
): Candidate[] {
  const { sessions } = problem.horizon
  const { week = 0, counts = 1 } = sessions[of.session] ?? {}
  const own = left.filter((a) => a.person === person.id && sessions[a.session]?.week === week)
  const all = own.reduce((sum, a) => sum + (sessions[a.session]?.counts ?? 1), counts)
  const { due = [], most = [] } = problem.availability.get(person.id) ?? {}
  const asked = { of, on, person: person.id }
  if (problem.roleById.get(person.role)?.funding === 'locum' && person.contract.sessions === 0)
    return all <= (most[week] ?? 0) + NOISE ? [{ kind: 'locum', ...asked, off: [] }] : []
  if (all <= (due[week] ?? 0) + NOISE) return [{ kind: 'free', ...asked, off: [] }]
  const extra: Candidate[] = all <= (most[week] ?? 0) + NOISE ? [{ kind: 'extra', ...asked, off: [] }] : []
  const swaps = own
    .filter((a) => a.session >= since && a.session !== of.session && !isPinned(a, problem))
    .filter((a) => all - (sessions[a.session]?.counts ?? 1) <= Math.max(due[week] ?? 0, all - counts) + NOISE)
    .map((a): Candidate => ({ kind: 'swap', ...asked, off: [a] }))
  return [...extra, ...swaps]
}

/** At work in the session: leaves that for the open one. */
function moved(at: Assignment, asked: Pick<Candidate, 'of' | 'on' | 'person'>, problem: Problem): Candidate[] {
  const { of } = asked
  if (isPinned(at, problem) || (at.site === of.site && at.work === of.work)) return []
  // Swapping one duty doctor for another leaves just as much open.
  if (at.work === 'duty' && of.work === 'duty') return []
  const together = at.site === of.site || groupOf(of.site, problem).includes(at.site)
  return [{ kind: of.work === 'duty' && together ? 'duty' : 'move', ...asked, off: [at] }]
}

/** Another practice's duty doctor covers this one too: nobody moves, and the duty rule is broken. */
function sharedDuty(
  person: Person,
  { of, at }: { readonly of: Assignment; readonly at: Assignment | undefined },
  { problem }: OpenWeek,
): Candidate | undefined {
  if (of.work !== 'duty' || at?.work !== 'duty' || groupOf(of.site, problem).includes(at.site)) return undefined
  return { kind: 'shared-duty', of, person: person.id, off: [], on: [] }
}

function groupOf(site: string, problem: Problem): readonly string[] {
  return dutyGroups(problem).find((group) => group.includes(site)) ?? [site]
}

function canTake(person: Person, { session: index, site, work }: Assignment, problem: Problem): boolean {
  const session = problem.horizon.sessions[index]
  const available = problem.availability.get(person.id)
  if (session === undefined || available?.away[index] === true) return false
  if (!person.sites.includes(site) || !isConceivable(person, session, { site, work })) return false
  if (work === 'duty') return problem.roleById.get(person.role)?.duty === true
  const meets = problem.cadreById.get(person.cadre)?.meets
  return problem.needs.some((need) => isMetBy(need, work === 'visits' ? 'visits' : 'clinic') && meets?.has(need.id))
}

/** The person's session is already pinned, to work or to be free. */
function isDecided(person: Person, session: number, { pins }: Problem): boolean {
  return pins.some((pin) => pin.person === person.id && pin.session === session)
}

function isPinned(a: Assignment, { pins }: Problem): boolean {
  return pins.some((pin) => pin.person === a.person && pin.session === a.session)
}

function placed(person: Person, { session, site, work }: Assignment): Omit<Assignment, 'remote'> {
  return { person: person.id, session, site, work }
}

/** By telephone only if there is no room. */
function byTelephone(person: Person, { session, site, work }: Assignment, { problem, left }: OpenWeek): boolean {
  if (work !== 'clinic') return false
  const inRooms = left.filter(
    (a) => a.session === session && a.site === site && !a.remote && (a.work === 'clinic' || a.work === 'duty'),
  )
  const meets = problem.cadreById.get(person.cadre)?.meets
  const may = problem.needs.some((need) => need.remote > 0 && !need.visit && meets?.has(need.id))
  return may && inRooms.length >= (problem.siteById.get(site)?.rooms ?? 0)
}

/** Patients who wait past their target: whose time is missing, and how much of it. */
import type { ActionReport, Actor } from '../../../src/action.ts'
import { grouped } from '../../../src/grouped.ts'
import type { Need } from '../../../src/needs.ts'
import type { Problem } from '../../../src/problem.ts'
import type { ServiceReport, UnmetReport } from '../../../src/report.ts'
import type { Role } from '../../../src/staff.ts'
import { count, lowerFirst, siteName } from '../../../src/wording/names.ts'
import { listed } from '../../../src/wording/people.ts'
import { isTrainee } from './gaps/role-for.ts'

export interface Sized {
  readonly action: ActionReport
  /** Weight among others of its level. */
  readonly size: number
}

/** Unmet contacts of one need, and the role that could meet them at the lowest cost. */
interface Late {
  readonly need: Need
  readonly rows: readonly UnmetReport[]
  readonly patients: number
  readonly role: Role | undefined
}

/** One line per role that is short of time, with everything it could meet; needs with less than one patient late are omitted. */
export function lateNeeds(problem: Problem, { unmet }: ServiceReport): Sized[] {
  const late = grouped(unmet, ({ need }) => need).flatMap((rows): Late[] => {
    const need = problem.needById.get(rows[0]?.need ?? '')
    const patients = Math.round(sumOf(rows))
    if (need === undefined || need.withinDays === 0 || patients < 1) return []
    return [{ need, rows, patients, role: cheapest(need, problem) }]
  })
  return grouped(late, ({ role }) => role?.id ?? '').map((group) => ({
    action: actionOn(group, problem),
    size: group.reduce((sum, { need, patients }) => sum + need.weight * patients, 0),
  }))
}

/** The network's role that meets the need at the lowest cost, or in the shortest time if costs are 0. */
function cheapest(need: Need, problem: Problem): Role | undefined {
  const has = new Set(problem.people.map((person) => person.role))
  const price = (role: Role) =>
    ((role.meets.get(need.id)?.minutes ?? 0) / Math.max(1, role.patientMinutes)) * Math.max(1, role.costPerSession)
  const able = problem.roles.filter((role) => role.meets.has(need.id) && has.has(role.id) && !isTrainee(role))
  return able.reduce<Role | undefined>((best, role) => (best && price(best) <= price(role) ? best : role), undefined)
}

function actionOn(group: readonly Late[], problem: Problem): ActionReport {
  const rows = group.flatMap((late) => late.rows)
  const role = group[0]?.role
  const patients = group.reduce((sum, late) => sum + late.patients, 0)
  const sites = [...new Set(rows.map(({ site }) => site))]
  const who = actorOf(role, { sites, problem })
  const whole = count(patients, 'patient')
  const needs = group.map((late) => `${group.length > 1 ? `${late.patients} for ` : ''}"${late.need.title}"`)
  const [worst] = [...rows].sort((a, b) => b.contacts - a.contacts)
  return {
    who,
    ...(who === 'practice' ? { site: sites[0] ?? '' } : {}),
    level: 'service',
    fact: `${whole} past the target: ${listed(needs)}${places(rows, problem)}.`,
    sentence: `${timeWords(group)} ${whole} past the target: ${listed(needs)}${places(rows, problem)}.`,
    ...(worst?.cause === undefined ? {} : { why: worst.cause }),
    findings: rows.length,
  }
}

/** The practice, if only one of several is behind; the partner, if its people are responsible; otherwise whoever decides on posts. */
function actorOf(role: Role | undefined, { sites, problem }: { sites: readonly string[]; problem: Problem }): Actor {
  if (role?.funding === 'partner') return 'partner'
  return sites.length === 1 && problem.sites.length > 1 ? 'practice' : 'director'
}

/** " (Alder Road 50 and Birch Lane 34)", if there are several sites. */
function places(rows: readonly UnmetReport[], problem: Problem): string {
  if (problem.sites.length === 1) return ''
  const bySite = grouped(rows, ({ site }) => site).map((own) => ({
    name: siteName(own[0]?.site, problem),
    patients: Math.round(sumOf(own)),
  }))
  const told = bySite.filter(({ patients }) => patients > 0).sort((a, b) => b.patients - a.patients)
  if (told.length === 1) return ` (${told[0]?.name})`
  return told.length === 0 ? '' : ` (${listed(told.map(({ name, patients }) => `${name} ${patients}`))})`
}

/** "About 9 more sessions of a physiotherapist would see" */
function timeWords(group: readonly Late[]): string {
  const role = group[0]?.role
  if (role === undefined) return 'Nobody in the network can see'
  const minutes = group.reduce((sum, { need, patients }) => sum + patients * (role.meets.get(need.id)?.minutes ?? 0), 0)
  const sessions = Math.ceil(minutes / Math.max(1, role.patientMinutes))
  const title = lowerFirst(role.title)
  const article = /^[aeiou]/i.test(title) ? 'an' : 'a'
  return `About ${count(sessions, 'more session')} of ${article} ${title} in this time would see`
}

function sumOf(rows: readonly UnmetReport[]): number {
  return rows.reduce((sum, { contacts }) => sum + contacts, 0)
}

/** Patients who wait past their target, by kind of need: who could see more of them. */
import type { ActionReport, Actor } from '../../../src/action.ts'
import type { Level } from '../../../src/breach.ts'
import { grouped } from '../../../src/grouped.ts'
import type { Need } from '../../../src/needs.ts'
import type { Problem } from '../../../src/problem.ts'
import type { ServiceReport, UnmetReport } from '../../../src/report.ts'
import type { Rota } from '../../../src/rota.ts'
import type { Role } from '../../../src/staff.ts'
import { listed } from '../../crowd.ts'
import { count, lowerFirst, siteName } from '../../words.ts'
import { roleFor } from '../gaps/role-for.ts'

export interface Sized {
  readonly action: ActionReport
  /** What it counts among others of its level. */
  readonly size: number
}

interface Known {
  readonly problem: Problem
  readonly rota: Rota
  readonly service: ServiceReport
}

const LEVEL: Level = 'service'

/** A line for each need of which at least one patient is late, heaviest first. */
export function lateNeeds({ problem, rota, service }: Known): Sized[] {
  return grouped(service.unmet, ({ need }) => need).flatMap((rows) => {
    const need = problem.needById.get(rows[0]?.need ?? '')
    const patients = Math.round(rows.reduce((sum, { contacts }) => sum + contacts, 0))
    if (need === undefined || need.withinDays === 0 || patients < 1) return []
    const role = roleFor([need.id], { problem, rota }) ?? problem.roles.find((one) => one.meets.has(need.id))
    const [worst] = [...rows].sort((a, b) => b.contacts - a.contacts)
    const sites = [...new Set(rows.map(({ site }) => site))]
    const [site = ''] = sites
    const who = actorOf(role, { sites, problem })
    const action: ActionReport = {
      who,
      ...(who === 'practice' ? { site } : {}),
      level: LEVEL,
      fact: `${count(patients, 'patient')} past the target for "${need.title}"${places(rows, problem)}.`,
      sentence: `Find more time for "${need.title}": ${count(patients, 'patient')} ${patients === 1 ? 'waits' : 'wait'} past the target${places(rows, problem)}.${timeWords(need, patients, role)}`,
      ...(worst?.cause === undefined ? {} : { why: worst.cause }),
      findings: rows.length,
    }
    return [{ action, size: need.weight * patients }]
  })
}

/** The practice, where it alone of several is behind; partners, where their people see to it; else whoever decides on posts. */
function actorOf(role: Role | undefined, { sites, problem }: { sites: readonly string[]; problem: Problem }): Actor {
  if (role?.funding === 'partner') return 'partner'
  return sites.length === 1 && problem.sites.length > 1 ? 'practice' : 'director'
}

function places(rows: readonly UnmetReport[], problem: Problem): string {
  if (problem.sites.length === 1) return ''
  const bySite = grouped(rows, ({ site }) => site).map((own) => ({
    name: siteName(own[0]?.site, problem),
    patients: Math.round(own.reduce((sum, { contacts }) => sum + contacts, 0)),
  }))
  const told = bySite.filter(({ patients }) => patients > 0).sort((a, b) => b.patients - a.patients)
  return told.length === 0 ? '' : ` (${listed(told.map(({ name, patients }) => `${name} ${patients}`))})`
}

function timeWords(need: Need, patients: number, role: Role | undefined): string {
  const minutes = role?.meets.get(need.id)?.minutes
  if (role === undefined || minutes === undefined || role.patientMinutes <= 0) return ''
  const sessions = Math.ceil((patients * minutes) / role.patientMinutes)
  return ` That is about ${count(sessions, 'session')} of a ${lowerFirst(role.title)}.`
}

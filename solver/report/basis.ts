/** The basis of a report's figures: what was asked for, and how it is measured. */
import { contractYearOf } from '../../src/contract-years.ts'
import { WORKLOADS, type WorkloadName } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { BasisReport } from '../../src/report.ts'
import { type Assignment, meetsNeeds } from '../../src/rota.ts'
import type { Role } from '../../src/staff.ts'
import { isInForce, levelOf, setting } from '../facts/rule-settings.ts'
import { safeContacts } from '../facts/safe-contacts.ts'
import { timeShare } from '../facts/time-share.ts'
import { enhancedAccess } from '../rules/enhanced-access.ts'
import { RULES } from '../rules/index.ts'
import { safeWorkload } from '../rules/safe-workload.ts'
import { round } from './round.ts'

/** By rule: its subject in a few words, and whether it can require anything in this week. */
export const SAFETY_WORDS: Readonly<
  Record<string, { readonly words: string; readonly asks: (problem: Problem) => boolean }>
> = {
  'duty-doctor': { words: 'a duty doctor', asks: always },
  'minimum-cover': { words: 'enough people at each site', asks: always },
  supervision: { words: 'supervision', asks: ({ roles }) => roles.some((role) => role.supervision !== null) },
  'enhanced-access': { words: 'evenings and Saturdays with a GP', asks: hasEvenings },
  'safe-workload': { words: 'safe numbers of appointments', asks: always },
  'protected-time': {
    words: 'protected learning time',
    asks: ({ people }) => people.some(({ contract }) => contract.protected > 0),
  },
  rest: { words: 'rest between days', asks: always },
  'working-week': { words: 'hours in a day and a week', asks: always },
  'days-in-a-row': { words: 'days in a row', asks: always },
}

export function basisOf(problem: Problem, assignments: readonly Assignment[]): BasisReport {
  const safety = RULES.filter((rule) => isInForce(rule, problem) && levelOf(rule, problem) === 'safety')
  return {
    safety: safety.flatMap(({ id, title }) => {
      const { words, asks } = SAFETY_WORDS[id] ?? { words: `"${title.replace(/\.$/, '')}"`, asks: always }
      return asks(problem) ? [words] : []
    }),
    safeDays: isInForce(safeWorkload, problem) ? problem.roles.flatMap((role) => safeDayOf(role, problem)) : [],
    enhancedAccess: hasEvenings(problem) ? eveningsOf(problem, assignments) : null,
  }
}

function always(): boolean {
  return true
}

function hasEvenings({ horizon }: Problem): boolean {
  return horizon.sessions.some((session) => session.enhancedAccess)
}

/** Empty if nobody has the role, or no number is set for it. */
function safeDayOf(role: Role, problem: Problem): BasisReport['safeDays'] {
  const safe = problem.people.some((person) => person.role === role.id) ? safeContacts(role, problem) : null
  if (safe === null) return []
  const chosen = problem.rules.get('safe-workload')?.numbers.preset as WorkloadName | undefined
  const name = chosen ?? 'AS_WORKED'
  const { contacts, minutes } = WORKLOADS[name]
  const isPreset = role.duty && safe.contacts === contacts && safe.minutes === minutes
  return [{ role: role.id, contacts: safe.contacts, minutes: safe.minutes, ...(isPreset ? { preset: name } : {}) }]
}

/** Minutes with patients, and minutes owed over the horizon; the latter is omitted if the rule is off. */
function eveningsOf(problem: Problem, assignments: readonly Assignment[]): BasisReport['enhancedAccess'] {
  const { sessions, days } = problem.horizon
  const late = assignments.filter((a) => sessions[a.session]?.enhancedAccess)
  const offered = late.reduce((sum, a) => sum + minutesOf(a, problem), 0)
  const given = setting(enhancedAccess, problem, 'minutesPerThousand')
  const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
  const mondays = days.filter((_, day) => day % 7 === 0)
  const owed = mondays.reduce((sum, monday) => {
    const each = typeof given === 'number' ? given : contractYearOf(monday).year.enhancedAccessMinutes.value
    return sum + (each * patients) / 1000
  }, 0)
  return { offered: round(offered), ...(isInForce(enhancedAccess, problem) ? { owed: round(owed) } : {}) }
}

function minutesOf(a: Assignment, problem: Problem): number {
  const role = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
  const session = problem.horizon.sessions[a.session]
  if (role === undefined || session === undefined || !meetsNeeds(a.work)) return 0
  return role.patientMinutes * timeShare(role, session, a.work)
}

import { describe, expect, it } from 'vitest'
import { debriefsOf } from '../../solver/report/debriefs.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Clinic } from '../../src/rota.ts'
import { clinic, MON_AM, MON_PM, smallWeek, works } from './small-week.ts'

/** The week, in which physiotherapists are looked after by GPs of their site. */
function supervised(where: 'site' | 'network' = 'site', more: Partial<Problem> = {}): Problem {
  const week = { ...smallWeek(), ...more }
  const roles = week.roles.map((role) =>
    role.id === 'physio' ? { ...role, supervision: { minutes: 30, by: ['gp'], where } } : role,
  )
  return { ...week, roles, roleById: new Map(roles.map((role) => [role.id, role])) }
}

const pairs = (problem: Problem, assignments: readonly Assignment[], clinics: readonly Clinic[] = []) =>
  debriefsOf(problem, { assignments, clinics }).map((d) => `${d.part} ${d.person} ${d.supervisor} ${d.minutes}`)

describe('debriefs', () => {
  it('are held by a supervisor at the site, preferably not the duty doctor, and by the same one again', () => {
    const rota = [
      works('gp-1', MON_AM, { work: 'duty' }),
      works('gp-2', MON_AM),
      works('physio-1', MON_AM),
      works('gp-1', MON_PM),
      works('gp-2', MON_PM),
      works('physio-1', MON_PM),
    ]
    expect(pairs(supervised(), rota)).toEqual(['am physio-1 gp-2 30', 'pm physio-1 gp-2 30'])
  })

  it('are held by somebody whose clinic leaves time for them', () => {
    const rota = [works('gp-1', MON_AM, { work: 'duty' }), works('gp-2', MON_AM), works('physio-1', MON_AM)]
    expect(pairs(supervised(), rota, [clinic('urgent', MON_AM, 12)])).toEqual(['am physio-1 gp-1 30'])
  })

  it('have no supervisor where nobody is near', () => {
    const rota = [works('gp-1', MON_AM, { site: 'B' }), works('physio-1', MON_AM)]
    expect(pairs(supervised(), rota)).toEqual(['am physio-1 null 30'])
    expect(pairs(supervised('network'), rota)).toEqual(['am physio-1 gp-1 30'])
  })

  it('are not for people who see no patients', () => {
    expect(pairs(supervised(), [works('gp-1', MON_AM), works('physio-1', MON_AM, { work: 'training' })])).toEqual([])
  })
})

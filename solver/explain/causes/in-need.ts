/** Why a rule about patients' need is broken: for one need, for a practice's worst needs, or for a clinic that is overbooked. */
import type { Breach } from '../../../src/breach.ts'
import type { Need } from '../../../src/needs.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Clinic } from '../../../src/rota.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Cause } from './cause.ts'
import { type Scene, sessionAt } from './scene.ts'
import { missOn, whyUnmet } from './unmet.ts'

export function ofNeed(scene: Scene, { site = '', need: id = '', day }: Breach, rule: Rule): Cause {
  const need = scene.problem.needById.get(id)
  if (need === undefined) return []
  return whyUnmet(scene, missOn(scene, { site, need, aim: rule, ...(day === undefined ? {} : { day }) }))
}

/** The practice's needs with the most unmet contacts, by weight. */
export function worstNeeds(scene: Scene, { site = '' }: Breach, rule: Rule): Cause {
  const { problem, rota } = scene
  const most = problem.needs
    .map((need) => ({ need, contacts: openOf(problem, rota.clinics, { need, site }) }))
    .filter(({ contacts }) => contacts > 0.05)
    .sort((a, b) => b.contacts * b.need.weight - a.contacts * a.need.weight)
  const [worst] = most
  if (worst === undefined) return []
  const miss = missOn(scene, { site, need: worst.need, aim: rule })
  return [{ kind: 'worst-needs', open: most.slice(0, 3) }, ...whyUnmet(scene, miss)]
}

/** Contacts of a need that a practice's patients bring, less those that the rota meets. */
function openOf(problem: Problem, clinics: readonly Clinic[], { need, site }: { need: Need; site: string }): number {
  const asked = [...problem.arrivals, ...problem.waiting].filter((row) => row.need === need.id && row.site === site)
  return total(asked) - total(clinics.filter((row) => row.need === need.id && row.patientsOf === site))
}

function total(rows: readonly { readonly contacts: number }[]): number {
  return rows.reduce((sum, row) => sum + row.contacts, 0)
}

/** The need of most of a clinic's contacts, and why nobody else meets them that day. */
export function inClinic(scene: Scene, { site = '', session = 0, role }: Breach, rule: Rule): Cause {
  const clinics = scene.clinicsAt(site, session).filter((c) => scene.problem.cadreById.get(c.cadre)?.role === role)
  const [largest] = [...clinics].sort((a, b) => b.contacts - a.contacts)
  const need = scene.problem.needById.get(largest?.need ?? '')
  if (largest === undefined || need === undefined) return []
  const day = sessionAt(scene, session)?.day ?? 0
  const miss = missOn(scene, { site: largest.patientsOf, need, day, aim: rule })
  const ofDay = miss.sessions.filter((s) => sessionAt(scene, s)?.day === day)
  const date = scene.problem.horizon.days[day] ?? ''
  return [
    { kind: 'booked-mostly', need, contacts: largest.contacts },
    ...whyUnmet(scene, { ...miss, sessions: ofDay, window: { kind: 'day', date }, from: largest }),
  ]
}

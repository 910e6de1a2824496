/** The kind of cause for each rule's findings. */
import type { Breach } from '../../../src/breach.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Cause } from './cause.ts'
import { noEnhancedAccess } from './evenings.ts'
import { inClinic, ofNeed, worstNeeds } from './in-need.ts'
import { noCover, noDuty, noSupervisor } from './missing.ts'
import {
  ofCounted,
  ofDay,
  ofSession,
  ofShares,
  ofSites,
  ofWeek,
  ofWeekends,
  partnersOf,
  whoIsThere,
  whyChanged,
} from './person.ts'
import { type Scene, sessionAt } from './scene.ts'

type CauseOf = (scene: Scene, breach: Breach, rule: Rule) => Cause

/** The solver's own rotas never break such a rule. */
const byHand: CauseOf = () => [{ kind: 'by-hand' }]

const BY_RULE: Readonly<Record<string, CauseOf>> = {
  availability: byHand,
  'open-sites': byHand,
  qualified: byHand,
  pinned: byHand,
  'one-place': byHand,
  'contracted-sessions': byHand,
  rooms: byHand,
  'clinic-time': byHand,
  'patients-first': byHand,
  'duty-doctor': noDuty,
  'minimum-cover': noCover,
  supervision: noSupervisor,
  'enhanced-access': noEnhancedAccess,
  'safe-workload': (scene, breach, rule) =>
    breach.people === undefined ? inClinic(scene, breach, rule) : ofDay(scene, breach, rule),
  'seen-same-day': ofNeed,
  'seen-in-time': ofNeed,
  'no-need-left-out': ofNeed,
  'waiting-list': ofNeed,
  'fair-practices': worstNeeds,
  'partner-time': partnersOf,
  'protected-time': ofWeek,
  'full-contract': ofWeek,
  'working-week': ofWeek,
  'few-sites': ofSites,
  'days-in-a-row': ofDay,
  'days-off': (scene, breach, rule) => ofDay(scene, { ...breach, day: (breach.day ?? 0) + 1 }, rule),
  weekends: ofWeekends,
  'fair-shares': ofShares,
  stability: whyChanged,
  cost: spending,
}

/** Ids of the rules that have a kind of cause of their own. */
export const RULES_WITH_CAUSES = Object.keys(BY_RULE)

export function causeOfBreach(scene: Scene, breach: Breach, rule: Rule): Cause {
  return (BY_RULE[rule.id] ?? ofAnybody)(scene, breach, rule)
}

/**
 * Default: what the person does at the time of the breach, or in the sessions that the rule
 * counts; if the breach names nobody, who is at its site.
 */
function ofAnybody(scene: Scene, breach: Breach, rule: Rule): Cause {
  if ((breach.people ?? []).length > 0)
    return breach.session === undefined ? ofCounted(scene, breach, rule) : ofSession(scene, breach, rule)
  return breach.session === undefined || breach.site === undefined ? [] : whoIsThere(scene, breach.site, breach.session)
}

/** The roles with the highest cost. */
function spending(scene: Scene): Cause {
  const { problem, rota } = scene
  const byRole = problem.roles.map(({ id, costPerSession }) => {
    const mine = rota.assignments.filter((a) => problem.personById.get(a.person)?.role === id)
    const sessions = mine.map((a) => sessionAt(scene, a.session)?.counts ?? 1)
    return { role: id, pounds: sessions.reduce((sum, counts) => sum + costPerSession * counts, 0) }
  })
  const most = byRole.filter(({ pounds }) => pounds > 0).sort((a, b) => b.pounds - a.pounds)
  return [{ kind: 'spending', roles: most.slice(0, 3) }]
}

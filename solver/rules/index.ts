/** THE LIST, in the order in which a manager would read it. The only place that names the rules. */
import type { RuleEntry } from '../../src/policy.ts'
import { agreedTotal } from './agreed-total.ts'
import { availability } from './availability.ts'
import { clinicTime } from './clinic-time.ts'
import { continuity } from './continuity.ts'
import { contractedSessions } from './contracted-sessions.ts'
import { cost } from './cost.ts'
import { daysInARow } from './days-in-a-row.ts'
import { daysOff } from './days-off.ts'
import { dutyDoctor } from './duty-doctor.ts'
import { dutyInADay } from './duty-in-a-day.ts'
import { enhancedAccess } from './enhanced-access.ts'
import { fairPractices } from './fair-practices.ts'
import { fairShares } from './fair-shares.ts'
import { fewSites } from './few-sites.ts'
import { fullContract } from './full-contract.ts'
import { maximumCover } from './maximum-cover.ts'
import { minimumCover } from './minimum-cover.ts'
import { noNeedLeftOut } from './no-need-left-out.ts'
import { onePlace } from './one-place.ts'
import { openSites } from './open-sites.ts'
import { partLimits } from './part-limits.ts'
import { partnerTime } from './partner-time.ts'
import { patientsFirst } from './patients-first.ts'
import { pinned } from './pinned.ts'
import { preferences } from './preferences.ts'
import { protectedTime } from './protected-time.ts'
import { qualified } from './qualified.ts'
import { rest } from './rest.ts'
import { rooms } from './rooms.ts'
import type { Rule } from './rule.ts'
import { safeWorkload } from './safe-workload.ts'
import { seenInTime } from './seen-in-time.ts'
import { seenSameDay } from './seen-same-day.ts'
import { sessionsInADay } from './sessions-in-a-day.ts'
import { stability } from './stability.ts'
import { successions } from './successions.ts'
import { supervision } from './supervision.ts'
import { timeToTravel } from './time-to-travel.ts'
import { together } from './together.ts'
import { travelInADay } from './travel-in-a-day.ts'
import { waitingList } from './waiting-list.ts'
import { weekends } from './weekends.ts'
import { workingWeek } from './working-week.ts'

/** The first four forbid placements, so they come before all rules that use the flow of contacts. */
export const RULES: readonly Rule[] = [
  availability,
  openSites,
  qualified,
  pinned,
  onePlace,
  timeToTravel,
  contractedSessions,
  rooms,
  clinicTime,
  patientsFirst,
  minimumCover,
  dutyDoctor,
  supervision,
  enhancedAccess,
  safeWorkload,
  protectedTime,
  rest,
  workingWeek,
  sessionsInADay,
  daysInARow,
  seenSameDay,
  seenInTime,
  noNeedLeftOut,
  waitingList,
  fairPractices,
  partnerTime,
  stability,
  fullContract,
  agreedTotal,
  partLimits,
  together,
  fairShares,
  dutyInADay,
  fewSites,
  travelInADay,
  continuity,
  daysOff,
  weekends,
  successions,
  cost,
  maximumCover,
  preferences,
]

/** Raised whenever a rule's requirements change; stamped on every report. */
export const RULES_VERSION = '4'

/** What the intake needs to check a document's rule settings. */
export function ruleBook(): RuleEntry[] {
  return RULES.map(({ id, title, level, mayBend, numbers }) => ({
    id,
    title,
    level,
    ...(mayBend === undefined ? {} : { mayBend }),
    numbers: Object.fromEntries(Object.entries(numbers ?? {}).map(([name, number]) => [name, number.shape])),
  }))
}

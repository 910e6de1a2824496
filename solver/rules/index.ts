/** THE LIST, in the order a manager would read it. The only place that names the rules. */
import type { RuleEntry } from '../../src/policy.ts'
import type { Rule } from '../rule.ts'
import { availability } from './availability.ts'
import { clinicTime } from './clinic-time.ts'
import { contractedSessions } from './contracted-sessions.ts'
import { cost } from './cost.ts'
import { dutyDoctor } from './duty-doctor.ts'
import { fewSites } from './few-sites.ts'
import { fullContract } from './full-contract.ts'
import { minimumCover } from './minimum-cover.ts'
import { onePlace } from './one-place.ts'
import { openSites } from './open-sites.ts'
import { patientsFirst } from './patients-first.ts'
import { pinned } from './pinned.ts'
import { protectedTime } from './protected-time.ts'
import { qualified } from './qualified.ts'
import { rooms } from './rooms.ts'
import { safeWorkload } from './safe-workload.ts'
import { seenInTime } from './seen-in-time.ts'
import { seenSameDay } from './seen-same-day.ts'
import { supervision } from './supervision.ts'
import { waitingList } from './waiting-list.ts'

/** The first four forbid placements, so they stand before every rule that looks at the flow of contacts. */
export const RULES: readonly Rule[] = [
  availability,
  openSites,
  qualified,
  pinned,
  onePlace,
  contractedSessions,
  rooms,
  clinicTime,
  patientsFirst,
  minimumCover,
  dutyDoctor,
  supervision,
  safeWorkload,
  seenSameDay,
  seenInTime,
  waitingList,
  protectedTime,
  fullContract,
  fewSites,
  cost,
]

/** Changes whenever a rule changes what it asks for; stamped on every report. */
export const RULES_VERSION = '1'

/** What the intake needs to know to check what a document says about rules. */
export function ruleBook(): RuleEntry[] {
  return RULES.map(({ id, title, level, numbers }) => ({
    id,
    title,
    level,
    numbers: Object.fromEntries(Object.entries(numbers ?? {}).map(([name, number]) => [name, number.shape])),
  }))
}

/** What is known about a week before it is planned: who is away, what nobody can cover, and how many contacts there is no time for. */
import type { Problem } from '../../../../src/problem.ts'
import type { Engine } from '../../../engines/engine.ts'
import { contactsWithoutTime } from './contacts-without-time.ts'
import {
  dutiesUncovered,
  type RoleOutlook,
  rolesOutlook,
  type Uncovered,
  type Unsupervised,
  unsupervised,
} from './who-is-left.ts'

export interface WeekOutlook {
  readonly from: string
  readonly roles: readonly RoleOutlook[]
  /** Arriving contacts for which there is no time or room: an estimate, which sites and half days can only increase. */
  readonly contacts: number
  readonly duties: readonly Uncovered[]
  readonly unsupervised: readonly Unsupervised[]
}

export async function weekOutlook(problem: Problem, engine: Engine): Promise<WeekOutlook> {
  return {
    from: problem.horizon.from,
    roles: rolesOutlook(problem),
    contacts: Math.round(await contactsWithoutTime(problem, engine)),
    duties: dutiesUncovered(problem),
    unsupervised: unsupervised(problem),
  }
}

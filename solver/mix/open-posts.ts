/** Posts that may be tried, and what a mix gains from them. */
import type { MixGain, PostPlace } from '../../src/mix-answer.ts'
import { serviceOf } from '../report/service.ts'
import type { Group } from './day-week.ts'
import type { MixModel } from './mix-model.ts'
import type { Extra, MixAnswer, OpenMix } from './mix-solve.ts'
import { type Paid, paidFor } from './pots.ts'

/** A vacant post: its group in the mix, and its person in the problem. */
export interface OpenPost extends PostPlace {
  readonly group: string
  readonly costPerSession: number
  readonly funding: string
  readonly paid: Paid
}

/** `places`: where each vacant person would work, by their id. */
export function openPosts({ week }: MixModel, places: ReadonlyMap<string, PostPlace>): OpenPost[] {
  return week.groups.flatMap((group) => {
    const place = places.get(group.people[0] ?? '')
    const role = week.fine.roleById.get(group.role)
    if (!group.vacant || place === undefined || role === undefined) return []
    return [
      {
        ...place,
        group: group.id,
        costPerSession: role.costPerSession,
        funding: role.funding,
        paid: paidFor(role, week.fine.horizon.from),
      },
    ]
  })
}

/** This many fewer sessions of a role, distributed in proportion to contracts. */
export function fewer(groups: readonly Group[], role: string, sessions: number): Extra {
  const own = groups.filter((group) => group.role === role && !group.vacant)
  const most = (group: Group) => Math.min(...group.most)
  const all = own.reduce((sum, group) => sum + most(group), 0)
  return new Map(own.map((group) => [group.id, all > 0 ? -Math.min(all, sessions) * (most(group) / all) : 0]))
}

/** Totals of an answer. */
export function totalsOf(
  mix: MixModel,
  open: OpenMix,
  { point, levels }: MixAnswer,
): MixGain & { readonly waiting: number } {
  const clinics = open.clinics(point)
  const { sameDay, routine, bySite } = serviceOf(mix.week.problem, clinics)
  return {
    inTime: sameDay.inTime + routine.inTime,
    met: clinics.reduce((sum, clinic) => sum + clinic.contacts, 0),
    urgent: sameDay.inTime,
    waiting: bySite.reduce((sum, site) => sum + site.waiting, 0),
    levels: Object.fromEntries(levels.map(({ level, value }) => [level, value])),
  }
}

export function gainOf(after: MixGain, before: MixGain): MixGain {
  const levels = Object.entries(after.levels).map(([level, value]) => {
    const was = before.levels[level as keyof MixGain['levels']] ?? 0
    return [level, rounded(value - was)]
  })
  return {
    inTime: rounded(after.inTime - before.inTime),
    met: rounded(after.met - before.met),
    urgent: rounded(after.urgent - before.urgent),
    levels: Object.fromEntries(levels),
  }
}

/** Finer than anybody plans, coarser than rounding in engines. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0
}

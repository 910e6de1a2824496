/**
 * The rows of a staffing mix. Rules about patients and evenings write the same rows as for a rota; rules about people per half day are
 * summed over the day, so that the rows admit every rota.
 */

import { grouped } from '../../src/grouped.ts'
import { meetsNeeds } from '../../src/rota.ts'
import { partnersAsked } from '../facts/partner-sessions.ts'
import type { RowRule } from '../model/build.ts'
import type { Placement, Term } from '../model/row.ts'
import { clinicTime } from '../rules/clinic-time.ts'
import { dutyDoctor, dutyGroups } from '../rules/duty-doctor.ts'
import { enhancedAccess } from '../rules/enhanced-access.ts'
import { fairPractices } from '../rules/fair-practices.ts'
import { minima, minimumCover } from '../rules/minimum-cover.ts'
import { noNeedLeftOut } from '../rules/no-need-left-out.ts'
import { partnerTime } from '../rules/partner-time.ts'
import { patientsFirst } from '../rules/patients-first.ts'
import { protectedTime } from '../rules/protected-time.ts'
import { qualified } from '../rules/qualified.ts'
import { rooms } from '../rules/rooms.ts'
import { safeWorkload } from '../rules/safe-workload.ts'
import { seenInTime } from '../rules/seen-in-time.ts'
import { seenSameDay } from '../rules/seen-same-day.ts'
import { supervision } from '../rules/supervision.ts'
import { waitingList } from '../rules/waiting-list.ts'
import { HALF_POST, type MixDraft } from './mix-draft.ts'

/** A rule with its rows for a staffing mix. */
export interface MixRule extends RowRule {
  addMix(draft: MixDraft): void
}

/** The rule's rows for a rota, applied to the days of the mix. */
function asWritten(rule: RowRule): MixRule {
  return { ...rule, addMix: (draft) => rule.add(draft, draft.problem) }
}

/** In the order of THE LIST: forbidden placements first; rooms open the telephone columns that later rules read. */
export const MIX_RULES: readonly MixRule[] = [
  asWritten(qualified),
  { ...rooms, addMix: addRooms },
  asWritten(clinicTime),
  asWritten(patientsFirst),
  { ...minimumCover, addMix: addMinimumCover },
  { ...dutyDoctor, addMix: addDuty },
  asWritten(supervision),
  asWritten(enhancedAccess),
  asWritten(safeWorkload),
  { ...protectedTime, addMix: addPromised },
  asWritten(seenSameDay),
  asWritten(seenInTime),
  asWritten(noNeedLeftOut),
  asWritten(waitingList),
  asWritten(fairPractices),
  { ...partnerTime, addMix: addPartnerTime },
]

/** Nobody is in two places: limits a group's half days per day, and its sessions per week including promised ones. */
export function addPeople(draft: MixDraft): void {
  const { week, problem } = draft
  for (const group of week.groups) {
    const own = draft.of(group.id)
    const extra = draft.extra.get(group.id)
    if (extra === undefined) continue
    const posts = draft.halfPosts.get(group.id)
    if (posts !== undefined)
      draft.define(
        [
          [extra, 1],
          [posts, -HALF_POST],
        ],
        0,
      )
    for (const [session, free] of group.free.entries()) {
      const here = draft.inSession(group.id, session).map((p): Term => [p.column, 1])
      if (here.length === 0) continue
      // A single session may be on any day; somebody with eight sessions a week is there for at most two half days of a day.
      if (group.vacant) draft.define([...here, [extra, -free / 8]], Number.NEGATIVE_INFINITY, 1)
      else draft.define(here, 0, free)
    }
    for (const [number, most] of group.most.entries()) {
      const sessions = own.filter((p) => problem.horizon.sessions[p.session]?.week === number)
      const worked = sessions.map((p): Term => [p.column, problem.horizon.sessions[p.session]?.counts ?? 1])
      const promised = draft.promised(group.id, number)
      const given = group.vacant ? 0 : most
      draft.define([...worked, ...promised, [extra, -1]], Number.NEGATIVE_INFINITY, given)
    }
  }
}

/** Training promised to each group. */
function addPromised(draft: MixDraft): void {
  for (const group of draft.week.groups) {
    for (const [week, sessions] of group.protected.entries())
      if (sessions > 0 && !group.vacant) draft.atLeast([draft.promise(group.id, week, sessions)], sessions)
  }
}

/** Outside time, provided by any of the people who may. */
function addPartnerTime(draft: MixDraft): void {
  const { groups, fine } = draft.week
  for (const { people, sessions } of partnersAsked(fine)) {
    const from = groups.filter((group) => !group.vacant && group.people.some((id) => people.includes(id)))
    for (let week = 0; week < fine.horizon.weeks; week++)
      draft.atLeast(
        from.map((group) => draft.promise(group.id, week, sessions)),
        sessions,
      )
  }
}

/** Half days in rooms ≤ rooms × open half days of the site; clinics by telephone need no room. */
function addRooms(draft: MixDraft): void {
  const { problem } = draft
  for (const site of problem.sites) {
    for (const session of problem.horizon.sessions) {
      const here = draft.at(site.id, session.index).filter((p) => p.work === 'clinic' || p.work === 'duty')
      const most = site.rooms * openHalfDays(draft, [site.id], session.index)
      if (here.reduce((sum, p) => sum + (draft.upper[p.column] ?? 0), 0) <= most) continue
      const remote = problem.cadres.flatMap((cadre) => telephones(draft, cadre.id, here))
      draft.atMost([...here.map((p): Term => [p.column, 1]), ...remote], most)
    }
  }
}

function telephones(draft: MixDraft, cadre: string, here: readonly Placement[]): Term[] {
  const { problem } = draft
  const clinic = here.filter((p) => p.cadre === cadre && p.work === 'clinic')
  const [first] = clinic
  const meets = problem.cadreById.get(cadre)?.meets
  const byTelephone = problem.needs.some((need) => need.remote > 0 && !need.visit && meets?.has(need.id))
  if (first === undefined || !byTelephone) return []
  const most = clinic.reduce((sum, p) => sum + (draft.upper[p.column] ?? 0), 0)
  const column = draft.openRemote(cadre, first.site, first.session, most)
  draft.define([...clinic.map((p): Term => [p.column, 1]), [column, -1]], 0, most)
  return [[column, -1]]
}

function addMinimumCover(draft: MixDraft): void {
  const { fine, dayOf } = draft.week
  for (const same of grouped(minima(fine), (m) => `${m.site} ${dayOf[m.session]} ${m.role} ${m.weight}`)) {
    const [first] = same
    if (first === undefined) continue
    const { site, role, weight } = first
    const day = dayOf[first.session] ?? 0
    const present = draft.at(site, day).filter((p) => meetsNeeds(p.work) && (role === null || p.role === role))
    const remote = draft.problem.cadres.flatMap((cadre): Term[] => {
      const column = role === null || cadre.role === role ? draft.remote(cadre.id, site, day) : undefined
      return column === undefined ? [] : [[column, -1]]
    })
    const people = same.reduce((sum, m) => sum + m.people, 0)
    draft.atLeast([...present.map((p): Term => [p.column, 1]), ...remote], people, weight)
  }
}

/** A duty doctor in each half day in which any site of the group is open. */
function addDuty(draft: MixDraft): void {
  const { fine } = draft.week
  for (const group of dutyGroups(fine)) {
    for (const session of draft.problem.horizon.sessions) {
      if (session.enhancedAccess) continue
      const asked = openHalfDays(draft, group, session.index)
      const onDuty = group.flatMap((id) => draft.at(id, session.index)).filter((p) => p.work === 'duty')
      if (asked > 0)
        draft.atLeast(
          onDuty.map((p): Term => [p.column, 1]),
          asked,
        )
    }
  }
}

/** Half days of a day in which any of these sites is open. */
function openHalfDays({ week: { fine, dayOf } }: MixDraft, sites: readonly string[], day: number): number {
  return fine.horizon.sessions.filter(
    ({ index }) => dayOf[index] === day && sites.some((id) => fine.siteById.get(id)?.open[index] === true),
  ).length
}

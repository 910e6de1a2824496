/**
 * Converts a sketch of a week to a small LP: how many contacts of each need each role meets. Only same-day need and duty are by day;
 * everything else is summed over the weeks and all practices.
 */
import type { MixSketch, SketchGroup, SketchNeed } from '../../src/mix-sketch.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Lp } from '../lp/lp.ts'
import { ProgrammeWriter, type Term } from './programme-writer.ts'

/** Sessions per week beyond the contracts, by role; negative for fewer. */
export type RoleSessions = ReadonlyMap<string, number>

/** Unmet contacts of a need; for same-day need, of one day. */
export interface UnmetColumn {
  readonly column: number
  readonly need: string
  readonly day: number | null
  /** True for contacts that are not due within the weeks. */
  readonly later: boolean
}

export interface EstimateProgramme {
  readonly lp: Lp
  readonly unmet: readonly UnmetColumn[]
  /** Half days of duty without a doctor. */
  readonly dutyShort: readonly number[]
}

/**
 * Order of priorities: duty and training, urgent contacts, outside time, each need's protected share, waiting. Minutes only break ties;
 * without them the simplex wanders between equally good points.
 */
const COSTS = { safety: 1000, urgent: 100, partner: 20, first: 3, later: 0.1, minute: 1e-6 } as const

/** Splits the contacts that may wait into thirds of slightly rising cost, so that what is left over is spread over the needs. */
const SPREAD = [0.998, 1, 1.002] as const

/** Most sessions per week of one new person. */
const FULL_TIME = 9

interface Contacts {
  readonly column: number
  readonly need: SketchNeed
  readonly minutes: number
  readonly returns: number
  readonly day: number | null
}

/** A group with the sessions of the question, and its columns: contacts, duty by day, promised sessions. */
interface Staffed extends SketchGroup {
  readonly contacts: readonly Contacts[]
  readonly duties: readonly { readonly column: number; readonly day: number }[]
  readonly promised: readonly number[]
}

export function estimateProgramme(sketch: MixSketch, more: RoleSessions = new Map()): EstimateProgramme {
  const writer = new ProgrammeWriter()
  const groups = sketch.groups
    .map((group) => withSessions(group, sketch, more))
    .filter(({ sessions }) => sessions > 0)
    .map((group) => withColumns(group, sketch, writer))
  const unmet = sketch.needs.flatMap((need) =>
    need.sameDay ? addUrgent(need, groups, writer) : addRoutine(need, groups, writer),
  )
  const dutyShort = addDuty(sketch, groups, writer)
  addPartners(sketch, groups, writer)
  for (const group of groups) addTime(group, sketch, writer)
  addSupervision(groups, writer)
  addRooms(sketch, groups, writer)
  return { lp: writer.lp(), unmet, dutyShort }
}

function withSessions(group: SketchGroup, { roles, weeks }: MixSketch, more: RoleSessions): SketchGroup {
  const extra = more.get(group.role) ?? 0
  if (group.vacant) {
    const people = Math.ceil(Math.max(0, extra) / FULL_TIME)
    return { ...group, sessions: Math.max(0, extra) * weeks, free: group.free.map((halfDays) => halfDays * people) }
  }
  const all = roles.find(({ id }) => id === group.role)?.sessions ?? 0
  const share = extra < 0 && all > 0 ? Math.max(0, 1 + extra / all) : 1
  return { ...group, sessions: group.sessions * share }
}

function withColumns(group: SketchGroup, sketch: MixSketch, writer: ProgrammeWriter): Staffed {
  const isFree = (day: number) => (group.free[day] ?? 0) > 0
  const needs = new Map(sketch.needs.map((need) => [need.id, need]))
  const contacts = group.meets.flatMap(({ need: id, minutes, returns }): Contacts[] => {
    const need = needs.get(id)
    if (need === undefined || need.all === 0) return []
    const days = need.sameDay
      ? [...need.byDay.keys()].filter((day) => isFree(day) && (need.byDay[day] ?? 0) > 0)
      : [null]
    return days.map((day) => ({ column: writer.column(COSTS.minute * minutes), need, minutes, returns, day }))
  })
  const dutyDays = [...sketch.duty.keys()].filter((day) => group.duty && isFree(day) && (sketch.duty[day] ?? 0) > 0)
  // Training is promised, so sessions that are not given cost as much as a breach.
  const learning = group.learning > 0 ? [writer.column(-COSTS.safety, Math.min(group.learning, group.sessions))] : []
  const partners = sketch.partners.filter(({ roles }) => !group.vacant && roles.includes(group.role))
  return {
    ...group,
    contacts,
    duties: dutyDays.map((day) => ({ column: writer.column(0), day })),
    promised: [...learning, ...partners.map(() => writer.column(0))],
  }
}

function metTerms(groups: readonly Staffed[], need: SketchNeed, day: number | null): Term[] {
  return groups.flatMap(({ contacts }) =>
    contacts.filter((one) => one.need === need && one.day === day).map(({ column }): Term => [column, 1]),
  )
}

function addUrgent(need: SketchNeed, groups: readonly Staffed[], writer: ProgrammeWriter): UnmetColumn[] {
  return need.byDay.flatMap((contacts, day): UnmetColumn[] => {
    if (contacts === 0) return []
    const column = writer.column(COSTS.urgent * need.weight)
    writer.atLeast([...metTerms(groups, need, day), [column, 1]], contacts)
    return [{ column, need: need.id, day, later: false }]
  })
}

/** Contacts are met or wait: first those not due yet, each need in thirds, and last the share that has priority. */
function addRoutine(need: SketchNeed, groups: readonly Staffed[], writer: ProgrammeWriter): UnmetColumn[] {
  const { id, due, all, first, weight, length } = need
  if (all === 0) return []
  const late = weight * (1 + COSTS.later)
  const unmet = [
    ...SPREAD.map((times) => ({
      column: writer.column(COSTS.later * times * weight, (all - due) / SPREAD.length),
      later: true,
    })),
    { column: writer.column(late, (1 - first) * due), later: false },
    { column: writer.column(late + COSTS.first * length), later: false },
  ]
  const returned = need.followUp
    ? groups.flatMap(({ contacts }) => contacts.map(({ column, returns }): Term => [column, -returns]))
    : []
  const left = unmet.map(({ column }): Term => [column, 1])
  writer.atLeast([...metTerms(groups, need, null), ...left, ...returned], all)
  return unmet.map((one) => ({ ...one, need: id, day: null }))
}

function addDuty({ duty }: MixSketch, groups: readonly Staffed[], writer: ProgrammeWriter): number[] {
  return duty.flatMap((halfDays, day) => {
    if (halfDays === 0) return []
    const short = writer.column(COSTS.safety)
    const held = groups.flatMap(({ duties }) => duties.filter((one) => one.day === day))
    writer.atLeast([...held.map(({ column }): Term => [column, 1]), [short, 1]], halfDays)
    return [short]
  })
}

/** A group's columns of outside time are in the order of the promises that concern its role. */
function addPartners({ partners }: MixSketch, groups: readonly Staffed[], writer: ProgrammeWriter): void {
  for (const [k, { roles, sessions }] of partners.entries()) {
    const given = groups.flatMap((group): Term[] => {
      if (group.vacant || !roles.includes(group.role)) return []
      const later = partners.slice(k).filter((one) => one.roles.includes(group.role)).length
      const column = group.promised.at(-later)
      return column === undefined ? [] : [[column, 1]]
    })
    writer.atLeast([...given, [writer.column(COSTS.partner), 1]], sessions)
  }
}

/** Limits on time: over the weeks, per day, and by safe contacts per session. */
function addTime(group: Staffed, { days }: MixSketch, writer: ProgrammeWriter): void {
  const { contacts, duties, sessions, minutes, safe } = group
  const promised = group.promised.map((column): Term => [column, 1])
  const spent = (some: readonly Contacts[]) => some.map((one): Term => [one.column, one.minutes / minutes])
  // The rest of a duty session is for urgent contacts.
  const calls = (some: Staffed['duties']) => some.map(({ column }): Term => [column, 1 - PATIENT_SHARE.duty])
  writer.atMost([...spent(contacts), ...calls(duties), ...promised], sessions)
  const whole = duties.map(({ column }): Term => [column, 1])
  if (duties.length > 0)
    writer.atMost([...spent(contacts.filter(({ day }) => day === null)), ...whole, ...promised], sessions)
  for (const day of days.keys()) {
    const held = duties.filter((one) => one.day === day)
    const free = group.free[day] ?? 0
    writer.atMost(
      held.map(({ column }): Term => [column, 1]),
      free,
    )
    writer.atMost([...spent(contacts.filter((one) => one.day === day)), ...calls(held)], free)
  }
  if (safe === null) return
  const load = contacts.map((one): Term => [one.column, safe.least + ((1 - safe.least) * one.minutes) / safe.minutes])
  const elsewhere = group.promised.map((column): Term => [column, safe.contacts])
  writer.atMost([...load, ...elsewhere], safe.contacts * sessions)
}

/** Supervisors' minutes cover their own contacts and the supervision they give. */
function addSupervision(groups: readonly Staffed[], writer: ProgrammeWriter): void {
  const sets = new Set(groups.flatMap(({ supervision }) => (supervision === null ? [] : [keyOf(supervision.by)])))
  for (const by of sets) {
    const supervised = groups.filter(({ supervision }) => supervision !== null && keyOf(supervision.by) === by)
    const givers = groups.filter(({ role }) => by.split(' ').includes(role))
    const asked = supervised.flatMap(({ contacts, minutes, supervision }) =>
      contacts.map((one): Term => [one.column, ((supervision?.minutes ?? 0) * one.minutes) / minutes]),
    )
    const spent = givers.flatMap(({ contacts, duties, promised, minutes }) => [
      ...contacts.map((one): Term => [one.column, one.minutes]),
      ...duties.map(({ column }): Term => [column, minutes * (1 - PATIENT_SHARE.duty)]),
      ...promised.map((column): Term => [column, minutes]),
    ])
    writer.atMost(
      [...asked, ...spent],
      givers.reduce((sum, { sessions, minutes }) => sum + sessions * minutes, 0),
    )
  }
}

function keyOf(roles: readonly string[]): string {
  return [...roles].sort().join(' ')
}

function addRooms({ roomSessions }: MixSketch, groups: readonly Staffed[], writer: ProgrammeWriter): void {
  const inRooms = groups.flatMap(({ contacts, minutes }) =>
    contacts.map(({ column, need, minutes: each }): Term => [column, ((1 - need.outside) * each) / minutes]),
  )
  writer.atMost(
    inRooms.filter(([, share]) => share > 0),
    roomSessions,
  )
}

/**
 * Upper bound on the contacts a network's people can hold in a week, whatever the rota: the largest multiple of England's mix of
 * contacts of which at least 95% are met, with no need met more often than it arises. Their capacity is the patient-facing
 * minutes of those present, minus supervision, learning and duty, within the safe number of contacts per day.
 */
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import type { PersonDocument, RoleDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { halves, isFree } from './week.ts'

/** Share to be met. At 100%, a single need that only one person may meet would limit everybody. */
const AT_LEAST = 0.95

/** Contacts by role; the sum is the total capacity. */
export type Held = ReadonlyMap<string, number>

export interface HoldRequest {
  /** Contacts of each need per 1,000 patients in England's week, including returns. */
  readonly perThousand: ReadonlyMap<string, number>
  /** Share of a duty session available for contacts. */
  readonly dutyShare: number
  /** Whether a role may be duty doctor. */
  readonly duty: (role: RoleDocument) => boolean
}

/** People with the same role and skills, with their total time. */
interface Group {
  readonly role: RoleDocument
  readonly skills: string
  sessions: number
  minutes: number
}

export async function mostHeld(document: RotaDocument, request: HoldRequest): Promise<Held> {
  const groups = groupsOf(document, request)
  const pairs = groups.flatMap((group, row) =>
    document.needs.flatMap((need, n) => {
      const minutes = group.role.meets?.[need.id]?.minutes
      const able = need.skill === undefined || group.skills.split(' ').includes(need.skill)
      return minutes === undefined || !able ? [] : [{ row, need: n, minutes, role: group.role.id }]
    }),
  )
  const mix = document.needs.map((need) => request.perThousand.get(need.id) ?? 0)
  const all = mix.reduce((sum, n) => sum + n, 0)
  const contactsADay = ({ role, sessions }: Group) => ((role.maxContactsPerDay ?? 1000) / 2) * sessions
  // The last column is the multiple of England's mix, in thousands of patients.
  const rows = [
    ...groups.map((group, g) => ({
      upper: group.minutes,
      of: [...pairs.map((p) => (p.row === g ? p.minutes : 0)), 0],
    })),
    ...groups.map((group, g) => ({ upper: contactsADay(group), of: [...pairs.map((p) => (p.row === g ? 1 : 0)), 0] })),
    ...mix.map((share, n) => ({ upper: 0, of: [...pairs.map((p) => (p.need === n ? 1 : 0)), -share] })),
    { upper: 0, of: [...pairs.map(() => -1), AT_LEAST * all] },
  ]
  const answer = await highsEngine().solve(programme(pairs.length + 1, rows), LIMITS)
  if (answer.status !== 'optimal') throw new Error(`The most held of ${document.network.ods}: ${answer.status}`)
  const held = new Map<string, number>()
  for (const [j, { role }] of pairs.entries()) held.set(role, (held.get(role) ?? 0) + (answer.point[j] ?? 0))
  return held
}

const LIMITS = { seconds: 10, relativeGap: 1e-6, absoluteGap: 1e-6, seed: 1 }

function groupsOf(document: RotaDocument, request: HoldRequest): Group[] {
  const groups = new Map<string, Group>()
  const week = halves(document)
  for (const person of document.people) {
    const role = document.roles.find(({ id }) => id === person.role)
    if (role === undefined) continue
    const skills = (person.skills ?? []).join(' ')
    const group = groups.get(`${role.id} ${skills}`) ?? { role, skills, sessions: 0, minutes: 0 }
    const sessions = clinicSessions(person, role, week)
    group.sessions += sessions
    group.minutes += sessions * (role.patientMinutes ?? 180)
    groups.set(`${role.id} ${skills}`, group)
  }
  const all = [...groups.values()]
  takeOff(all, document, request)
  return all
}

/** Sessions with patients: usual ones minus leave and learning; short parts count proportionally. */
function clinicSessions(person: PersonDocument, role: RoleDocument, week: ReturnType<typeof halves>): number {
  const free = week.filter((half) => isFree(person, half))
  const sessions = free.reduce((sum, half) => sum + Math.min(1, half.minutes / (role.sessionMinutes ?? 250)), 0)
  return Math.max(0, sessions - (free.length > 0 ? (person.contract.protected ?? 0) : 0))
}

/** Deducts supervision and duty from those who may do them, in proportion to their time. */
function takeOff(groups: readonly Group[], document: RotaDocument, request: HoldRequest): void {
  const kinds = new Set(groups.flatMap(({ role }) => (role.supervision ? [role.supervision.by.join()] : [])))
  for (const kind of kinds) {
    const supervised = groups.filter(({ role }) => role.supervision?.by.join() === kind)
    const minutes = supervised.reduce((sum, { role, sessions }) => sum + sessions * (role.supervision?.minutes ?? 0), 0)
    const by = kind.split(',')
    spend(
      groups.filter(({ role }) => by.includes(role.id)),
      minutes,
    )
  }
  const core = halves(document).filter(({ enhancedAccess }) => !enhancedAccess).length
  const dutySessions = dutyGroups(document).length * core
  spend(
    groups.filter(({ role }) => request.duty(role)),
    dutySessions * (1 - request.dutyShare) * 180,
  )
}

function spend(groups: readonly Group[], minutes: number): void {
  const all = groups.reduce((sum, group) => sum + group.minutes, 0)
  for (const group of groups) group.minutes = Math.max(0, group.minutes - (minutes * group.minutes) / (all || 1))
}

/** Groups of sites that share a duty doctor; every other site is its own group. */
export function dutyGroups({ sites, rules }: RotaDocument): string[][] {
  const setting = rules?.['duty-doctor']
  const groups = setting === undefined || setting === false ? [] : ((setting.groups ?? []) as string[][])
  const shared = new Set(groups.flat())
  return [...groups, ...sites.filter(({ id }) => !shared.has(id)).map(({ id }) => [id])]
}

function programme(columns: number, rows: readonly { readonly upper: number; readonly of: readonly number[] }[]): Lp {
  const entries = rows.map(({ of }) => of.flatMap((value, j) => (value === 0 ? [] : [[j, value] as const])))
  const starts = [0]
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length)
  return {
    columns,
    rows: rows.length,
    offset: 0,
    cost: Float64Array.from({ length: columns }, (_, j) => (j === columns - 1 ? -1 : 0)),
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(1e6),
    whole: new Uint8Array(columns),
    rowLower: new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.from(rows.map(({ upper }) => upper)),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(entries.flat().map(([j]) => j)),
    values: Float64Array.from(entries.flat().map(([, value]) => value)),
  }
}

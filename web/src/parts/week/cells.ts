/** The contents of a board cell: one person in one session. */
import type { Assignment, Person, Work } from '../../api.ts'
import type { Session } from './sessions.ts'
import { placeKey, sitesOf, type WeekPlan } from './week-plan.ts'

export interface Cell {
  readonly session: Session
  /** An abbreviation; the colour only repeats it. */
  readonly text: string
  /** The full text for screen readers and the menu: "duty doctor at Elm Park". */
  readonly long: string
  /** The site's letters, where sites are mixed and the person works at several. */
  readonly where?: string
  readonly kind: 'clinic' | 'phone' | 'duty' | 'visits' | 'other' | 'elsewhere' | 'away' | 'closed' | 'free' | 'unusual'
  readonly isPinned: boolean
  /** True if the work differs from the published rota. */
  readonly isChanged: boolean
}

/** Each person's assignment by session: see `placeKey`. */
export type Placings = ReadonlyMap<string, Assignment>

export function placingsOf(assignments: readonly Assignment[]): Placings {
  return new Map(assignments.map((one) => [`${one.person} ${one.date} ${one.part}`, one]))
}

const SHORT: Readonly<Record<Work, string>> = {
  clinic: 'Clinic',
  duty: 'Duty',
  visits: 'Visits',
  supervision: 'Teach',
  admin: 'Admin',
  training: 'Learn',
  outside: 'Out',
}

const LONG: Readonly<Record<Work, string>> = {
  clinic: 'clinic',
  duty: 'duty doctor',
  visits: 'home visits',
  supervision: 'supervision (teach)',
  admin: 'admin',
  training: 'protected time to learn',
  outside: 'with a partner organisation',
}

/** "phone clinic at Elm Park" */
export function workWords(plan: WeekPlan, placed: Pick<Assignment, 'work' | 'site' | 'remote'>): string {
  const work = placed.work === 'clinic' && placed.remote ? 'phone clinic' : LONG[placed.work]
  const site = plan.site.get(placed.site)?.name ?? placed.site
  return placed.work === 'training' || placed.work === 'outside' ? work : `${work} at ${site}`
}

export interface CellInput {
  readonly plan: WeekPlan
  readonly person: Person
  readonly session: Session
  readonly placings: Placings
  /** The published rota; null if there is none. */
  readonly published: Placings | null
  /** The site whose rows contain the cell; null if sites are mixed. */
  readonly at: string | null
}

export function cellOf(input: CellInput): Cell {
  const { plan, person, session, placings, published } = input
  const key = placeKey(person.id, session)
  const placed = placings.get(key)
  const shared = {
    session,
    isPinned: plan.pins.has(key),
    isChanged: published !== null && !isSamePlace(placed, published.get(key)),
  }
  return placed === undefined ? { ...shared, ...emptyCell(input) } : { ...shared, ...placedCell(input, placed) }
}

export function isSamePlace(a: Assignment | undefined, b: Assignment | undefined): boolean {
  return a?.site === b?.site && a?.work === b?.work && Boolean(a?.remote) === Boolean(b?.remote)
}

type Face = Pick<Cell, 'text' | 'long' | 'kind' | 'where'>

function emptyCell({ plan, person, session }: CellInput): Face {
  if (plan.isAway(person, session)) return { text: 'Away', long: 'away', kind: 'away' }
  const closed = plan.closedWhy(person.home, session)
  if (closed !== null) return { text: 'Shut', long: `shut: ${closed}`, kind: 'closed' }
  const isUsual = person.works === undefined || person.works.includes(session.usual)
  return isUsual
    ? { text: '·', long: 'nothing planned', kind: 'free' }
    : { text: '–', long: 'not usually at work', kind: 'unusual' }
}

function placedCell(input: CellInput, placed: Assignment): Face {
  const face = faceOf(input, placed)
  const { plan, person, at } = input
  const isAnywhere = placed.work === 'training' || placed.work === 'outside'
  if (at !== null || isAnywhere || (sitesOf(person).length < 2 && placed.site === person.home)) return face
  return { ...face, where: plan.siteCode.get(placed.site) ?? placed.site }
}

function faceOf({ plan, at }: CellInput, placed: Assignment): Face {
  const long = workWords(plan, placed)
  const isAnywhere = placed.work === 'training' || placed.work === 'outside'
  if (at !== null && placed.site !== at && !isAnywhere) {
    const code = plan.siteCode.get(placed.site) ?? placed.site
    // The accessible name includes the visible text, for users of voice control.
    return { text: code, long: `${long} (${code})`, kind: 'elsewhere' }
  }
  if (placed.work === 'clinic') {
    return placed.remote ? { text: 'Phone', long, kind: 'phone' } : { text: SHORT.clinic, long, kind: 'clinic' }
  }
  const kind = placed.work === 'duty' || placed.work === 'visits' ? placed.work : 'other'
  return { text: SHORT[placed.work], long, kind }
}

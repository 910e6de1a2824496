/** Who could be asked for something: tries one way after another until one works. */
import type { Assignment } from '../../../src/rota.ts'
import type { Change } from './change.ts'
import type { Obstacle } from './obstacle.ts'
import { rankOf } from './obstacle.ts'
import { type Scene, sessionAt } from './scene.ts'
import { isMovable, standingOf } from './standing.ts'
import { type Aim, obstacleTo } from './trial.ts'

/** One way of asking one person, and the obstacle to it; null if there is none. */
export interface Try {
  readonly change: Change
  readonly obstacle: Obstacle | null
}

/** Everything tried with one person; only the last try can have succeeded. */
export interface Asked {
  readonly person: string
  readonly tries: readonly Try[]
}

/** Fewer contacts are not worth a sentence. */
const WORTH = 0.05

/** `ways`: what the person would do, in the order in which it is tried. Each adds at least one assignment. */
export function ask(scene: Scene, person: string, { ways, aim }: { ways: readonly Change[]; aim: Aim }): Asked {
  const tries: Try[] = []
  for (const way of ways) {
    const one = tryOut(scene, way, aim)
    const other = one.obstacle?.kind === 'no-room' ? withoutRoom(scene, one.change, aim) : undefined
    tries.push(other ?? one)
    if ((other ?? one).obstacle === null) break
  }
  return { person, tries }
}

/** The same clinic by telephone or video, if that works. */
function withoutRoom(scene: Scene, way: Change, aim: Aim): Try | undefined {
  const { problem } = scene
  const [first, ...rest] = way.on
  const met = problem.cadreById.get(problem.personById.get(first?.person ?? '')?.cadre ?? '')?.meets
  const may = problem.needs.some((need) => need.remote > 0 && !need.visit && met?.has(need.id) === true)
  if (first?.work !== 'clinic' || first.remote || !may) return undefined
  const tried = tryOut(scene, { ...way, on: [{ ...first, remote: true }, ...rest] }, aim)
  return tried.obstacle === null ? tried : undefined
}

/** The way that works, if any. */
export function proposalOf({ tries }: Asked): Change | undefined {
  return tries.find(({ obstacle }) => obstacle === null)?.change
}

/** What prevents asking the person: for each session, the obstacle of the try that got furthest. */
export function obstaclesOf({ tries }: Asked): Obstacle[] {
  const deepest = new Map<number, Obstacle>()
  for (const { change, obstacle } of tries) {
    const session = change.on[0]?.session ?? change.met?.session ?? -1
    const known = deepest.get(session)
    if (obstacle !== null && (known === undefined || rankOf(obstacle) > rankOf(known))) deepest.set(session, obstacle)
  }
  return [...deepest.values()]
}

export function tryOut(scene: Scene, way: Change, aim: Aim): Try {
  const [wanted] = way.on
  if (wanted === undefined) return tryWay(scene, way, aim)
  const given = way.off.find((a) => a.person === wanted.person)
  const standing = standingOf(scene, wanted, given)
  if (standing?.kind === 'busy' && isMovable(scene, standing.at)) return beyondMovable(scene, way, { standing, aim })
  if (standing !== undefined) return { change: way, obstacle: standing }
  if (scene.problem.siteById.get(wanted.site)?.open[wanted.session] !== true)
    return { change: way, obstacle: { kind: 'closed', site: wanted.site, session: wanted.session } }
  return tryWay(scene, way, aim)
}

/** Tries at least one contact, or all that are waiting if fewer: meeting less is no use. */
function tryWay(scene: Scene, way: Change, aim: Aim): Try {
  const least = way.met === undefined ? way : withContacts(way, Math.min(1, way.met.contacts))
  return { change: least, obstacle: obstacleTo(scene, least, aim) ?? null }
}

/** Training and outside time are not given as reasons if something else would prevent the change anyway. */
function beyondMovable(
  scene: Scene,
  way: Change,
  { standing, aim }: { standing: Extract<Obstacle, { kind: 'busy' }>; aim: Aim },
): Try {
  const moved = elsewhereInWeek(scene, standing.at)
  const without = { ...way, off: [...way.off, standing.at], on: [...way.on, ...(moved === undefined ? [] : [moved])] }
  const { obstacle } = tryWay(scene, without, aim)
  const isReason = obstacle?.kind === 'no-room' || obstacle?.kind === 'no-supervisor' || obstacle?.kind === 'unfit'
  return isReason ? { change: without, obstacle } : { change: way, obstacle: standing }
}

/** Another half day of the same week in which the person is free and the usual practice is open. */
function elsewhereInWeek(scene: Scene, a: Assignment): Assignment | undefined {
  const { problem } = scene
  const week = sessionAt(scene, a.session)?.week
  const free = problem.horizon.sessions.find(
    (s) =>
      s.week === week &&
      !s.enhancedAccess &&
      s.index !== a.session &&
      problem.siteById.get(a.site)?.open[s.index] === true &&
      problem.availability.get(a.person)?.free[s.index] === true &&
      !scene.isKeptFree(a.person, s.index) &&
      scene.of(a.person, s.index).length === 0,
  )
  return free === undefined ? undefined : { ...a, session: free.index }
}

/** The most additional contacts that are possible, and what prevents more. */
export function mostContacts(scene: Scene, way: Change, aim: Aim): { readonly tried: Try; readonly more: Try | null } {
  const most = way.met?.contacts ?? 0
  let best = withContacts(way, Math.min(most, WORTH))
  const obstacle = obstacleTo(scene, best, aim)
  if (obstacle !== undefined) return { tried: { change: best, obstacle }, more: null }
  const whole = obstacleTo(scene, way, aim)
  if (whole === undefined) return { tried: { change: way, obstacle: null }, more: null }
  let [low, high] = [WORTH, most]
  for (let step = 0; step < 6; step++) {
    const middle = withContacts(way, (low + high) / 2)
    if (obstacleTo(scene, middle, aim) === undefined) [best, low] = [middle, (low + high) / 2]
    else high = (low + high) / 2
  }
  return { tried: { change: best, obstacle: null }, more: { change: way, obstacle: whole } }
}

/** The same change with fewer contacts; what it takes from elsewhere shrinks by as much, the first rows last. */
export function withContacts(change: Change, contacts: number): Change {
  const { met, less } = change
  if (met === undefined) return change
  let left = (less ?? []).reduce((sum, row) => sum + row.contacts, 0) - (met.contacts - contacts)
  const kept = (less ?? []).flatMap((row) => {
    const taken = Math.min(row.contacts, Math.max(0, left))
    left -= taken
    return taken > 1e-9 ? [{ ...row, contacts: taken }] : []
  })
  return { ...change, met: { ...met, contacts }, ...(less === undefined ? {} : { less: kept }) }
}

/** Why a person is not somewhere: what stands in the way in one session, in words for one or for many. */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Work } from '../../src/rota.ts'
import { are, crowd, doDoes } from '../crowd.ts'
import { siteName } from '../words.ts'
import { type Scene, sessionAt } from './scene.ts'

export type Standing =
  | { readonly kind: 'away' | 'not-then' | 'kept-free' | 'used-up' | 'spare' }
  | { readonly kind: 'busy'; readonly at: Assignment }

export function standingOf(scene: Scene, person: string, session: number): Standing {
  const { problem } = scene
  const own = problem.availability.get(person)
  const [at] = scene.of(person, session)
  if (at !== undefined) return { kind: 'busy', at }
  if (own?.away[session] === true) return { kind: 'away' }
  if (own?.free[session] !== true) return { kind: 'not-then' }
  if (problem.pins.some((pin) => pin.person === person && pin.session === session && pin.work === 'off'))
    return { kind: 'kept-free' }
  const { week = 0, counts = 1 } = sessionAt(scene, session) ?? {}
  return { kind: scene.worked(person, week) + counts > (own.most[week] ?? 0) + 1e-9 ? 'used-up' : 'spare' }
}

/** What one person does, and what several do: "holds a clinic", "hold clinics". */
const DOES: Readonly<Record<Work, readonly [one: string, many: string]>> = {
  clinic: ['holds a clinic', 'hold clinics'],
  duty: ['is on duty', 'are on duty'],
  visits: ['is on home visits', 'are on home visits'],
  supervision: ['supervises', 'supervise'],
  admin: ['has paperwork', 'have paperwork'],
  training: ['has learning time', 'have learning time'],
  outside: ['works with partner organisations', 'work with partner organisations'],
}

/** "is on duty at Birch Lane". */
export function doing(work: Work, site: string, people: readonly string[], problem: Problem): string {
  const [one, many] = DOES[work]
  const does = people.length === 1 ? one : many
  return work === 'outside' ? does : `${does} at ${siteName(site, problem)}`
}

/** Busy people are told by what they do, up to so many doings; beyond it they are elsewhere. */
const DOINGS = 3

/** What stands in the way of each of these people in one session: "GP 1 and GP 2 are away", "GP 3 is on duty at Birch Lane". */
export function obstacles(scene: Scene, people: readonly string[], session: number): string[] {
  const all = people.map((person) => ({ person, standing: standingOf(scene, person, session) }))
  const doings = new Set(
    all.map(({ standing }) => (standing.kind === 'busy' ? `${standing.at.work} ${standing.at.site}` : '')),
  )
  const key = ({ kind, ...rest }: Standing) =>
    'at' in rest && doings.size <= DOINGS + 1 ? `${kind} ${rest.at.work} ${rest.at.site}` : kind
  const groups = grouped(all, ({ standing }) => key(standing))
  const order = ['away', 'not-then', 'kept-free', 'busy', 'used-up', 'spare']
  groups.sort((a, b) => order.indexOf(a[0]?.standing.kind ?? '') - order.indexOf(b[0]?.standing.kind ?? ''))
  return groups.flatMap((group) => {
    const [first] = group
    const ids = group.map(({ person }) => person)
    const among = new Set(
      group.map(({ standing }) => ('at' in standing ? `${standing.at.work} ${standing.at.site}` : '')),
    )
    return first === undefined ? [] : [obstacle(scene, ids, { standing: first.standing, elsewhere: among.size > 1 })]
  })
}

function obstacle(
  scene: Scene,
  people: readonly string[],
  { standing, elsewhere }: { standing: Standing; elsewhere: boolean },
): string {
  const who = crowd(people, scene.problem)
  switch (standing.kind) {
    case 'away':
      return `${who} ${are(people)} away`
    case 'not-then':
      return `${who} ${doDoes(people)} not usually work then`
    case 'kept-free':
      return `${who} ${are(people)} pinned to be kept free`
    case 'used-up':
      return `${who} ${people.length === 1 ? 'has' : 'have'} no session left that week`
    case 'spare':
      return `${who} could still be asked`
    case 'busy':
      return elsewhere
        ? `${who} ${are(people)} at other work`
        : `${who} ${doing(standing.at.work, standing.at.site, people, scene.problem)}`
  }
}

/** What keeps a person from any further work in a session, whatever it is and wherever. */
import { type Assignment, isCounted } from '../../../src/rota.ts'
import type { Obstacle } from './obstacle.ts'
import { type Scene, sessionAt } from './scene.ts'

/** `instead`: an assignment that the person would give up for it. Undefined if nothing prevents it. */
export function standingOf(
  scene: Scene,
  { person, session }: { readonly person: string; readonly session: number },
  instead?: Assignment,
): Obstacle | undefined {
  const { problem } = scene
  const own = problem.availability.get(person)
  const at = scene.of(person, session).find((a) => a !== instead)
  if (at !== undefined) return { kind: 'busy', at }
  if (own?.away[session] === true) return { kind: 'away', person, session }
  if (own?.free[session] !== true) return { kind: 'not-then', person, session }
  if (scene.isKeptFree(person, session)) return { kind: 'kept-free', person, session }
  const { week = 0, counts = 1 } = sessionAt(scene, session) ?? {}
  const givenUp = instead === undefined ? 0 : (sessionAt(scene, instead.session)?.counts ?? 1)
  const worked = scene.worked(person, week) - givenUp + counts
  return worked > (own.most[week] ?? 0) + 1e-9 ? { kind: 'used-up', person, week } : undefined
}

/** Whether it is unpinned training, admin or outside time, which another half day of the week may suit as well. */
export function isMovable(scene: Scene, a: Assignment): boolean {
  return (isCounted(a.work) || a.work === 'admin') && !scene.isPinned(a)
}

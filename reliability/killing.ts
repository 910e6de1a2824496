/** Kills processes at random moments, and restarts them. */
import type { Draw } from '../src/intake/network/draw.ts'
import type { RotaProcess } from './rota-process.ts'
import { type Ground, pause } from './trial.ts'

/** A process that is repeatedly killed and restarted. */
export interface Post {
  readonly name: 'service' | 'worker'
  readonly start: () => RotaProcess
  process: RotaProcess
  kills: number
}

export interface Starts {
  /** Number of processes killed before they were ready. */
  early: number
  /** Number of processes that exited by themselves during start-up. */
  again: number
  /** Start-up times in milliseconds. */
  readonly times: number[]
}

/** Starts it. */
export function postOf(name: Post['name'], start: () => RotaProcess): Post {
  return { name, start, process: start(), kills: 0 }
}

export interface Killing {
  readonly times: number
  readonly lot: Draw
  /** What has been acknowledged so far, in words. */
  readonly told: () => string
  /** Resolves once calls have been answered since the last start, so that a kill has something to hit; default: at once. */
  readonly busy?: () => Promise<void>
}

/** Kills this often, or until the trial's time is up; finally waits until all are ready. */
export async function killAll(
  posts: readonly Post[],
  ground: Ground,
  { times, lot, told, busy }: Killing,
): Promise<Starts> {
  const starts: Starts = { early: 0, again: 0, times: [] }
  for (let kill = 1; kill <= times && !ground.isLate(); kill += 1) {
    const victim = lot.pick(posts)
    if (lot.chance(0.15)) {
      // During start-up, or while taking over from its predecessor.
      starts.early += 1
      await pause(lot.next() * 2500)
    } else {
      await allReady(posts, starts)
      await busy?.()
      await pause((200 + lot.next() * patience(starts)) / posts.length)
    }
    await victim.process.kill()
    victim.kills += 1
    const began = performance.now()
    victim.process = victim.start()
    victim.process.ready.then(() => starts.times.push(performance.now() - began)).catch(() => undefined)
    if (kill % 5 === 0) ground.say(`${kill} of ${times} kills, ${told()}`)
  }
  await allReady(posts, starts)
  return starts
}

/**
 * Restarts processes that exit by themselves during start-up, for example because the database is busy, as a service manager
 * would.
 */
async function allReady(posts: readonly Post[], starts: Starts): Promise<void> {
  for (const one of posts) {
    for (let tries = 0; tries < 5; tries += 1) {
      const isReady = await one.process.ready.then(
        () => true,
        () => false,
      )
      if (isReady) break
      await one.process.kill()
      starts.again += 1
      one.process = one.start()
    }
    await one.process.ready
  }
}

/**
 * Maximum milliseconds between two kills of a process, adapted to start-up times: on a slow machine solves take longer too, and
 * an operation killed three times is abandoned. The interval per process doesn't depend on their number.
 */
function patience({ times }: Starts): number {
  const usual = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return Math.min(20_000, Math.max(3000, 2.5 * usual))
}

/** Describes the starts and their duration. */
export function startWords({ early, again, times }: Starts): string {
  const slowest = Math.max(0, ...times) / 1000
  return `${times.length} successful starts, ${early} killed during start-up, ${again} exited by themselves and restarted; the slowest took ${slowest.toFixed(1)} s`
}

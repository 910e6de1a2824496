/** Kills processes at random moments, and starts each again. */
import type { Draw } from '../src/intake/network/draw.ts'
import type { RotaProcess } from './rota-process.ts'
import { type Ground, pause } from './trial.ts'

/** One of the processes that are killed, and started again each time. */
export interface Post {
  readonly name: 'service' | 'worker'
  readonly start: () => RotaProcess
  process: RotaProcess
  kills: number
}

export interface Starts {
  /** Processes that were killed before they were ready. */
  early: number
  /** Processes that ended by themselves as they started. */
  again: number
  /** Milliseconds from a start to a ready process. */
  readonly times: number[]
}

/** Starts it. */
export function postOf(name: Post['name'], start: () => RotaProcess): Post {
  return { name, start, process: start(), kills: 0 }
}

export interface Killing {
  readonly times: number
  readonly lot: Draw
  /** What callers have been told so far, in words. */
  readonly told: () => string
  /** Resolves once callers have been answered since the last start, so that a kill has something to hit; default: at once. */
  readonly busy?: () => Promise<void>
}

/** This often, unless the time of the trial is over before; in the end all are ready. */
export async function killAll(
  posts: readonly Post[],
  ground: Ground,
  { times, lot, told, busy }: Killing,
): Promise<Starts> {
  const starts: Starts = { early: 0, again: 0, times: [] }
  for (let kill = 1; kill <= times && !ground.isLate(); kill += 1) {
    const victim = lot.pick(posts)
    if (lot.chance(0.15)) {
      // In the middle of its start, or of taking over from its predecessor.
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

/** What ends by itself while starting, for example because the database is busy, is started again, as a service manager would. */
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
 * Most milliseconds between two kills of a process: on a slow machine solves and starts take longer, and what is
 * killed three times is given up. With three processes, each gets just as long.
 */
function patience({ times }: Starts): number {
  const usual = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return Math.min(20_000, Math.max(3000, 2.5 * usual))
}

/** How often it had to start, and how long that took, in words. */
export function startWords({ early, again, times }: Starts): string {
  const slowest = Math.max(0, ...times) / 1000
  return `${times.length} successful starts, ${early} killed during start-up, ${again} exited by themselves and restarted; the slowest took ${slowest.toFixed(1)} s`
}

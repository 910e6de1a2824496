/**
 * In a measuring process, the clock that solvers read gives processor seconds, so that other work on the machine
 * takes nothing from a measurement's limit. Import it before anything that reads a clock.
 */
import type { performance as Clock } from 'node:perf_hooks'

/** Its prototype's, so that it stays when an engine puts a clock of its own in front and takes it away again. */
const prototype: Pick<typeof Clock, 'now'> = Object.getPrototypeOf(performance)
const wallMs = prototype.now.bind(performance)
prototype.now = processorMs

/**
 * A reading is good for so many milliseconds of the wall. Engines read the clock up to a million times in a solve, and asking the
 * system each time took a fifth of the seconds that were measured.
 */
const FRESH = 0.5
let read = { at: Number.NEGATIVE_INFINITY, milliseconds: 0 }

function processorMs(): number {
  const at = wallMs()
  if (at - read.at < FRESH) return read.milliseconds
  const { user, system } = process.cpuUsage()
  read = { at, milliseconds: (user + system) / 1000 }
  return read.milliseconds
}

/** Wall seconds that a second of work takes here and now, at least 1: for programs that know wall seconds only. */
export function stretch(): number {
  const began = { wall: wall(), processor: processorMs() }
  while (processorMs() - began.processor < 500);
  return Math.max(1, (wall() - began.wall) / 0.5)
}

/** Seconds on the wall, from any fixed point. */
export function wall(): number {
  return Number(process.hrtime.bigint()) / 1e9
}

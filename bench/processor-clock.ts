/**
 * Makes the clock that solvers read return processor seconds in a measuring process, so that other work on the machine does not use up a
 * measurement's time limit. Import it before anything that reads a clock.
 */
import type { performance as Clock } from 'node:perf_hooks'

/** Patches the prototype, so that it stays in effect when an engine temporarily puts a clock of its own in front. */
const prototype: Pick<typeof Clock, 'now'> = Object.getPrototypeOf(performance)
const wallMs = prototype.now.bind(performance)
prototype.now = processorMs

/**
 * Readings are cached for this many wall-clock milliseconds. Engines read the clock up to a million times per solve, and a system call each
 * time took a fifth of the measured seconds.
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

/** Wall-clock seconds per processor second at present, at least 1; for programs that only know wall-clock time. */
export function stretch(): number {
  const began = { wall: wall(), processor: processorMs() }
  while (processorMs() - began.processor < 500);
  return Math.max(1, (wall() - began.wall) / 0.5)
}

/** Wall-clock seconds, from any fixed point. */
export function wall(): number {
  return Number(process.hrtime.bigint()) / 1e9
}

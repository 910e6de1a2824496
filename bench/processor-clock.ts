/**
 * In the process of a measurement the clock that solvers read tells processor seconds: others who are busy on the machine
 * then take nothing from what a measurement is allowed. To be imported before anything that reads a clock.
 */
import type { performance as Clock } from 'node:perf_hooks'

/** Its prototype's, so that it stays when an engine puts a clock of its own in front and takes it away again. */
const prototype: Pick<typeof Clock, 'now'> = Object.getPrototypeOf(performance)
prototype.now = processorMs

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
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

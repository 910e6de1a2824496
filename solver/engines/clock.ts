/** The engines' clock, and a way to stop a blocking solver through the clock that it reads. */

/** Bound at load, since `underClock` below temporarily replaces performance.now. */
const real = performance.now.bind(performance)

/** One day in milliseconds: beyond every time limit. */
const FAR = 86_400_000

/** Monotonic time in seconds. */
export function now(): number {
  return real() / 1000
}

/**
 * Runs blocking `work` with a clock that calls `over` at every reading and jumps a day ahead once that returns true.
 * HiGHS reads its clock thousands of times a second, even in cuts and sub-MIPs where it calls no callback for up to
 * several seconds, so this stops it within a fraction of a second.
 */
export function underClock<T>(over: () => boolean, work: () => T): T {
  let ended = false
  let asking = false
  performance.now = () => {
    if (!ended && !asking) {
      // `over` may read the clock itself.
      asking = true
      ended = over()
      asking = false
    }
    return ended ? real() + FAR : real()
  }
  try {
    return work()
  } finally {
    Reflect.deleteProperty(performance, 'now')
  }
}

/** The engines' clock, and the way to stop a solver that holds the thread by the clock that it reads itself. */

/** Taken once: `underClock` below puts another clock in its place for a while. */
const real = performance.now.bind(performance)

/** A day ahead: past every time limit. */
const FAR = 86_400_000

/** Seconds on a clock that only ever goes forward. */
export function now(): number {
  return real() / 1000
}

/**
 * Runs `work`, which does not return to JavaScript until it is done, with a clock that asks `over` at every reading and
 * runs a day ahead once that has said yes. HiGHS reads its clock thousands of times a second, in cuts and sub-programmes
 * too, where it calls no callback for up to several seconds: so this stops it within a fraction of a second.
 */
export function underClock<T>(over: () => boolean, work: () => T): T {
  let ended = false
  let asking = false
  performance.now = () => {
    if (!ended && !asking) {
      // What `over` calls may read the clock itself.
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

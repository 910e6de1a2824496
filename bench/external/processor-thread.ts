/** The solving thread with a clock of processor seconds, for figures from a machine that others use as well. */
import '../processor-clock.ts'

await import('../../solver/worker/thread-entry.ts')

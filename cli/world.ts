/** All that a command sees of the world, so that a test can stand in for it. */
import type { Paper } from '../src/output/terminal.ts'
import type { Day } from '../src/time.ts'

export interface World {
  /** The answer, and nothing else, goes to standard output. */
  write(text: string): void
  /** Messages, one line each, go to standard error. */
  say(line: string): void
  /** A line that the next one takes the place of; empty to wipe it. */
  progress(line: string): void
  /** What `write` and `progress` write on. */
  readonly paper: Paper
  readonly progressWidth: number
  today(): Day
  /** All of standard input. */
  readInput(): Promise<string>
  /** Calls back on every Ctrl-C until the returned function is called. */
  onInterrupt(listener: () => void): () => void
  /** Ends everything at once. */
  quit(code: number): void
}

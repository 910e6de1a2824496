/** Everything a command needs from its environment, so that tests can replace it. */
import type { Paper } from '../src/output/text/report-in-words.ts'
import type { Day } from '../src/time.ts'
import type { Environment } from './settings.ts'

export interface World {
  /** Standard output, for the result only. */
  write(text: string): void
  /** Standard error, for messages of one line. */
  say(line: string): void
  /** A progress line that replaces the previous one; empty to clear it. */
  progress(line: string): void
  /** Width and colour of the terminal. */
  readonly paper: Paper
  readonly progressWidth: number
  /** Environment variables, used for options missing from the command line. */
  readonly env: Environment
  today(): Day
  /** All of standard input. */
  readInput(): Promise<string>
  /** Calls the listener on every Ctrl-C until the returned function is called. */
  onInterrupt(listener: () => void): () => void
  /** Exits immediately. */
  quit(code: number): void
}

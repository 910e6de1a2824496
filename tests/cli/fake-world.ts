/** A terminal for tests: keeps what is written on it. */
import type { Environment } from '../../cli/settings.ts'
import type { World } from '../../cli/world.ts'

export interface FakeWorld extends World {
  /** Standard output, standard error and the lines of progress so far. */
  readonly seen: { out: string; err: string; readonly progress: string[]; quit: number | null }
  /** Presses Ctrl-C. */
  interrupt(): void
}

export function fakeWorld(input = '', env: Environment = {}): FakeWorld {
  const seen: FakeWorld['seen'] = { out: '', err: '', progress: [], quit: null }
  const listeners = new Set<() => void>()
  return {
    seen,
    write: (text) => {
      seen.out += text
    },
    say: (line) => {
      seen.err += `${line}\n`
    },
    progress: (line) => {
      seen.progress.push(line)
    },
    paper: { width: 120, colour: false },
    progressWidth: 80,
    env,
    today: () => '2026-11-25',
    readInput: async () => input,
    onInterrupt: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    quit: (code) => {
      seen.quit = code
    },
    interrupt: () => {
      for (const listener of listeners) listener()
    },
  }
}

/** Peers that can be watched over time, and what they need on the machine; nothing else in the project needs it. */
import { execFileSync } from 'node:child_process'
import { programOf } from '../machine.ts'

/** Each is a file in this folder. */
export const PEERS_OVER_TIME = ['timefold', 'cp-sat'] as const
export type OverTimePeer = (typeof PEERS_OVER_TIME)[number]

export function isPeer(word: string): word is OverTimePeer {
  return PEERS_OVER_TIME.some((peer) => peer === word)
}

/** What is missing and how to get it, in a sentence; null if nothing is. */
export function missingFor(peer: OverTimePeer, python: string, path?: string): string | null {
  if (peer === 'timefold') {
    const missing = ['java', 'mvn'].filter((name) => programOf(name, path) === null)
    return missing.length === 0
      ? null
      : `Timefold needs Java 17 and Maven; not on the search path: ${missing.join(', ')} (Debian: openjdk-17-jdk-headless, maven)`
  }
  const program = programOf(python, path)
  if (program === null) return `CP-SAT needs Python; there is no program "${python}" (--python says which one is used)`
  try {
    execFileSync(program, ['-c', 'import ortools'], { stdio: 'ignore' })
    return null
  } catch {
    return `CP-SAT needs the Python module ortools, which ${python} doesn't have (pip install ortools; --python says which Python is used)`
  }
}

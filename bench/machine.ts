/** The machine that figures come from, and the peers installed on it. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { delimiter, join } from 'node:path'
import { PEERS, type Peer } from './task.ts'

/** Path of a program on the search path; null if it is not there. */
export function programOf(name: string, path: string = process.env.PATH ?? ''): string | null {
  if (name.includes('/')) return runs(name) ? name : null
  const found = path.split(delimiter).find((folder) => folder !== '' && runs(join(folder, name)))
  return found === undefined ? null : join(found, name)
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Includes the load, since other work on the machine distorts elapsed time. */
export function machineInWords(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${memory} GB, Node ${process.version}, load ${load} at the start`
}

export interface PeersHere {
  readonly here: readonly Peer[]
  /** One sentence for each peer missing from this run, with the reason. */
  readonly missing: readonly string[]
}

const MODULES: Readonly<Partial<Record<Peer, string>>> = { 'cp-sat': 'ortools', highspy: 'highspy' }
const NAMES: Readonly<Record<Peer, string>> = {
  'highs-undivided': 'HiGHS undivided',
  'javascript-lp-solver': 'javascript-lp-solver',
  cbc: 'CBC',
  'cp-sat': 'OR-Tools CP-SAT',
  highspy: 'HiGHS native by highspy',
}

/** Splits all peers into those that are both requested and installed, and sentences about the others. */
export function peersHere(asked: readonly string[], python: string | null): PeersHere {
  const reasons = new Map(PEERS.map((peer) => [peer, asked.includes(peer) ? whyNot(peer, python) : 'not asked for']))
  return {
    here: PEERS.filter((peer) => reasons.get(peer) === null),
    missing: PEERS.flatMap((peer) => {
      const reason = reasons.get(peer)
      return reason == null ? [] : [`${NAMES[peer]}: ${reason}`]
    }),
  }
}

/** Null if the peer can take part. */
function whyNot(peer: Peer, python: string | null): string | null {
  if (peer === 'cbc')
    return programOf('cbc') === null ? 'no program "cbc" on the search path (Debian: coinor-cbc)' : null
  const module = MODULES[peer]
  if (module === undefined) return null
  if (python === null) return 'no Python here'
  try {
    execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' })
    return null
  } catch {
    return `Python has no module ${module} (--python says which Python is asked)`
  }
}

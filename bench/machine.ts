/** The machine that figures are from, and which peers are there. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { delimiter, join } from 'node:path'

/** Path of a program on the search path; null where there is none. */
export function programOf(name: string, path: string = process.env.PATH ?? ''): string | null {
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

/** Other people's work on the machine falsifies wall seconds first; so the load is told. */
export function machineInWords(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${memory} GB, Node ${process.version}, load ${load} at the start`
}

/** Peers that this run goes without, each with the reason. */
export function missingPeers(): string[] {
  return [
    ...(programOf('cbc') === null ? ['CBC: no program "cbc" on the search path (Debian: coinor-cbc)'] : []),
    ...pythonPeers(),
  ]
}

function pythonPeers(): string[] {
  const python = programOf('python3')
  return [
    ['OR-Tools CP-SAT', 'ortools'],
    ['HiGHS native by highspy', 'highspy'],
  ].map(([peer, module]) => {
    if (python === null) return `${peer}: no Python here`
    try {
      execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' })
      return `${peer}: Python has ${module}, but this bench has no script for it`
    } catch {
      return `${peer}: Python has no module ${module}`
    }
  })
}

/** Processor time and memory of a process and its descendants. Linux only. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Spent {
  /** Processor seconds, including ended children. */
  readonly processor: number
  /** Current resident set size in bytes. */
  readonly resident: number
}

interface Seen extends Spent {
  readonly pid: number
  readonly parent: number
}

/** Linux clock ticks per second, and page size in bytes, on all common machines. */
const TICKS = 100
const PAGE = 4096

export function spentBy(pid: number): Spent {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? seen(Number(name)) : []))
  const family = new Set([pid])
  // Children are listed after their parents, unless process ids have wrapped around.
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const one of all) if (family.has(one.parent)) family.add(one.pid)
  }
  const members = all.filter((one) => family.has(one.pid))
  const sum = (field: 'processor' | 'resident') => members.reduce((total, one) => total + one[field], 0)
  return { processor: sum('processor'), resident: sum('resident') }
}

function seen(pid: number): Seen[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name in brackets: state, parent, …, own and children's ticks, …, pages.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = [11, 12, 13, 14].reduce((total, at) => total + (fields[at] ?? 0), 0)
    return [{ pid, parent: fields[1] ?? 0, processor: ticks / TICKS, resident: (fields[21] ?? 0) * PAGE }]
  } catch {
    // The process has ended in the meantime.
    return []
  }
}

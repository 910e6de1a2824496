/** Stores a user's changes to a week in this browser, so that a reload or a lost connection loses nothing. */
import type { Assignment } from '../../../api.ts'
import type { Step } from '../../../parts/week/steps.ts'
import type { WeekKey } from '../../../parts/week/week-queries.ts'

export interface EditMemory {
  /** The version that the changes are based on; null if there was no rota. */
  readonly version: number | null
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** The user's rota until the service has saved it. */
  readonly unsent: readonly Assignment[] | null
}

/** Maximum number of undo steps. */
const STEPS = 100

const nameOf = ({ ods, from }: WeekKey) => `rota/week/${ods}/${from}`

/** Null if nothing is stored, or the entry can't be read. */
export function remembered(week: WeekKey): EditMemory | null {
  try {
    const text = localStorage.getItem(nameOf(week))
    const memory: unknown = text === null ? null : JSON.parse(text)
    return isMemory(memory) ? memory : null
  } catch {
    // No storage, or an entry from another version: start afresh.
    return null
  }
}

export function remember(week: WeekKey, memory: EditMemory): void {
  try {
    if (memory.past.length + memory.future.length === 0 && memory.unsent === null) localStorage.removeItem(nameOf(week))
    else localStorage.setItem(nameOf(week), JSON.stringify({ ...memory, past: memory.past.slice(-STEPS) }))
  } catch {
    // Without storage, changes are still saved to the service.
  }
}

function isMemory(memory: unknown): memory is EditMemory {
  return typeof memory === 'object' && memory !== null && 'past' in memory && 'future' in memory && 'version' in memory
}

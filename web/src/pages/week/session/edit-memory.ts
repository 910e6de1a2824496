/** What this browser remembers of somebody's changes to a week, so that a reload or a lost connection loses nothing. */
import type { Assignment } from '../../../api.ts'
import type { Step } from '../../../parts/week/steps.ts'
import type { WeekKey } from '../../../parts/week/week-queries.ts'

export interface EditMemory {
  /** The version that the changes were made to; null if there was no rota. */
  readonly version: number | null
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** The rota as this person has it, until the service has stored it. */
  readonly unsent: readonly Assignment[] | null
}

/** Undone this far back at most. */
const STEPS = 100

const nameOf = ({ ods, from }: WeekKey) => `rota/week/${ods}/${from}`

/** Null where nothing is remembered, or nothing that can be read. */
export function remembered(week: WeekKey): EditMemory | null {
  try {
    const text = localStorage.getItem(nameOf(week))
    const memory: unknown = text === null ? null : JSON.parse(text)
    return isMemory(memory) ? memory : null
  } catch {
    // No storage, or text of another version: there is nothing to go on from.
    return null
  }
}

export function remember(week: WeekKey, memory: EditMemory): void {
  try {
    if (memory.past.length + memory.future.length === 0 && memory.unsent === null) localStorage.removeItem(nameOf(week))
    else localStorage.setItem(nameOf(week), JSON.stringify({ ...memory, past: memory.past.slice(-STEPS) }))
  } catch {
    // Without storage the page still saves what it can to the service.
  }
}

function isMemory(memory: unknown): memory is EditMemory {
  return typeof memory === 'object' && memory !== null && 'past' in memory && 'future' in memory && 'version' in memory
}

/** Merges a rota from a file into the one on the board. */
import type { Assignment } from '../../../api.ts'
import type { ImportResult } from '../../../parts/import/use-import.ts'

type Imported = NonNullable<ImportResult['assignments']>

/**
 * The file's rota replaces assignments of its own people, days and parts of the day. Everything else stays: a file about doctors doesn't
 * empty a nurse's week, and one about mornings and afternoons doesn't empty an evening.
 */
export function withRota(board: readonly Assignment[], file: Imported): readonly Assignment[] {
  const [people, dates, parts] = (['person', 'date', 'part'] as const).map(
    (name) => new Set(file.map((one) => one[name])),
  )
  const isCovered = ({ person, date, part }: Assignment) =>
    people?.has(person) === true && dates?.has(date) === true && parts?.has(part) === true
  const sessions = file.map(({ remote, ...one }): Assignment => (remote === true ? { ...one, remote } : one))
  return [...board.filter((one) => !isCovered(one)), ...sessions]
}

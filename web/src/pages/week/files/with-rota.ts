/** A rota from a file over the one on the board. */
import type { Assignment } from '../../../api.ts'
import type { ImportResult } from '../../../parts/import/use-import.ts'

type Imported = NonNullable<ImportResult['assignments']>

/**
 * For the people, days and parts of the day that the file has, what it says; everything else stays: a file about doctors empties no
 * nurse's week, and one about mornings and afternoons no evening.
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

/**
 * Splits the board into tables: those out of sight aren't laid out or painted, whereas a single table of thousands of cells would be, in
 * full, on every click.
 */
import type { RoleGroup } from './board-rows.ts'

/** More rows than fit on a screen, so that headings aren't repeated within view. */
const ROWS = 40

/** Distributes groups over tables, in order. A long group continues in the next table, under its title again. */
export function tablesOf(groups: readonly RoleGroup[]): readonly (readonly RoleGroup[])[] {
  const tables: RoleGroup[][] = []
  let room = 0
  for (const { key, title, people } of groups) {
    for (let from = 0; from < people.length; from += ROWS) {
      const piece = { key: from === 0 ? key : `${key} ${from}`, title, people: people.slice(from, from + ROWS) }
      if (piece.people.length > room) {
        tables.push([])
        room = ROWS
      }
      tables.at(-1)?.push(piece)
      room -= piece.people.length
    }
  }
  return tables
}

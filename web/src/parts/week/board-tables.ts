/** The tables of the board: those out of sight are not laid out or painted, which a single table of thousands of cells would be, whole, at every click. */
import type { RoleGroup } from './board-rows.ts'

/** More than fit a screen, so that headings are not repeated within sight. */
const ROWS = 40

/** Groups in their order, some to a table; one that is longer goes on in the next, under its title again. */
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

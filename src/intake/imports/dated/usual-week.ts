/** Derives each person's usual week from a rota by date: half-days worked in more than half of its weeks. */
import { weekdayOf } from '../../../time.ts'
import { dayMeaning } from '../cell-words.ts'
import type { Account, ImportContext } from '../import-answer.ts'
import { nameIn } from '../names.ts'
import { roleNamed } from '../role-words.ts'
import type { FoundPerson } from '../team/team-table.ts'
import type { DatedCell, DatedGrid } from './dated-grid.ts'

export function usualWeeks(
  grids: readonly DatedGrid[],
  context: ImportContext,
  account: Account,
): readonly FoundPerson[] {
  const byName = new Map<string, DatedCell[]>()
  for (const { headings, cells } of grids) {
    if (headings === 'people')
      for (const cell of cells) byName.set(cell.heading, [...(byName.get(cell.heading) ?? []), cell])
  }
  return [...byName].map(([text, cells]) => usualWeek(text, cells, context, account))
}

function usualWeek(text: string, cells: readonly DatedCell[], context: ImportContext, account: Account): FoundPerson {
  const worked = new Map<string, number>()
  const seen = new Map<string, number>()
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const cell of cells) {
    const read = dayMeaning(cell.text, context)
    for (const half of cell.part === null ? (['am', 'pm'] as const) : [cell.part]) {
      const meaning = read[half]
      const slot = `${weekdayOf(cell.date)}-${half}`
      if (meaning?.kind === 'unknown')
        account.problem(
          { ...cell.at, correct: { by: 'words', word: meaning.text.toLowerCase() } },
          cell.text,
          'It is not clear whether this means working or off.',
          meaning.maybe ?? 'a mapping for this word: off, clinic, or a site',
        )
      if (meaning === null || meaning.kind === 'works' || meaning.kind === 'off') count(seen, slot)
      if (meaning?.kind === 'works') count(worked, slot)
      if (meaning?.kind === 'unknown') break
    }
  }
  const works = [...worked].filter(([slot, times]) => times * 2 > (seen.get(slot) ?? 0)).map(([slot]) => slot)
  const named = nameIn(text)
  const role = roleNamed(text, context)
  const at = cells[0]?.at ?? {}
  if (works.length > 0)
    account.guess(at, text, `a usual week of ${works.length} sessions, from what is worked in most weeks`)
  return {
    at,
    name: named.kind === 'name' ? named.name : text,
    role: role.kind === 'role' && !role.certain ? role.role : null,
    sessions: null,
    works,
    site: null,
    otherSites: [],
    from: null,
    until: null,
    weeks: null,
    cells: [],
  }
}

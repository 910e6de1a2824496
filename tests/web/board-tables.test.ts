import { expect, test } from 'vitest'
import type { Person } from '../../web/src/api.ts'
import type { RoleGroup } from '../../web/src/parts/week/board-rows.ts'
import { tablesOf } from '../../web/src/parts/week/board-tables.ts'

const group = (key: string, people: number): RoleGroup => ({
  key,
  title: key,
  people: Array.from(
    { length: people },
    (_, n): Person => ({ id: `${key}${n}`, name: key, role: key, home: 'A', contract: { sessions: 8 } }),
  ),
})

const sizes = (groups: readonly RoleGroup[]) =>
  tablesOf(groups).map((table) => table.map(({ people }) => people.length))

test('the roles of one practice stand in one table', () => {
  expect(sizes([group('gp', 8), group('nurse', 6), group('physio', 2)])).toEqual([[8, 6, 2]])
})

test('a role that no longer fits begins the next table, whole', () => {
  expect(sizes([group('gp', 30), group('nurse', 20)])).toEqual([[30], [20]])
})

test('a role of more people than a table holds goes on under its title', () => {
  const tables = tablesOf([group('gp', 90), group('nurse', 5)])
  expect(tables.map((table) => table.map(({ title, people }) => `${title} ${people.length}`))).toEqual([
    ['gp 40'],
    ['gp 40'],
    ['gp 10', 'nurse 5'],
  ])
  expect(new Set(tables.flat().map(({ key }) => key)).size).toBe(4)
})

test('everybody is in a table once', () => {
  const groups = [group('gp', 41), group('nurse', 40), group('physio', 1)]
  const shown = tablesOf(groups).flatMap((table) => table.flatMap(({ people }) => people.map(({ id }) => id)))
  expect(shown).toEqual(groups.flatMap(({ people }) => people.map(({ id }) => id)))
})

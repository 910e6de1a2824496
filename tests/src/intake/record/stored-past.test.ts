/** Rotas as they are stored, read as what was published week by week. */
import { expect, it } from 'vitest'
import { pastOf } from '../../../../src/intake/record/stored-past.ts'
import { published } from './published.ts'

const MONTH = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'] as const
const [FIRST, SECOND, THIRD, FOURTH] = MONTH
const waiting = [{ site: 'alder', need: 'routine', asked: '2026-12-20', contacts: 4 }]

/** A session on every Monday. */
const rows = [0, 7, 14, 21].map((day) => ['ann', day, 'am', 'clinic'] as const)
const report = (more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify(
    published({ from: FIRST, rows, more: { waiting, people: [{ id: 'ann', protectedOwed: 0.5 }], ...more } }),
  )
const stored = { weekFrom: FIRST, weeks: 4, body: report(), judgement: null }

it('a rota of several weeks counts only in those it is published for', () => {
  const past = pastOf([{ ...stored, held: [FIRST, THIRD] }])
  expect(past.map(({ from, to, assignments }) => [from, to, assignments.map(({ date }) => date)])).toEqual([
    [FIRST, '2026-12-06', [FIRST]],
    [THIRD, '2026-12-20', [THIRD]],
  ])
})

it('what it leaves to the week after is known where its own last week is published', () => {
  const left = (held: readonly string[]) =>
    pastOf([{ ...stored, held }]).map(({ waiting, protectedOwed }) => [waiting, [...protectedOwed]])
  expect(left([SECOND, THIRD])).toEqual([
    [null, []],
    [null, []],
  ])
  expect(left([FOURTH])).toEqual([[waiting, [['ann', 0.5]]]])
})

it('a rota made by hand leaves what its judgement says, and nothing is known where an earlier version judged it', () => {
  const body = JSON.stringify({ assignments: [], clinics: [] })
  const left = (judgement: unknown) =>
    pastOf([{ weekFrom: FOURTH, weeks: 1, held: [FOURTH], body, judgement: JSON.stringify(judgement) }])
  expect(left({ waiting, people: [{ id: 'ann', protectedOwed: 1.5 }] })).toMatchObject([
    { waiting, protectedOwed: new Map([['ann', 1.5]]) },
  ])
  expect(left({})).toMatchObject([{ waiting: null, protectedOwed: new Map() }])
})

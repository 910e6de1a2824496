/** Rows and columns of every shape that a draft may contain, each with an optimum that is plain to see. */
import { expect } from 'vitest'
import { programme, type Table } from '../../../solver/lp/table.ts'
import type { Case } from '../every-engine.ts'
import { demand, optimum } from './expected.ts'

function plain(fact: string, table: Table, objective: number): Case {
  return { fact, run: (engine) => demand(engine, programme(table), objective) }
}

export const shapes: readonly Case[] = [
  plain('no columns and no rows cost the offset', { columns: [], offset: 7 }, 7),
  plain(
    'no rows: every column goes to its cheaper bound',
    {
      columns: [
        { cost: 2, lower: -3, upper: 4 },
        { cost: -1, upper: 2.5 },
      ],
    },
    -8.5,
  ),
  plain(
    'no rows: a whole column stops at the last whole number',
    { columns: [{ cost: -1, upper: 2.5, whole: true }] },
    -2,
  ),
  plain(
    'an empty row asks for nothing',
    { columns: [{ cost: 1, lower: 1 }], rows: [{ of: [], atLeast: -1, atMost: 1 }] },
    1,
  ),
  plain('the offset counts', { columns: [{ cost: 1, lower: 2 }], offset: -10 }, -8),
  plain(
    'no costs: any point that fits will do',
    { columns: [{ upper: 3 }, {}], rows: [{ of: [1, 1], atLeast: 4 }] },
    0,
  ),
  plain(
    'an equality is met',
    {
      columns: [{ cost: 1 }, { cost: 3 }],
      rows: [
        { of: [1, 2], atLeast: 5, atMost: 5 },
        { of: [1], atMost: 2 },
      ],
    },
    6.5,
  ),
  plain(
    'a two-sided row binds from below',
    { columns: [{ cost: 1 }, { cost: 2 }], rows: [{ of: [1, 1], atLeast: 3, atMost: 8 }] },
    3,
  ),
  plain(
    'a two-sided row binds from above',
    { columns: [{ cost: -1 }, { cost: -2 }], rows: [{ of: [1, 1], atLeast: 3, atMost: 8 }] },
    -16,
  ),
  plain('a row without any bound binds nothing', { columns: [{ cost: 1, lower: 2 }], rows: [{ of: [1] }] }, 2),
  plain(
    'a negative lower bound is used',
    { columns: [{ cost: 1, lower: -4, upper: 9 }], rows: [{ of: [2], atLeast: -7 }] },
    -3.5,
  ),
  plain(
    'a negative whole lower bound is used',
    { columns: [{ cost: 1, lower: -4, upper: 9, whole: true }], rows: [{ of: [2], atLeast: -7 }] },
    -3,
  ),
  plain('a column that is always negative', { columns: [{ cost: -1, lower: -9, upper: -2 }] }, 2),
  plain('a column without a lower bound', { columns: [{ cost: -1, lower: -Infinity, upper: 3 }] }, -3),
  plain(
    'a free column',
    { columns: [{ cost: 1, lower: -Infinity }], rows: [{ of: [1], atLeast: -3.5, atMost: 8 }] },
    -3.5,
  ),
  plain(
    'a free column beside a whole one',
    {
      columns: [
        { cost: 1, lower: -Infinity },
        { cost: 3, upper: 5, whole: true },
      ],
      rows: [
        { of: [1, 1], atLeast: -2 },
        { of: [1, -1], atLeast: -2.5 },
      ],
    },
    -2,
  ),
  plain(
    'a fixed column',
    { columns: [{ cost: 5, lower: 2, upper: 2 }, { cost: 1 }], rows: [{ of: [1, 1], atLeast: 6 }] },
    14,
  ),
  plain(
    'whole columns that are all fixed, beside others that are not',
    {
      columns: [{ cost: 5, lower: 2, upper: 2, whole: true }, { cost: 1 }],
      rows: [{ of: [1.5, 1], atLeast: 6.25 }],
    },
    13.25,
  ),
  plain(
    'whole columns without an upper bound',
    {
      columns: [
        { cost: 3, whole: true },
        { cost: 5, whole: true },
      ],
      rows: [{ of: [2, 4], atLeast: 9 }],
    },
    13,
  ),
  plain(
    'fractional staff are not returned',
    {
      columns: [
        { cost: -5, whole: true, upper: 9 },
        { cost: -4, whole: true, upper: 9 },
      ],
      rows: [
        { of: [6, 4], atMost: 24 },
        { of: [1, 2], atMost: 6 },
      ],
    },
    -20,
  ),
  plain(
    'pounds and minutes in one row',
    {
      columns: [{ cost: 169, upper: 40, whole: true }, { cost: 30 }],
      rows: [
        { of: [240, 1], atLeast: 5000 },
        { of: [52000, 0.25], atMost: 1e6 },
      ],
    },
    169 * 19 + 30 * 440,
  ),
  {
    fact: 'many columns tie: any of them is right',
    async run(engine) {
      const columns = Array.from({ length: 12 }, () => ({ cost: 1, upper: 1, whole: true }))
      const rows = [0, 1, 2, 3].map((r) => ({
        of: columns.map((_, j) => (j % 4 === r ? 1 : 0)),
        atLeast: 2,
        atMost: 2,
      }))
      const { objective } = await optimum(engine, programme({ columns, rows }))
      expect(objective).toBeCloseTo(8, 9)
    },
  },
  {
    fact: 'rows that say the same three times over do no harm',
    async run(engine) {
      const of = [1, 1, 1]
      const rows = [
        { of, atLeast: 2 },
        { of, atLeast: 2, atMost: 2 },
        { of: [2, 2, 2], atLeast: 4 },
        { of, atMost: 2 },
      ]
      const { objective } = await optimum(engine, programme({ columns: [{ cost: 1 }, { cost: 1 }, { cost: 2 }], rows }))
      expect(objective).toBeCloseTo(2, 9)
    },
  },
  {
    fact: 'every column has a value, zeros included',
    async run(engine) {
      const columns = [{ cost: 1 }, { cost: 1, lower: 3 }, { cost: 1, whole: true }, { cost: 1 }]
      const { point } = await optimum(engine, programme({ columns, rows: [{ of: [1, 1, 1, 1], atLeast: 1 }] }))
      expect([...point]).toEqual([0, 3, 0, 0])
    },
  },
]

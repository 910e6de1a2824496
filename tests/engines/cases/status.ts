/** What an engine says where there is no best point. */
import { expect } from 'vitest'
import { programme } from '../../../solver/lp/table.ts'
import type { Case } from '../every-engine.ts'
import { demand, solved } from './expected.ts'

const whole = { upper: 1, whole: true }

export const status: readonly Case[] = [
  {
    fact: 'too much asked of fractional columns is infeasible',
    run: (engine) => demand(engine, programme({ columns: [{ upper: 2 }], rows: [{ of: [1], atLeast: 3 }] }), null),
  },
  {
    fact: 'too much asked of whole columns is infeasible',
    run: (engine) => demand(engine, programme({ columns: [whole, whole], rows: [{ of: [1, 1], atLeast: 3 }] }), null),
  },
  {
    fact: 'what only fractions could meet is infeasible for whole columns',
    run: (engine) =>
      demand(engine, programme({ columns: [whole, whole], rows: [{ of: [2, 2], atLeast: 1, atMost: 1 }] }), null),
  },
  {
    fact: 'a start does not make the impossible possible',
    async run(engine) {
      const lp = programme({ columns: [whole, whole], rows: [{ of: [1, 1], atLeast: 3 }] })
      expect((await solved(engine, lp, { start: Float64Array.of(1, 1) })).status).toBe('infeasible')
    },
  },
  {
    fact: 'crossed bounds of a column are infeasible',
    run: (engine) => demand(engine, programme({ columns: [{ lower: 2, upper: 1 }] }), null),
  },
  {
    fact: 'crossed bounds of a row are infeasible',
    run: (engine) => demand(engine, programme({ columns: [{}], rows: [{ of: [1], atLeast: 2, atMost: 1 }] }), null),
  },
  {
    fact: 'a whole column with no whole number between its bounds is infeasible',
    run: (engine) => demand(engine, programme({ columns: [{ lower: 0.2, upper: 0.8, whole: true }] }), null),
  },
  {
    fact: 'an empty row that asks for something is infeasible',
    run: (engine) => demand(engine, programme({ columns: [whole], rows: [{ of: [], atLeast: 1 }] }), null),
  },
  {
    fact: 'no columns and a row that asks for something is infeasible',
    run: (engine) => demand(engine, programme({ columns: [], rows: [{ of: [], atLeast: 1 }] }), null),
  },
  {
    fact: 'a gain without end is unbounded, not feasible',
    async run(engine) {
      const lp = programme({ columns: [{ cost: -1 }, { cost: 1 }], rows: [{ of: [1, -1], atLeast: 0 }] })
      expect((await solved(engine, lp)).status).toBe('unbounded')
    },
  },
  {
    fact: 'a gain without end by whole columns is unbounded',
    async run(engine) {
      const columns = [
        { cost: -1, whole: true },
        { cost: 0, whole: true },
      ]
      const lp = programme({ columns, rows: [{ of: [1, -1], atMost: 0.5 }] })
      expect((await solved(engine, lp)).status).toBe('unbounded')
    },
  },
  {
    fact: 'a gain without end that nothing can reach is infeasible',
    async run(engine) {
      const lp = programme({ columns: [{ cost: -1 }, whole], rows: [{ of: [0, 1], atLeast: 2 }] })
      expect((await solved(engine, lp)).status).toBe('infeasible')
    },
  },
]

/** Programmes that are no programmes: refused before an engine sees them, with the column or row named. */
import { expect } from 'vitest'
import type { Lp } from '../../../solver/lp/lp.ts'
import { programme } from '../../../solver/lp/table.ts'
import { Defect } from '../../../src/errors.ts'
import type { Case } from '../every-engine.ts'
import { demand, PLAIN } from './expected.ts'

const SOUND = programme({ columns: [{ cost: 1 }, { cost: 2 }], rows: [{ of: [1, 1], atLeast: 1 }] })

function refused(what: string, flaw: Partial<Lp>, words: string): Case {
  return {
    fact: `refused: ${what}`,
    async run(engine) {
      const solving = engine.solve({ ...SOUND, ...flaw }, PLAIN)
      await expect(solving).rejects.toThrow(Defect)
      await expect(solving).rejects.toThrow(words)
    },
  }
}

export const broken: readonly Case[] = [
  refused('a cost that is no number', { cost: Float64Array.of(1, Number.NaN) }, 'column 1'),
  refused('a cost without end', { cost: Float64Array.of(Infinity, 1) }, 'column 0'),
  refused('a lower bound that is no number', { lower: Float64Array.of(Number.NaN, 0) }, 'column 0'),
  refused('an upper bound that is no number', { upper: Float64Array.of(0, Number.NaN) }, 'column 1'),
  refused('a lower bound at the far end', { lower: Float64Array.of(0, Infinity) }, 'column 1'),
  refused('a row bound that is no number', { rowLower: Float64Array.of(Number.NaN) }, 'row 0'),
  refused('a coefficient that is no number', { values: Float64Array.of(1, Number.NaN) }, 'row 0, column 1'),
  refused('a coefficient without end', { values: Float64Array.of(-Infinity, 1) }, 'row 0, column 0'),
  refused('a column that is not there', { indices: Int32Array.of(0, 2) }, 'column 2 of 2'),
  refused('a column named twice in a row', { indices: Int32Array.of(1, 1) }, 'column 1 twice'),
  refused('an offset that is no number', { offset: Number.NaN }, 'offset'),
  refused('arrays that are too short', { cost: Float64Array.of(1) }, 'not 2 long'),
  {
    fact: 'a refusal does no harm to the next solve',
    async run(engine) {
      await expect(engine.solve({ ...SOUND, cost: Float64Array.of(1, Number.NaN) }, PLAIN)).rejects.toThrow(Defect)
      await demand(engine, SOUND, 1)
    },
  },
]

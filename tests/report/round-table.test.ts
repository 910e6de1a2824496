import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fraction, roundTable } from '../../solver/report/round-table.ts'

const CASES = Number(process.env.ROTA_CASES ?? 300)
const SEED = 20261130

const tables = fc
  .uniqueArray(fc.record({ row: fc.nat(6), column: fc.nat(8), value: fc.integer({ min: 1, max: 99 }) }), {
    selector: ({ row, column }) => `${row} ${column}`,
    maxLength: 40,
  })
  .map((cells) => cells.map((cell): Fraction => ({ ...cell, value: cell.value / 100 })))

const sum = (cells: readonly Fraction[], values: readonly number[], key: 'row' | 'column', at: number) =>
  cells.reduce((total, cell, k) => total + (cell[key] === at ? (values[k] ?? 0) : 0), 0)

describe('a table of fractions', () => {
  it('is rounded to zeros and ones, and each row and column keeps its sum to less than one', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const behind = Array.from({ length: 7 }, () => 0)
        const rounded = roundTable(cells, behind)
        expect(rounded.every((value) => value === 0 || value === 1)).toBe(true)
        const before = cells.map(({ value }) => value)
        for (const { row, column } of cells) {
          for (const [key, at] of [
            ['row', row],
            ['column', column],
          ] as const)
            expect(Math.abs(sum(cells, rounded, key, at) - sum(cells, before, key, at))).toBeLessThan(1)
          expect(behind[row]).toBeCloseTo(sum(cells, before, 'row', row) - sum(cells, rounded, 'row', row), 6)
        }
      }),
      { numRuns: CASES, seed: SEED },
    )
  })

  it('rounds up what earlier tables have left out', () => {
    const half = [
      { row: 0, column: 0, value: 0.5 },
      { row: 1, column: 0, value: 0.5 },
    ]
    expect(roundTable(half, [0.4, 0])).toEqual([1, 0])
    expect(roundTable(half, [0, 0.4])).toEqual([0, 1])
  })
})

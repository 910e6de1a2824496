/** Quality over time: what each mark is given, and the page and chart of it. */
import { describe, expect, it } from 'vitest'
import { readAsked } from '../../bench/over-time/asked.ts'
import { chart } from '../../bench/over-time/chart.ts'
import { MARKS, type OverTime, Samples } from '../../bench/over-time/marks.ts'
import { chartOf, overTimePage } from '../../bench/over-time/page.ts'

const at = (value: number, bound: number) =>
  MARKS.map((mark) => ({
    mark,
    levels: mark < 3 ? null : [{ level: 'service' as const, value, bound, gap: (value - bound) / value }],
  }))
const OLD: OverTime = {
  ...{ name: '5 practices', way: 'before', people: 112, columns: 11374, seconds: 16, end: 'within-gap' },
  at: at(200, 0),
  parts: [{ name: 'dive', seconds: 2 }],
}
const NEW: OverTime = { ...OLD, way: 'ours', at: at(151, 150), parts: [{ name: 'quick dive', seconds: 1 }] }

describe('a mark of time', () => {
  it('has the last rota that was handed out before it, and none before the first', () => {
    const samples = new Samples<string>([1, 2, 5])
    const bounds = new Map()
    samples.add({ at: 1.5, rota: 'first', bounds })
    samples.add({ at: 2, rota: 'second', bounds })
    samples.add({ at: 5.1, rota: 'late', bounds })
    expect(samples.atMarks.map((sample) => sample?.rota)).toEqual([undefined, 'second', 'second'])
  })
})

describe('the page', () => {
  const page = overTimePage([OLD, NEW], (name) => `over-time/${name}.svg`)

  it('has the values and bounds of each run at each mark, and says where there is no rota', () => {
    expect(page).toContain('![5 practices](over-time/5 practices.svg)')
    expect(page).toContain('| 2 | – | no rota |')
    expect(page).toContain('| 3 | 200 (0) | 100.0% |')
    expect(page).toContain('| 3 | 151 (150) | 0.7% |')
    expect(page).toContain('| dive | 2.0 | – |')
  })

  it('draws each run by its distance from the best bound that any of them proved', () => {
    const svg = chartOf([OLD, NEW])
    expect(svg.match(/<polyline/g)).toHaveLength(2)
    const height = (k: number) => Number(/points="[\d.]+,([\d.]+)/.exec(svg.split('<polyline')[k] ?? '')?.[1])
    // 25% above the best bound is drawn higher than 0.7%, and higher is a smaller number in SVG.
    expect(height(1)).toBeLessThan(height(2))
  })

  it('keeps words with signs of their own out of the markup', () => {
    expect(chart('a < b & c', [], [1, 2])).toContain('a &lt; b &amp; c')
  })
})

describe('the words of the command line', () => {
  it('are sizes, a gap and a name', () => {
    const asked = readAsked(['--sizes', '1,5x4', '--gap', '2', '--as', 'before'])
    expect(asked).toMatchObject({
      cases: [
        { practices: 1, weeks: 1 },
        { practices: 5, weeks: 4 },
      ],
      gap: 0.02,
      as: 'before',
    })
  })

  it('are refused where they are not, and explained when asked', () => {
    expect(readAsked(['--sizes', 'none'])).toBe('wrong')
    expect(readAsked(['--unknown'])).toBe('wrong')
    expect(readAsked(['--help'])).toBe('help')
  })
})

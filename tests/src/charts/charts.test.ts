/** Charts as SVG: what they draw, what a screen reader is told, and that they are always the same. */
import { describe, expect, it } from 'vitest'
import { barChart } from '../../../src/charts/bar-chart.ts'
import { lineChart } from '../../../src/charts/line-chart.ts'
import { mixCharts } from '../../../src/charts/mix-charts.ts'
import { scaleOf } from '../../../src/charts/scale.ts'
import { stressCharts } from '../../../src/charts/stress-charts.ts'

const NO_GAIN = { inTime: 0, met: 0, urgent: 0, levels: {} }

describe('a scale', () => {
  it('has round ticks around all values, also where all are one', () => {
    expect(scaleOf([3, 97], 0, 100).ticks).toEqual([0, 20, 40, 60, 80, 100])
    expect(scaleOf([-4, 11], 0, 100).ticks).toEqual([-5, 0, 5, 10, 15])
    expect(scaleOf([0.02, 0.11], 0, 100).ticks).toEqual([0.02, 0.04, 0.06, 0.08, 0.1, 0.12])
    expect(scaleOf([7, 7], 0, 100).ticks).toEqual([7, 8])
  })

  it('runs from one end to the other', () => {
    const { at } = scaleOf([0, 10], 300, 100)
    expect([at(0), at(5), at(10)]).toEqual([300, 200, 100])
  })
})

describe('a chart', () => {
  const bars = [
    { label: 'A & <B>', value: 12, text: '+12' },
    { label: 'C', value: -3, text: '−3' },
  ]
  const svg = barChart({ title: 'Worth', unit: 'Contacts', bars })

  it('tells a screen reader its title and every figure', () => {
    expect(svg).toContain('role="img" aria-labelledby="title description"')
    expect(svg).toContain('<title id="title">Worth</title>')
    expect(svg).toContain('<desc id="description">Contacts. A &amp; &lt;B&gt;: +12; C: −3.</desc>')
    expect(svg).not.toMatch(/<B>|<script|href=|style=/)
  })

  it('draws a bar as long as its value, to the left if it is negative', () => {
    const [up, down] = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map((one) => one.slice(1))
    expect(Number(up?.[1]) / Number(down?.[1])).toBeCloseTo(4, 1)
    expect(Number(down?.[0]) + Number(down?.[1])).toBeCloseTo(Number(up?.[0]), 0)
    expect(barChart({ title: 'Worth', unit: 'Contacts', bars })).toBe(svg)
  })

  it('tells lines apart by dashes and marks, not by colour alone', () => {
    const line = (name: string, y: number) => ({ name, points: [1, 2].map((x) => ({ x, y: y * x })) })
    const lines = [line('one', 1), line('two', 2)]
    const text = (value: number) => String(value)
    const drawn = lineChart({ title: 'T', across: 'x', upwards: 'y', lines, xText: text, yText: text })
    expect([...drawn.matchAll(/stroke-dasharray="([^"]+)"/g)].map(([, dash]) => dash)).toEqual(['none', '7 5'])
    expect(drawn).toContain('<circle')
    expect(drawn.match(/<rect/g)?.length).toBe(1 + 2 + 1)
    expect(drawn).toContain('one: 1: 1, 2: 2. two: 1: 2, 2: 4.')
  })
})

describe('the charts of a stress test', () => {
  const share = { value: 0.5, low: 0.4, high: 0.6 }
  const absence = { person: 'p1', name: 'Ann', sessions: 8, urgent: 12, safety: 2, breaks: true, sentence: '' }
  const answer = {
    ...{ seed: 1, samples: 20, notAttended: 3, assumptions: [], everyDay: share },
    days: [{ date: '2026-11-30', met: share, missed: share, ill: 1 }],
    absences: [absence, { ...absence, name: 'Bob', breaks: false }],
  }

  it('tell the chance of each day with its interval, and only absences that break the week', () => {
    const [days, absences, ...others] = stressCharts([{ name: 'a.json', answer }])
    expect([days?.name, absences?.name, others]).toEqual(['urgent-by-day.svg', 'absences.svg', []])
    expect(days?.svg).toContain('30 Nov (40% to 60%): 50%; On every day (40% to 60%): 50%.')
    expect(absences?.svg).toContain('Ann (2 sessions not covered): 12.')
    expect(absences?.svg).toContain('1 of 2 absences break nothing')
    expect(absences?.svg).not.toContain('Bob')
  })

  it('of two rotas stand side by side, each under its name', () => {
    const both = stressCharts([
      { name: 'a.json', answer },
      { name: 'b.json', answer },
    ])
    expect(both.map(({ name }) => name)).toEqual(['urgent-by-day.svg', 'absences.svg', 'absences-2.svg'])
    expect(both[0]?.svg.match(/On every day, [ab]\.json/g)).toHaveLength(4)
  })
})

describe('the charts of a mix', () => {
  const value = {
    role: 'gp',
    title: 'GP',
    site: null,
    place: 'all practices',
    checked: true,
    cost: 1,
    pot: null,
    netCost: 1,
  }
  const base = { inTime: 0, met: 0, waiting: 0, cost: 0, levels: {} }
  const answered = { base, pots: [], priorities: [], solved: 1 }
  const values = [
    { ...value, gain: { ...NO_GAIN, met: 4 }, metPerThousand: 1 },
    { ...value, gain: { ...NO_GAIN, met: 3 }, metPerThousand: 1, place: 'elsewhere' },
    { ...value, role: 'nurse', title: 'Nurse', gain: { ...NO_GAIN, met: 5 }, metPerThousand: 1 },
  ]

  it('are those that were asked for, each role at its best place', () => {
    const answer = { ...answered, values }
    const [chart, ...more] = mixCharts(answer)
    expect(more).toEqual([])
    expect(chart?.name).toBe('value-by-role.svg')
    expect(chart?.svg).toContain('Nurse, all practices: +5; GP, all practices: +4.')
    const point = { ...NO_GAIN, cost: 1, checked: true } as const
    const curve = [0, 1].map((extra) => ({ ...point, extra, met: 5 * extra }))
    const curveOf = { role: 'gp', title: 'GP', site: null, place: 'all practices', flatFrom: null, concave: true }
    expect(mixCharts({ ...answer, curve, curveOf }).map(({ name }) => name)).toEqual(['value-by-role.svg', 'curve.svg'])
  })
})

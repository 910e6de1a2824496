/** A horizontal bar chart, one bar per row, with the values written beside the bars. */
import { scaleOf } from './scale.ts'
import { INK, picture, tag, WIDTH, words } from './svg.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  /** The value in words. */
  readonly text: string
}

export interface BarChart {
  readonly title: string
  /** Subtitle: what the bars count. */
  readonly unit: string
  readonly bars: readonly Bar[]
}

const ROW = 26
const TOP = 66
const LEFT = 300
const RIGHT = WIDTH - 90
/** Longer labels are truncated. */
const MOST_LETTERS = 42

export function barChart({ title, unit, bars }: BarChart): string {
  const scale = scaleOf([0, ...bars.map(({ value }) => value)], LEFT, RIGHT)
  const zero = scale.at(0)
  const rows = bars.flatMap(({ label, value, text }, n) => {
    const y = TOP + n * ROW
    const end = scale.at(value)
    return [
      words({ x: LEFT - 10, y: y + 15, text: short(label), anchor: 'end' }),
      tag('rect', { x: Math.min(zero, end), y: y + 3, width: Math.abs(end - zero), height: ROW - 8, fill: INK.main }),
      words({ x: Math.max(zero, end) + 6, y: y + 15, text, size: 12 }),
    ]
  })
  const height = TOP + bars.length * ROW + 20
  return picture({
    title,
    description: `${unit}. ${bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    height,
    content: [
      words({ x: 16, y: 50, text: unit, fill: INK.quiet }),
      tag('line', { x1: zero, x2: zero, y1: TOP, y2: height - 20, stroke: INK.quiet }),
      ...rows,
    ],
  })
}

function short(label: string): string {
  return label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label
}

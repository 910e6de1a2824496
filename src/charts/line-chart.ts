/** Lines on common axes, distinguished by dashes, markers and labels, not by colour alone. */
import { type Scale, scaleOf } from './scale.ts'
import { INK, picture, tag, WIDTH, words } from './svg.ts'

export interface Line {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** Draw the points only, without joining them. */
  readonly marksOnly?: boolean
}

export interface LineChart {
  readonly title: string
  /** Titles of the two axes. */
  readonly across: string
  readonly upwards: string
  readonly lines: readonly Line[]
  /** Formats a value for the axis. */
  readonly xText: (value: number) => string
  readonly yText: (value: number) => string
  /** Ticks of the x axis, if round numbers would mean nothing. */
  readonly xTicks?: readonly number[]
}

const HEIGHT = 420
const PLOT = { left: 90, right: WIDTH - 40, top: 84, bottom: HEIGHT - 70 } as const
const COLOURS = [INK.main, INK.other, INK.text]
const DASHES = ['none', '7 5', '2 4']

export function lineChart(chart: LineChart): string {
  const points = chart.lines.flatMap((line) => line.points)
  const x = scaleOf(
    points.map((point) => point.x),
    PLOT.left,
    PLOT.right,
  )
  const y = scaleOf(
    points.map((point) => point.y),
    PLOT.bottom,
    PLOT.top,
  )
  const told = chart.lines.map(({ name, points: own }) => {
    const values = own.map((point) => `${chart.xText(point.x)}: ${chart.yText(point.y)}`)
    return `${name}: ${values.join(', ')}`
  })
  return picture({
    title: chart.title,
    description: `${chart.upwards}, by ${chart.across}. ${told.join('. ')}.`,
    height: HEIGHT,
    content: [
      ...axes(chart, x, y),
      ...chart.lines.flatMap((line, n) => lineOf(line, n, { x, y })),
      ...legend(chart.lines),
    ],
  })
}

function axes({ across, upwards, xText, yText, xTicks }: LineChart, x: Scale, y: Scale): string[] {
  return [
    words({ x: 16, y: 50, text: upwards, fill: INK.quiet }),
    words({ x: PLOT.right, y: HEIGHT - 14, text: across, anchor: 'end', fill: INK.quiet }),
    ...y.ticks.flatMap((tick) => [
      tag('line', { x1: PLOT.left, x2: PLOT.right, y1: y.at(tick), y2: y.at(tick), stroke: INK.line }),
      words({ x: PLOT.left - 8, y: y.at(tick) + 4, text: yText(tick), anchor: 'end', size: 12 }),
    ]),
    ...(xTicks ?? x.ticks).flatMap((tick) => [
      tag('line', { x1: x.at(tick), x2: x.at(tick), y1: PLOT.bottom, y2: PLOT.bottom + 5, stroke: INK.quiet }),
      words({ x: x.at(tick), y: PLOT.bottom + 20, text: xText(tick), anchor: 'middle', size: 12 }),
    ]),
  ]
}

function lineOf(
  { points, marksOnly = false }: Line,
  n: number,
  { x, y }: { readonly x: Scale; readonly y: Scale },
): string[] {
  const at = points.map((point) => [x.at(point.x), y.at(point.y)] as const)
  const path = at.map(([px, py], k) => `${k === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('')
  const stroke = COLOURS[n % COLOURS.length] ?? INK.text
  const dash = DASHES[n % DASHES.length] ?? 'none'
  const line = tag('path', { d: path, fill: 'none', stroke, 'stroke-width': 2.5, 'stroke-dasharray': dash })
  return [...(marksOnly ? [] : [line]), ...at.map(([px, py]) => mark(n, px, py))]
}

/** A circle, a square or a diamond. */
function mark(n: number, x: number, y: number): string {
  const fill = COLOURS[n % COLOURS.length] ?? INK.text
  if (n % 3 === 0) return tag('circle', { cx: x, cy: y, r: 4, fill })
  const box = { x: x - 4, y: y - 4, width: 8, height: 8, fill }
  return n % 3 === 1
    ? tag('rect', box)
    : tag('rect', { ...box, transform: `rotate(45 ${x.toFixed(1)} ${y.toFixed(1)})` })
}

function legend(lines: readonly Line[]): string[] {
  let x = PLOT.left
  return lines.flatMap(({ name }, n) => {
    const start = x
    x += 40 + 7 * name.length
    return [mark(n, start, 70), words({ x: start + 10, y: 74, text: name })]
  })
}

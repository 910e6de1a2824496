/** A line chart as SVG: distance of each solve's levels from the best known, by processor seconds. */

export interface Line {
  readonly name: string
  /** Ordered by x; y from 0 to 1. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [720, 320, 64, 40, 190, 44]
const COLOURS = ['#0b5394', '#b45309', '#166534', '#7c3aed', '#9f1239', '#334155', '#0f766e', '#a16207'] as const
const DASHES = ['', '6 3', '2 3', '8 3 2 3'] as const
/** Smaller shares are drawn on the floor, since the axis is logarithmic. */
const LEAST = 1e-3

/** `title` above, processor seconds on the x axis, shares on the y axis; both logarithmic. */
export function chart(title: string, lines: readonly Line[], marks: readonly number[]): string {
  const [first = 1] = marks
  const last = marks.at(-1) ?? first
  const along = (x: number) =>
    LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(Math.max(x, first) / first)) / Math.log(Math.max(last / first, 1.001))
  const up = (y: number) =>
    HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (1 - Math.log(Math.min(1, Math.max(y, LEAST))) / Math.log(LEAST))
  const text = (x: number, y: number, words: string, anchor = 'middle') =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escaped(words)}</text>`
  const grid = [1e-3, 1e-2, 1e-1, 1].flatMap((y) => [
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${up(y).toFixed(1)}" y2="${up(y).toFixed(1)}" stroke="#ddd"/>`,
    text(LEFT - 8, up(y) + 4, `${100 * y}%`, 'end'),
  ])
  const drawn = lines.flatMap(({ name, points }, k) => {
    const stroke = `stroke="${COLOURS[k % COLOURS.length]}" stroke-dasharray="${DASHES[k % DASHES.length]}"`
    const path = points.map(({ x, y }) => `${along(x).toFixed(1)},${up(y).toFixed(1)}`).join(' ')
    const y = TOP + 16 * k
    return [
      `<polyline fill="none" stroke-width="2" ${stroke} points="${path}"/>`,
      `<line x1="${WIDTH - RIGHT + 12}" x2="${WIDTH - RIGHT + 40}" y1="${y}" y2="${y}" stroke-width="2" ${stroke}/>`,
      text(WIDTH - RIGHT + 46, y + 4, name, 'start'),
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 20, title, 'start'),
    ...grid,
    ...marks.map((mark) => text(along(mark), HEIGHT - BOTTOM + 18, String(mark))),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, 'processor seconds'),
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

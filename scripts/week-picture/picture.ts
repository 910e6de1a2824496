/** Renders the README's sample as SVG: headline, duty list and week. */

/** An excerpt: from a line with one prefix up to the next with the other; without `to`, only that line. */
interface Excerpt {
  readonly from: string
  readonly to?: string
}

const SHOWN: readonly (readonly Excerpt[])[] = [
  [{ from: 'Alder Road PCN' }],
  [{ from: 'Urgent need dealt with' }, { from: 'No routine patient' }, { from: 'The week costs' }],
  [{ from: 'Duty doctors', to: 'The week\n' }],
  [{ from: 'Alder Road (AR)', to: '…' }],
]

const CELL = { width: 8.2, height: 19 } as const
const MARGIN = 24
const INK = '#1f2a37'
const PAPER = '#f8fafc'

/** Lines printed bold: titles, and roles, which are alone at the left margin. */
const STRONG = /^(Alder Road (PCN|\(AR\))|Duty doctors$|[A-Z][A-Za-z ]*$)/

/** The sample is the first `text` block of `readme`. */
export function weekPicture(readme: string): string {
  const [, sample = ''] = /```text\n(.*?)```/s.exec(readme) ?? []
  const lines = SHOWN.flatMap((excerpts, n) => [
    ...(n === 0 ? [] : ['']),
    ...excerpts.flatMap((one) => cut(sample, one)),
  ])
  const width = Math.max(...lines.map((line) => line.length)) * CELL.width + 2 * MARGIN
  const height = lines.length * CELL.height + 2 * MARGIN
  const texts = lines.flatMap((line, n) => (line === '' ? [] : [textOf(line, MARGIN + (n + 0.8) * CELL.height)]))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${Math.ceil(height)}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13.5" fill="${INK}">`,
    `<rect width="100%" height="100%" rx="6" fill="${PAPER}"/>`,
    ...texts,
    '</svg>',
    '',
  ].join('\n')
}

/** Drops trailing empty lines and the underline of a title. */
function cut(sample: string, { from, to }: Excerpt): string[] {
  const start = sample.indexOf(`\n${from}`) + 1
  const text = sample.startsWith(from) ? sample : sample.slice(start)
  const end = text.indexOf(to === undefined ? '\n' : `\n${to}`)
  return text
    .slice(0, end)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^-+$/.test(line))
}

/** Preserves spaces and sets the width, so that columns align in any font. */
function textOf(line: string, y: number): string {
  const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(' ', '\u00a0')
  const weight = STRONG.test(line) ? ' font-weight="bold"' : ''
  const length = (line.length * CELL.width).toFixed(1)
  return `<text x="${MARGIN}" y="${y.toFixed(1)}" textLength="${length}"${weight}>${escaped}</text>`
}

/** The few SVG elements that the charts need, as text. Deterministic: equal charts give equal text. */

export const WIDTH = 760
export const INK = { text: '#212b32', quiet: '#4c6272', line: '#d8dde0', main: '#005eb8', other: '#b25400' } as const

/** Escapes XML markup, and replaces characters that XML doesn't allow by spaces. */
export function escaped(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  return safe.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
}

/** Keeps the attributes in the order given and rounds numbers to a tenth of a pixel. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(shown(value))}"`)
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`
}

function shown(value: string | number): string {
  return typeof value === 'string' ? value : String(Math.round(value * 10) / 10 + 0)
}

export interface Words {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  readonly weight?: 'bold'
  readonly fill?: string
}

export function words({ x, y, text, anchor = 'start', size = 13, weight, fill = INK.text }: Words): string {
  const bold = weight === undefined ? {} : { 'font-weight': weight }
  return tag('text', { x, y, 'text-anchor': anchor, 'font-size': size, fill, ...bold }, escaped(text))
}

export interface Picture {
  /** Shown in the picture, and its accessible name. */
  readonly title: string
  /** A description with the figures, for screen readers. */
  readonly description: string
  readonly height: number
  readonly content: readonly string[]
}

/** A complete, self-contained SVG file that scales to its container. */
export function picture({ title, description, height, content }: Picture): string {
  const head = words({ x: 16, y: 28, text: title, size: 17, weight: 'bold' })
  const attributes = [
    'xmlns="http://www.w3.org/2000/svg"',
    `viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`,
    'role="img" aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif"',
  ]
  return `${[
    `<svg ${attributes.join(' ')}>`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    tag('rect', { width: WIDTH, height, fill: '#ffffff' }),
    head,
    ...content,
    '</svg>',
  ].join('\n')}\n`
}

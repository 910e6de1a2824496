/** Draws one site's week on as many sheets as it needs. */
import type PDFKit from 'pdfkit'
import type { PageCell, PageMark, PageRow, SitePage } from '../site-pages.ts'
import { writableText } from '../writable-text.ts'
import { FONTS } from './fonts.ts'

export type Paper = InstanceType<typeof PDFKit>

/** In points: A4 landscape. */
export const PAGE = { width: 841.89, height: 595.28, margin: 24 } as const
const ROW = 11
const SIZE = { title: 13, words: 8, cell: 7.5 } as const
const NAMES = 130
const BOTTOM = PAGE.height - PAGE.margin - ROW

const LINE = '#768692'
const INK = '#212b32'
const FILLS: Readonly<Record<PageMark | 'head' | 'role', string | null>> = {
  plain: null,
  duty: '#ffdc8a',
  absent: '#e4e9ec',
  short: '#fbe3df',
  head: '#d8dde0',
  role: '#f0f4f5',
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

export function drawPage(paper: Paper, page: SitePage, edition: string): void {
  const { rows, parts, duties, closures, legend } = page
  let y = newSheet(paper, page, edition)
  const room = (height: number) => {
    if (y + height > BOTTOM) y = newSheet(paper, page, edition)
  }
  if (parts.length === 0) y = line(paper, 'Closed all week.', y)
  for (const row of rows) {
    room(ROW)
    if (parts.length > 0) drawRow(paper, row, y)
    y += ROW
  }
  y += ROW / 2
  for (const words of [...closures, ...(duties.length === 0 ? [] : ['Duty doctors', ...duties]), legend.join(' · ')]) {
    paper.font(words === 'Duty doctors' ? FONTS.strong : FONTS.plain).fontSize(SIZE.words)
    room(paper.heightOfString(writableText(words), { width: PAGE.width - 2 * PAGE.margin }))
    y = line(paper, words, y)
  }
}

/** Adds a sheet with title and column headings. Returns the y position of the first row. */
function newSheet(paper: Paper, { site, week, days, parts }: SitePage, edition: string): number {
  paper.addPage()
  const { margin, width } = PAGE
  const title = { x: margin, y: margin, width: width * 0.65 }
  paper.fillColor(INK)
  write(paper, `${site}, week from ${week}`, title, { font: 'strong', size: SIZE.title, align: 'left' })
  paper.font(FONTS.plain).fontSize(SIZE.words)
  paper.text(edition, margin, margin + 4, { width: width - 2 * margin, align: 'right', lineBreak: false })
  const top = margin + 20
  if (parts.length === 0) return top
  const cell = cellWidth(parts.length)
  const head: Look = { ...CENTRED, font: 'strong' }
  fill(paper, { x: margin, y: top, width: NAMES }, 'head', 2 * ROW)
  write(paper, 'Person', { x: margin, y: top, width: NAMES }, { ...head, align: 'left' })
  let x = margin + NAMES
  for (const { name, sessions } of days) {
    const box = { x, y: top, width: cell * sessions }
    fill(paper, box, 'head')
    write(paper, name, box, head)
    x += box.width
  }
  for (const [n, part] of parts.entries()) {
    const box = { x: margin + NAMES + n * cell, y: top + ROW, width: cell }
    fill(paper, box, 'head')
    write(paper, part, box, head)
  }
  return top + 2 * ROW
}

function cellWidth(sessions: number): number {
  return (PAGE.width - 2 * PAGE.margin - NAMES) / sessions
}

function drawRow(paper: Paper, { label, kind, cells }: PageRow, y: number): void {
  const cell = cellWidth(cells.length)
  const name = { x: PAGE.margin, y, width: NAMES }
  const look: Look = { ...LEFT, font: kind === 'person' ? 'plain' : 'strong' }
  if (kind === 'role') {
    const whole = { ...name, width: PAGE.width - 2 * PAGE.margin }
    fill(paper, whole, 'role')
    write(paper, label, whole, look)
    return
  }
  fill(paper, name, 'plain')
  write(paper, label, name, look)
  for (const [n, one] of cells.entries()) drawCell(paper, one, { x: PAGE.margin + NAMES + n * cell, y, width: cell })
}

function drawCell(paper: Paper, { text, mark }: PageCell, box: Box): void {
  fill(paper, box, mark)
  write(paper, text, box, { ...CENTRED, font: mark === 'duty' || mark === 'short' ? 'strong' : 'plain' })
}

function fill(paper: Paper, { x, y, width }: Box, mark: keyof typeof FILLS, height = ROW): void {
  const colour = FILLS[mark]
  paper.lineWidth(0.4).rect(x, y, width, height)
  if (colour === null) paper.stroke(LINE)
  else paper.fillAndStroke(colour, LINE)
  paper.fillColor(INK)
}

interface Look {
  readonly font: 'plain' | 'strong'
  readonly size: number
  readonly align: 'left' | 'center'
}

const LEFT: Look = { font: 'plain', size: SIZE.cell, align: 'left' }
const CENTRED: Look = { ...LEFT, align: 'center' }

function write(paper: Paper, text: string, { x, y, width }: Box, look: Look): void {
  const { words, width: taken } = fitted(paper, text, { ...look, width: width - 4 })
  const space = look.align === 'left' ? 2 : (width - taken) / 2
  paper.text(words, x + space, y + 1.2, { lineBreak: false })
}

interface Fitted {
  readonly words: string
  readonly width: number
}

/** Per document: measuring text takes longer than drawing it, and a week repeats the same texts many times. */
const MEASURED = new WeakMap<Paper, Map<string, Fitted>>()

function fitted(paper: Paper, text: string, { font, size, width }: Look & { readonly width: number }): Fitted {
  paper.font(FONTS[font]).fontSize(size)
  const known = MEASURED.get(paper) ?? new Map<string, Fitted>()
  MEASURED.set(paper, known)
  const key = `${font} ${size} ${width} ${text}`
  const found = known.get(key) ?? measured(paper, text, width)
  known.set(key, found)
  return found
}

/** Width in points of the narrowest letter. */
const NARROWEST = 1.2

/** As much of the text as fits, followed by an ellipsis if it was cut. */
function measured(paper: Paper, text: string, width: number): Fitted {
  const letters = [...writableText(text)].slice(0, Math.ceil(width / NARROWEST))
  const all = letters.join('')
  const whole = paper.widthOfString(all)
  if (whole <= width) return { words: all, width: whole }
  // Estimate from the mean letter width, then adjust letter by letter.
  let fits = Math.min(letters.length - 1, Math.floor((letters.length * width) / whole))
  const cut = (length: number) => `${letters.slice(0, length).join('')}…`
  while (fits > 0 && paper.widthOfString(cut(fits)) > width) fits -= 1
  return { words: cut(fits), width: paper.widthOfString(cut(fits)) }
}

function line(paper: Paper, words: string, y: number): number {
  const width = PAGE.width - 2 * PAGE.margin
  paper.text(writableText(words), PAGE.margin, y, { width })
  return y + paper.heightOfString(writableText(words), { width })
}

/** Cell styles: few, and in the colours of the web pages. */
import type { CellStyle } from 'hucre/xlsx'

const FONT = { name: 'Arial', size: 9 } as const
const LINE = { style: 'thin', color: { rgb: 'A6B3BB' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const
const CENTRED = { horizontal: 'center', vertical: 'center', wrapText: true } as const
const WORDS = { horizontal: 'left', vertical: 'top', wrapText: true } as const

function filled(rgb: string): Pick<CellStyle, 'fill'> {
  return { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } }
}

export const STYLES = {
  plain: { font: FONT },
  title: { font: { ...FONT, size: 14, bold: true } },
  strong: { font: { ...FONT, size: 10, bold: true } },
  sentence: { font: { ...FONT, size: 10 }, alignment: WORDS },
  quiet: { font: { ...FONT, color: { rgb: '4C6272' } } },
  /** Header row of a list. */
  head: { font: { ...FONT, bold: true }, border: BORDER, alignment: CENTRED, ...filled('D8DDE0') },
  words: { font: FONT, border: BORDER, alignment: WORDS },
  figure: { font: FONT, border: BORDER, alignment: { vertical: 'top' }, numFmt: '#,##0.0' },
  count: { font: FONT, border: BORDER, alignment: { vertical: 'top' }, numFmt: '#,##0' },
  share: { font: FONT, border: BORDER, alignment: { vertical: 'top' }, numFmt: '0%' },
  pounds: { font: FONT, border: BORDER, alignment: { vertical: 'top' }, numFmt: '"£"#,##0' },
  day: { font: FONT, border: BORDER, alignment: { horizontal: 'left', vertical: 'top' }, numFmt: 'ddd d mmm yyyy' },
  /** Grid of a week. */
  role: { font: { ...FONT, bold: true }, border: BORDER, ...filled('F0F4F5') },
  person: { font: FONT, border: BORDER },
  session: { font: FONT, border: BORDER, alignment: CENTRED },
  duty: { font: { ...FONT, bold: true }, border: BORDER, alignment: CENTRED, ...filled('FFDC8A') },
  absent: { font: { ...FONT, color: { rgb: '4C6272' } }, border: BORDER, alignment: CENTRED, ...filled('E4E9EC') },
  short: {
    font: { ...FONT, bold: true, color: { rgb: '8A1F11' } },
    border: BORDER,
    alignment: CENTRED,
    ...filled('FBE3DF'),
  },
} as const satisfies Readonly<Record<string, CellStyle>>

export type StyleName = keyof typeof STYLES

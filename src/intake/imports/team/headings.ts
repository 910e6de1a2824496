/** Finds the start and the columns of tables of people: lists, and grids from Mon AM to Fri PM in any order. */

import type { Weekday } from '../../../time.ts'
import { type Cell, cellAt, type Sheet, spread, textOf } from '../../cells/sheet.ts'
import { weekdayNamed } from '../date-words.ts'

export type ColumnMeaning =
  | { readonly kind: 'name' | 'first' | 'last' | 'role' | 'site' | 'days' | 'starts' | 'ends' | 'week' }
  | { readonly kind: 'sessions' | 'hours' | 'wte' }
  | { readonly kind: 'slot'; readonly weekday: Weekday; readonly part: 'am' | 'pm' | null }

export interface TableHead {
  /** Last row of the headings. */
  readonly row: number
  readonly columns: ReadonlyMap<number, ColumnMeaning>
  /** Unrecognised headings. */
  readonly ignored: readonly { readonly column: number; readonly text: string }[]
}

const HEADINGS: readonly (readonly [pattern: RegExp, kind: Exclude<ColumnMeaning['kind'], 'slot'>])[] = [
  [/^(first ?name|forename|given name|christian name)s?$/i, 'first'],
  [/^(last ?name|surname|family name)$/i, 'last'],
  [
    /^((full |staff |clinician |employee |doctor )?names?|clinicians?|staff( members?)?|persons?|people|employees?|who|practitioners?|doctors?|gps?|team members?)$/i,
    'name',
  ],
  [/^((job |staff )?(role|title|grade|position|profession|post)s?|job|job title|discipline|staff group)$/i, 'role'],
  [
    /^((no\.? of |number of |contracted |weekly |clinical |total )*sess(ion)?s?( per week| a week| pw|\/ ?week|\/ ?wk)?)$/i,
    'sessions',
  ],
  [/^((contracted |weekly |total )*(hours|hrs)( per week| a week| pw|\/ ?week|\/ ?wk)?)$/i, 'hours'],
  [/^(wte|fte|w\.t\.e\.?|f\.t\.e\.?|(whole|full)[- ]time equivalent)$/i, 'wte'],
  [/^((working |work )?days?( worked)?|working pattern|pattern|works|usual days)$/i, 'days'],
  [/^((home |base |main |usual )?(site|practice|surgery|location|base|branch)s?)$/i, 'site'],
  [/^((rota |cycle )?(week|wk)s?( no\.?| number)?|a ?\/ ?b( week)?)$/i, 'week'],
  [/^(start( date)?|starts|from|joined|date joined)$/i, 'starts'],
  [/^(end( date)?|ends|until|left|leaving( date)?|to)$/i, 'ends'],
]

/** All tables of people in a sheet, in order. A repeated heading starts a new table. */
export function tableHeads(sheet: Sheet): readonly TableHead[] {
  const whole = spread(sheet)
  const heads: TableHead[] = []
  for (let row = 0; row < whole.rows.length; row += 1) {
    const head = headAt(whole, row)
    if (head === null) continue
    heads.push(head)
    row = head.row
  }
  return heads
}

function headAt(sheet: Sheet, row: number): TableHead | null {
  const cells = sheet.rows[row] ?? []
  const days = cells.map((cell) => (typeof cell === 'string' ? slotHeading(cell) : null))
  const halves = (sheet.rows[row + 1] ?? []).map((cell) => (typeof cell === 'string' ? halfNamed(cell) : null))
  const bare = days.filter((day) => day !== null && day.part === null).length
  const twoRows = bare >= 2 && halves.filter((half) => half !== null).length >= bare
  const columns = new Map<number, ColumnMeaning>()
  const ignored: { column: number; text: string }[] = []
  const width = Math.max(cells.length, twoRows ? halves.length : 0)
  let day: Weekday | null = null
  for (let column = 0; column < width; column += 1) {
    day = days[column]?.weekday ?? ((cells[column] ?? null) === null ? day : null)
    const half = halves[column] ?? null
    if (twoRows && day !== null && half !== null) columns.set(column, { kind: 'slot', weekday: day, part: half })
    else addColumn(column, headingCell(sheet, { row, column, twoRows }), columns, ignored)
  }
  return complete(twoRows ? row + 1 : row, columns, ignored, sheet)
}

function headingCell(sheet: Sheet, { row, column, twoRows }: { row: number; column: number; twoRows: boolean }): Cell {
  return cellAt(sheet, row, column) ?? (twoRows ? cellAt(sheet, row + 1, column) : null)
}

function addColumn(
  column: number,
  cell: Cell,
  columns: Map<number, ColumnMeaning>,
  ignored: { column: number; text: string }[],
): void {
  if (cell === null) return
  const text = textOf(cell)
  const slot = typeof cell === 'string' ? slotHeading(text) : null
  const kind = HEADINGS.find(([pattern]) => pattern.test(text.replace(/[*:]+$/, '').trim()))?.[1]
  const taken = [...columns.values()].some((one) => one.kind === kind)
  if (slot !== null) columns.set(column, { kind: 'slot', ...slot })
  else if (kind !== undefined && !taken) columns.set(column, { kind })
  else ignored.push({ column, text })
}

/** A table needs a name column and at least one other. Above a grid, the name column may lack a heading. */
function complete(
  row: number,
  columns: Map<number, ColumnMeaning>,
  ignored: TableHead['ignored'],
  sheet: Sheet,
): TableHead | null {
  const kinds = [...columns.values()].map(({ kind }) => kind)
  const slots = kinds.filter((kind) => kind === 'slot').length
  const named = kinds.includes('name') || kinds.includes('last')
  if (named && (slots > 0 || kinds.some((kind) => ['role', 'sessions', 'hours', 'wte', 'days'].includes(kind))))
    return { row, columns, ignored }
  if (named || slots < 4) return null
  const first = Math.min(...[...columns].filter(([, { kind }]) => kind === 'slot').map(([column]) => column))
  const below = sheet.rows.slice(row + 1, row + 6)
  const isText = (column: number) => below.some((cells) => typeof cells[column] === 'string')
  const name = [...Array(first).keys()].find((column) => isText(column) && !columns.has(column))
  if (name === undefined) return null
  columns.set(name, { kind: 'name' })
  return { row, columns, ignored: ignored.filter(({ column }) => column !== name) }
}

/** "Mon AM", "Tuesday", "Wed pm", "Thursday morning". */
function slotHeading(text: string): { readonly weekday: Weekday; readonly part: 'am' | 'pm' | null } | null {
  const [, day = '', rest = ''] = /^([a-z]+)[\s.,\-–/:]*(.*)$/i.exec(text) ?? []
  const weekday = weekdayNamed(day)
  if (weekday === null) return null
  const part = halfNamed(rest)
  return rest === '' || part !== null ? { weekday, part } : null
}

export function halfNamed(text: string): 'am' | 'pm' | null {
  if (/^(a\.?m\.?|morning|mornings)$/i.test(text.trim())) return 'am'
  return /^(p\.?m\.?|afternoon|afternoons)$/i.test(text.trim()) ? 'pm' : null
}

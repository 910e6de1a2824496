/** A network's team as a workbook: to review, to correct in a spreadsheet and import again, or to use as a blank form. */
import type { WriteSheet } from 'hucre/xlsx'
import { type Cell, type Row, type Sheet, serialDay, sheetForExcel } from './sheet.ts'

export interface TeamRow {
  readonly name: string
  /** The role's title, not its id. */
  readonly role: string
  readonly sessions: number
  readonly practice: string
  /** `mon-am` …; null if one week can't express it: any open half-day, or alternating weeks. */
  readonly works: readonly string[] | null
  readonly from: string | null
  readonly until: string | null
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const
const SLOTS = DAYS.flatMap((day) => ['AM', 'PM'].map((half) => `${day} ${half}`))
const HEADS = ['Name', 'Role', 'Sessions', 'Practice', ...SLOTS, 'Start date', 'End date'] as const
const WIDTHS = [28, 30, 10, 30, ...SLOTS.map(() => 6), 12, 12]

/** Returns the file's bytes; deterministic. `rota import --as team` reads it back. */
export async function teamWorkbook(network: string, team: readonly TeamRow[]): Promise<Uint8Array> {
  // Loaded on demand, so that only callers who write a workbook pay for it.
  const { writeXlsx } = await import('hucre/xlsx')
  const sheet: Sheet = {
    name: 'Team',
    rows: [HEADS.map((value): Cell => ({ value, style: 'head' })), ...team.map(rowOf)],
    widths: WIDTHS,
    frozen: { rows: 1, columns: 1 },
  }
  const day = new Date(0)
  const sheets: WriteSheet[] = [sheetForExcel(sheet)]
  return writeXlsx({
    sheets,
    properties: { title: `${network}: the team`, creator: 'rota', created: day, modified: day },
  })
}

function rowOf({ name, role, sessions, practice, works, from, until }: TeamRow): Row {
  const slots = SLOTS.map((slot): Cell => {
    const isWorked = works?.includes(slot.toLowerCase().replace(' ', '-')) === true
    return { value: isWorked ? 'x' : null, style: 'session' }
  })
  return [
    { value: name, style: 'words' },
    { value: role, style: 'words' },
    { value: sessions, style: 'figure' },
    { value: practice, style: 'words' },
    ...slots,
    dayCell(from),
    dayCell(until),
  ]
}

function dayCell(day: string | null): Cell {
  return { value: day === null ? null : serialDay(day), style: 'day' }
}

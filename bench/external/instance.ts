/**
 * Instances of the shift-scheduling benchmark (Curtois and Qu, schedulingbenchmarks.org) in their text format. Days count from 0, a Monday.
 */
import { BadInput, type Complaint } from '../../src/errors.ts'

export interface Shift {
  readonly id: string
  readonly minutes: number
  /** Shifts that must not follow this one on the next day. */
  readonly notBefore: readonly string[]
}

export interface Employee {
  readonly id: string
  /** Most shifts of each type over the horizon. */
  readonly maxShifts: ReadonlyMap<string, number>
  readonly maxMinutes: number
  readonly minMinutes: number
  readonly maxConsecutive: number
  readonly minConsecutive: number
  readonly minDaysOff: number
  readonly maxWeekends: number
  readonly daysOff: readonly number[]
}

export interface ShiftRequest {
  readonly employee: string
  readonly day: number
  readonly shift: string
  readonly want: 'on' | 'off'
  /** Cost if it is not met. */
  readonly weight: number
}

export interface Cover {
  readonly day: number
  readonly shift: string
  readonly required: number
  /** Costs per person missing, and per person too many. */
  readonly under: number
  readonly over: number
}

export interface Instance {
  readonly name: string
  readonly days: number
  readonly shifts: readonly Shift[]
  readonly staff: readonly Employee[]
  readonly requests: readonly ShiftRequest[]
  readonly cover: readonly Cover[]
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

const SECTIONS = ['HORIZON', 'SHIFTS', 'STAFF', 'DAYS_OFF', 'SHIFT_ON_REQUESTS', 'SHIFT_OFF_REQUESTS', 'COVER']

/** Parses one instance; everything that is not understood is reported in one BadInput. */
export function readInstance(name: string, text: string): Instance {
  const reader = new Reader(text)
  const instance: Instance = {
    name,
    days: reader.rows('HORIZON', 1).map((row) => reader.number(row, 0))[0] ?? 0,
    shifts: reader.rows('SHIFTS', 2).map((row) => ({
      id: word(row, 0),
      minutes: reader.number(row, 1),
      notBefore: listed(word(row, 2)),
    })),
    staff: staffIn(reader),
    requests: [...requestsIn(reader, 'on'), ...requestsIn(reader, 'off')],
    cover: reader.rows('COVER', 5).map((row) => ({
      day: reader.number(row, 0),
      shift: word(row, 1),
      required: reader.number(row, 2),
      under: reader.number(row, 3),
      over: reader.number(row, 4),
    })),
  }
  if (reader.complaints.length > 0) throw new BadInput(reader.complaints)
  return instance
}

function staffIn(reader: Reader): Employee[] {
  const daysOff = new Map(reader.rows('DAYS_OFF', 1).map(({ cells }) => [cells[0] ?? '', cells.slice(1).map(Number)]))
  return reader.rows('STAFF', 8).map((row) => ({
    id: word(row, 0),
    maxShifts: new Map(listed(word(row, 1)).map((pair) => mostOf(pair))),
    maxMinutes: reader.number(row, 2),
    minMinutes: reader.number(row, 3),
    maxConsecutive: reader.number(row, 4),
    minConsecutive: reader.number(row, 5),
    minDaysOff: reader.number(row, 6),
    maxWeekends: reader.number(row, 7),
    daysOff: daysOff.get(word(row, 0)) ?? [],
  }))
}

function requestsIn(reader: Reader, want: 'on' | 'off'): ShiftRequest[] {
  return reader.rows(want === 'on' ? 'SHIFT_ON_REQUESTS' : 'SHIFT_OFF_REQUESTS', 4).map((row) => ({
    employee: word(row, 0),
    day: reader.number(row, 1),
    shift: word(row, 2),
    want,
    weight: reader.number(row, 3),
  }))
}

/** The rows of each section, and what could not be parsed. */
class Reader {
  readonly complaints: Complaint[] = []
  readonly #sections: ReadonlyMap<string, readonly Row[]>

  constructor(text: string) {
    this.#sections = sectionsOf(text, this.complaints)
  }

  rows(section: string, width: number): readonly Row[] {
    return (this.#sections.get(section) ?? []).filter(({ cells, line }) => {
      if (cells.length >= width) return true
      this.complaints.push(complaint(line, `A row of ${section} has ${width} cells.`, cells.join(',')))
      return false
    })
  }

  number({ cells, line }: Row, cell: number): number {
    const value = Number(cells[cell])
    if (cells[cell] === '' || !Number.isFinite(value))
      this.complaints.push(complaint(line, 'A number must stand here.', cells[cell]))
    return value
  }
}

function word({ cells }: Row, cell: number): string {
  return cells[cell] ?? ''
}

function sectionsOf(text: string, complaints: Complaint[]): Map<string, Row[]> {
  const sections = new Map<string, Row[]>()
  let current: Row[] | undefined
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const section = /^SECTION_(\w+)$/.exec(line)?.[1]
    if (section !== undefined) {
      current = []
      sections.set(section, current)
      if (!SECTIONS.includes(section)) complaints.push(complaint(index + 1, 'This section is not known.', line))
    } else current?.push({ line: index + 1, cells: line.split(',').map((cell) => cell.trim()) })
  }
  for (const section of SECTIONS)
    if (!sections.has(section)) complaints.push(complaint(0, `SECTION_${section} is missing.`))
  return sections
}

/** `E|D`. */
function listed(text: string): string[] {
  return text.split('|').filter((part) => part !== '')
}

/** `E=14`. */
function mostOf(pair: string): readonly [string, number] {
  const [shift = '', most = ''] = pair.split('=')
  return [shift, Number(most)]
}

function complaint(line: number, detail: string, seen?: string): Complaint {
  return { pointer: line === 0 ? '' : `line ${line}`, detail, ...(seen === undefined ? {} : { seen }) }
}

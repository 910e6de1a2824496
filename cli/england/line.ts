/** One network of the run over England: what is kept of its week, as one line of the output file. */
import { parseJson } from '../../src/intake/json.ts'
import type { Report, Status } from '../../src/report.ts'
import type { Day } from '../../src/time.ts'

/** Which week is planned, and from which seed: lines of different weeks are not put side by side. */
export interface Week {
  /** Monday of the week. */
  readonly week: Day
  readonly seed: number
}

export interface EnglandLine extends Week {
  /** Only here, so that a run can be resumed: no figure is printed beside a network's code or name. */
  readonly ods: string
  /** The figures are of people who do not exist, and say nothing about the network. */
  readonly synthetic: true
  readonly practices: number
  readonly people: number
  readonly status: Status
  /** Urgent contacts of the official measure that are due, and the share of them that is dealt with on the day. */
  readonly urgentDue: number
  readonly urgentShare: number
  /** Contacts of any need that are not met in time. */
  readonly unmet: number
  /** Largest gap of any level. */
  readonly worstGap: number
  /** Wall seconds of the solve. */
  readonly seconds: number
  /** The model's account and the checkers' are the same. */
  readonly agrees: boolean
  readonly columns: number
}

/** What the atlas knows of the network. */
export interface NetworkFacts {
  readonly ods: string
  readonly practices: number
  readonly people: number
}

export function lineOf(facts: NetworkFacts, week: Week, report: Report): EnglandLine {
  const { urgent, unmet } = report.service
  return {
    ...facts,
    synthetic: true,
    ...week,
    status: report.status,
    urgentDue: urgent.due,
    urgentShare: urgent.share,
    unmet: round(unmet.reduce((sum, one) => sum + one.contacts, 0)),
    worstGap: round(Math.max(0, ...report.levels.map((level) => level.gap))),
    seconds: report.stamp.seconds,
    agrees: report.audit.agrees,
    columns: report.stamp.columns,
  }
}

/** Lines of an output file. The last one may be torn, where the program was killed in the middle of it: it is left out. */
export function readLines(text: string): EnglandLine[] {
  const rows = text.split('\n')
  return rows
    .slice(0, -1)
    .filter((row) => row.trim() !== '')
    .map((row) => parseJson(row) as EnglandLine)
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** One network's result in the run over England: a line of the output file. */
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { Report, Status } from '../../src/report.ts'
import type { Day } from '../../src/time.ts'

/** The week planned and its seed: lines of different weeks are never combined. */
export interface Week {
  /** Monday of the week. */
  readonly week: Day
  readonly seed: number
}

export interface EnglandLine extends Week {
  /** Stored only so that a run can resume: no figure is printed beside a network's code or name. */
  readonly ods: string
  /** The people are synthetic, so the figures say nothing about the network. */
  readonly synthetic: true
  readonly practices: number
  readonly people: number
  readonly status: Status
  /** Urgent contacts due by the official measure, and the share dealt with on the day. */
  readonly urgentDue: number
  readonly urgentShare: number
  /** Contacts of any need that are not met in time. */
  readonly unmet: number
  /** Largest gap of any level. */
  readonly worstGap: number
  /** Elapsed seconds of the solve. */
  readonly seconds: number
  /** Model and checks agree. */
  readonly agrees: boolean
  readonly columns: number
}

/** Facts about the network from the atlas. */
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

/** Lines of an output file. An incomplete last line, from a killed program, is ignored. */
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

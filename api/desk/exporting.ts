/** Exports a rota to files: a report as it is, any other rota after judging it. */
import { reportOnGiven } from '../../solver/judge-given.ts'
import { Defect } from '../../src/errors.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Edition, Written } from '../../src/output/output-format.ts'
import { ROTA_FORMATS } from '../../src/output/output-formats.ts'
import type { Problem } from '../../src/problem.ts'
import type { Report, RotaReport } from '../../src/report.ts'
import { exportRequest } from '../contract/exports.ts'
import { reportResponse } from '../contract/report.ts'
import { readAs } from '../contract.ts'
import { within } from './within.ts'

/** Required by the writers, although files ignore a terminal's width. */
const PAGE = { width: 120, colour: false } as const

export interface Exporting {
  readonly problem: Problem
  /** A report, `{ assignments, clinics? }`, or a list of assignments. */
  readonly given: unknown
  /** Format name. */
  readonly format: string
  readonly edition?: Edition
}

export async function exported({ problem, given, format, edition }: Exporting): Promise<Written> {
  const writer = ROTA_FORMATS.find(({ name }) => name === format)
  if (writer === undefined) throw new Defect(`there is no format ${format}`)
  const page = edition === undefined ? PAGE : { ...PAGE, edition }
  return writer.write(await rotaReport(given, problem), problem, page)
}

/**
 * Uses a complete report of this week as it is; judges anything else again, including reports of earlier versions of this
 * program.
 */
async function rotaReport(given: unknown, problem: Problem): Promise<RotaReport> {
  if (reportResponse.safeParse(given).success && isOfWeek(given as Report, problem)) return given as Report
  return reportOnGiven(problem, readRota(given, problem))
}

function isOfWeek({ network, week }: Report, problem: Problem): boolean {
  const { from, weeks } = problem.horizon
  return network.ods === problem.network.ods && week.from === from && week.weeks === weeks
}

/** The same for a rota from elsewhere: first checks that its people and places are in the document. */
export function exportGiven(exporting: Exporting): Promise<Written> {
  readRota(exporting.given, exporting.problem)
  return exported(exporting)
}

/** Exports a rota sent with its document. */
export async function exportSent(
  { sent, format }: { readonly sent: unknown; readonly format: string },
  read: (document: unknown) => Problem,
): Promise<Written> {
  const { document, rota } = readAs(exportRequest, sent)
  keepRepeatedKeys(document, sent, '/document')
  const problem = await within('/document', () => read(document))
  return within('/rota', () => exportGiven({ problem, given: rota, format }))
}

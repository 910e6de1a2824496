/** Files of a rota: a report as it is, and of any other rota what can be said of it. */
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

/** Of a terminal's width: files have their own. */
const PAGE = { width: 120, colour: false } as const

export interface Exporting {
  readonly problem: Problem
  /** A report, `{ assignments, clinics? }`, or a list of assignments. */
  readonly given: unknown
  /** Name of the format. */
  readonly format: string
  readonly edition?: Edition
}

export async function exported({ problem, given, format, edition }: Exporting): Promise<Written> {
  const writer = ROTA_FORMATS.find(({ name }) => name === format)
  if (writer === undefined) throw new Defect(`there is no format ${format}`)
  const page = edition === undefined ? PAGE : { ...PAGE, edition }
  return writer.write(await rotaReport(given, problem), problem, page)
}

/** A complete report of this week stays as it is. Anything else, or one of an earlier version of this program, is judged again. */
async function rotaReport(given: unknown, problem: Problem): Promise<RotaReport> {
  if (reportResponse.safeParse(given).success && isOfWeek(given as Report, problem)) return given as Report
  return reportOnGiven(problem, readRota(given, problem))
}

function isOfWeek({ network, week }: Report, problem: Problem): boolean {
  const { from, weeks } = problem.horizon
  return network.ods === problem.network.ods && week.from === from && week.weeks === weeks
}

/** The same of a rota from elsewhere: that its people and places are the document's is checked first, whatever else it says. */
export function exportGiven(exporting: Exporting): Promise<Written> {
  readRota(exporting.given, exporting.problem)
  return exported(exporting)
}

/** A file of the rota that is sent with its document. */
export async function exportSent(
  { sent, format }: { readonly sent: unknown; readonly format: string },
  read: (document: unknown) => Problem,
): Promise<Written> {
  const { document, rota } = readAs(exportRequest, sent)
  keepRepeatedKeys(document, sent, '/document')
  const problem = await within('/document', () => read(document))
  return within('/rota', () => exportGiven({ problem, given: rota, format }))
}

import { reportResponse } from '../../api/contract/report.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput } from '../../src/errors.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { Report } from '../../src/report.ts'
import type { Command } from '../command.ts'
import { fromFile, readDocumentFile, readJson } from '../files.ts'
import { exitCodeOf } from '../plan-week.ts'
import { PRINT_OPTIONS } from '../print-options.ts'
import { formatOf, giveReport, REPORT_OUTPUT } from '../report-output.ts'

/** `rota print DOC REPORT`: prints a saved report. */
export const print: Command = {
  name: 'print',
  does: 'Prints a saved report, as solve does: the overview, everything, or one site’s page.',
  arguments: [
    { name: 'DOC', help: 'the document, a JSON file (- for standard input)' },
    { name: 'REPORT', help: 'its report, as written by solve -o' },
  ],
  options: [...PRINT_OPTIONS, ...REPORT_OUTPUT],

  check: (call) => void formatOf(call),

  async run(call, world) {
    const [documentFile = '', reportFile = ''] = call.arguments
    const document = await readDocumentFile(documentFile, world)
    const problem = await fromFile(documentFile, () => readDocument(document, ruleBook()))
    const given = await readJson(reportFile, world)
    const report = await fromFile(reportFile, () => reportOf(given, problem))
    await giveReport(call, { report, problem }, world)
    return exitCodeOf(report)
  },
}

/** Checks that all people and places are the document's and that no part of the report is missing. */
function reportOf(given: unknown, problem: Problem): Report {
  readRota(given, problem)
  const read = reportResponse.safeParse(given)
  // The original value in its original order, now validated as a report.
  if (read.success) return ofThisWeek(given as Report, problem)
  const [issue] = read.error.issues
  const detail = 'This is not a complete report from this version of the program. Solve the week again.'
  throw new BadInput([{ pointer: `/${(issue?.path ?? []).join('/')}`, detail, seen: issue?.message ?? '' }])
}

function ofThisWeek(report: Report, { network, horizon }: Problem): Report {
  const { ods } = report.network
  const { from, weeks } = report.week
  if (ods === network.ods && from === horizon.from && weeks === horizon.weeks) return report
  const maybe = `${network.ods}, ${horizon.weeks} week(s) from ${horizon.from}`
  const seen = `${ods}, ${weeks} week(s) from ${from}`
  throw new BadInput([
    { pointer: '/week', detail: 'This report is for another network or week than the document.', seen, maybe },
  ])
}

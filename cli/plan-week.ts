/** Reads a document, solves it in a thread and shows progress. */
import { ruleBook } from '../solver/rules/index.ts'
import { planInThread } from '../solver/worker/thread.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { hashDocument } from '../src/intake/document-hash.ts'
import { keepRepeatedKeys } from '../src/intake/json/parse-json.ts'
import type { Problem } from '../src/problem.ts'
import type { Report, Status } from '../src/report.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { fromFile } from './files.ts'
import { watchSolve } from './solve-watch.ts'
import type { World } from './world.ts'

/** Command-line settings that override the document's `solve`. */
export type Settings = Readonly<Record<string, string | number>>

export interface Week {
  readonly problem: Problem
  readonly report: Report
}

/** A document as read, and the file that errors name. */
export interface Given {
  readonly document: unknown
  readonly source: string
}

export async function planWeek({ document, source }: Given, settings: Settings, world: World): Promise<Week> {
  const asked = withSettings(document, settings)
  const { watch, done } = watchSolve(world)
  try {
    const problem = await fromFile(source, () => readDocument(asked, ruleBook()))
    return { problem, report: await planInThread(problem, { documentHash: hashDocument(asked) }, watch) }
  } finally {
    done()
  }
}

/** The document with these settings; anything that isn't a document is left for the reader to reject. */
function withSettings(document: unknown, settings: Settings): unknown {
  if (
    Object.keys(settings).length === 0 ||
    typeof document !== 'object' ||
    document === null ||
    Array.isArray(document)
  )
    return document
  const solve = 'solve' in document && typeof document.solve === 'object' ? document.solve : {}
  const asked = { ...document, solve: { ...solve, ...settings } }
  keepRepeatedKeys(asked, document)
  return asked
}

const CODES: Readonly<Record<Status, ExitCode>> = {
  optimal: EXIT.answered,
  'within-gap': EXIT.answered,
  'out-of-time': EXIT.answered,
  stopped: EXIT.answered,
  impossible: EXIT.impossible,
  'no-rota': EXIT.noRota,
}

export function exitCodeOf(report: Report): ExitCode {
  return CODES[report.status]
}

/** Scenarios of one document, side by side. */
import { type ComparedWeek, compareMixes, compareRotas, type PlannedWeek } from '../../solver/compare-scenarios.ts'
import type { Comparison } from '../../src/comparison.ts'
import { BadInput } from '../../src/errors.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { readScenarios } from '../../src/intake/scenario/scenario-reading.ts'
import type { RuleEntry } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Report } from '../../src/report.ts'
import { comparisonRequest, depth as depthSchema } from '../contract/comparisons.ts'
import { readAs } from '../contract.ts'
import { together } from './together.ts'
import { within } from './within.ts'

export interface Comparing {
  readonly sent: unknown
  readonly onStep?: (name: string) => void
  /** Plans these weeks, in their order. */
  readonly plan: (weeks: readonly HashedWeek[]) => Promise<readonly Report[]>
  /** Wall seconds that all rotas together may be asked to take; none: no limit. */
  readonly seconds?: number
}

export interface HashedWeek extends ComparedWeek {
  readonly documentHash: string
}

export interface Reading {
  readonly read: (document: unknown) => Problem
  readonly ruleBook: readonly RuleEntry[]
}

/** What the base is called. */
const BASE = 'as it is'

export async function compare({ sent, onStep, plan, seconds }: Comparing, means: Reading): Promise<Comparison> {
  const { depth, weeks } = await readComparison(sent, means)
  if (depth === 'mix') return compareMixes(weeks, onStep)
  const asked = weeks.reduce((sum, { problem }) => sum + problem.solve.seconds, 0)
  if (seconds !== undefined && asked > seconds) {
    const detail = `These rotas may take ${asked} seconds together; ${seconds} are allowed here.`
    const maybe = 'Set a smaller "solve.seconds", compare fewer scenarios, or use depth "mix".'
    throw new BadInput([{ pointer: '/depth', detail, seen: 'rota', maybe }])
  }
  const reports = await plan(weeks)
  const planned = weeks.flatMap(({ name, problem }, n): PlannedWeek[] => {
    const report = reports[n]
    return report === undefined ? [] : [{ name, problem, report, rota: readRota(report, problem) }]
  })
  return compareRotas(planned)
}

async function readComparison(sent: unknown, { read, ruleBook }: Reading) {
  const asked = readAs(comparisonRequest, sent)
  keepRepeatedKeys(asked.document, sent, '/document')
  const problem = await within('/document', () => read(asked.document))
  // The reader has seen that it is one.
  const document = asked.document as RotaDocument
  const drawn = (record: unknown, from: string) =>
    drawWeek(checkRecord(record, ruleBook), { from, past: [], atlas: readAtlas() })
  const { depth, scenarios } = await together({
    depth: () => within('/depth', () => readAs(depthSchema.default('mix'), asked.depth)),
    scenarios: () => within('/scenarios', () => readScenarios(document, asked.scenarios, { read, drawn })),
  })
  const base: HashedWeek = { name: BASE, problem, documentHash: hashDocument(document) }
  const others = scenarios.map(
    (one): HashedWeek => ({ name: one.name, problem: one.read, documentHash: hashDocument(one.document) }),
  )
  return { depth, weeks: [base, ...others] }
}

/** Compares scenarios of one document. */
import { type ComparedWeek, compareMixes, compareRotas, type PlannedWeek } from '../../solver/compare-scenarios.ts'
import { type Comparison, conclusionOf, type EvidenceCheck } from '../../src/comparison.ts'
import { BadInput } from '../../src/errors.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { ASSUMPTIONS } from '../../src/intake/scenario/evidence.ts'
import { readScenarios } from '../../src/intake/scenario/scenario-reading.ts'
import type { RuleEntry } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Report } from '../../src/report.ts'
import { comparisonRequest, depth as depthSchema, evidence as evidenceSchema } from '../contract/comparisons.ts'
import { readAs } from '../contract.ts'
import { together } from './together.ts'
import { within } from './within.ts'

export interface Comparing {
  readonly sent: unknown
  /** `place` counts scenarios, starting with the base. */
  readonly onStep?: (name: string, place: Place) => void
  /** Plans these weeks, in order. */
  readonly plan: (weeks: readonly HashedWeek[]) => Promise<readonly Report[]>
  /** Limit in wall seconds for all rotas together; default: none. */
  readonly seconds?: number | undefined
}

export interface HashedWeek extends ComparedWeek {
  readonly documentHash: string
}

export interface Reading {
  readonly read: (document: unknown) => Problem
  readonly ruleBook: readonly RuleEntry[]
}

/** Position and total. */
export interface Place {
  readonly step: number
  readonly of: number
}

/** Name of the base. */
const BASE = 'as it is'

export async function compare({ sent, onStep, plan, seconds }: Comparing, means: Reading): Promise<Comparison> {
  const { depth, weeks, documents, evidence } = await readComparison({ sent, seconds }, means)
  if (depth === 'mix') {
    let step = 0
    const comparison = await compareMixes(weeks, (name) => {
      step += 1
      onStep?.(name, { step, of: weeks.length })
    })
    return evidence ? withEvidence(comparison, documents, means) : comparison
  }
  const reports = await plan(weeks)
  const planned = weeks.flatMap(({ name, problem }, n): PlannedWeek[] => {
    const report = reports[n]
    return report === undefined ? [] : [{ name, problem, report, rota: readRota(report, problem) }]
  })
  return compareRotas(planned)
}

function requireTime(weeks: readonly HashedWeek[], seconds = Number.POSITIVE_INFINITY): void {
  const asked = weeks.reduce((sum, { problem }) => sum + problem.solve.seconds, 0)
  if (asked <= seconds) return
  const detail = `These rotas may take ${asked} seconds together; ${seconds} are allowed here.`
  const maybe = 'Set a smaller "solve.seconds", compare fewer scenarios, or use depth "mix".'
  throw new BadInput([{ pointer: '/depth', detail, seen: 'rota', maybe }])
}

/** Limit on scenarios with evidence: each is solved for the low and high end of every assumption. */
const MOST_WITH_EVIDENCE = 5

async function withEvidence(
  comparison: Comparison,
  documents: readonly RotaDocument[],
  { read }: Reading,
): Promise<Comparison> {
  const found: { readonly flip: Omit<Flip, 'conclusion'>; readonly scenarios: Comparison['scenarios'] }[] = []
  for (const { title, source, at, ...ends } of ASSUMPTIONS) {
    for (const end of ['low', 'high'] as const) {
      const times = ends[end]
      const weeks = documents.map((document, n) => ({ name: String(n), problem: read(at(document, times)) }))
      const { scenarios } = await compareMixes(weeks)
      found.push({ flip: { assumption: title, at: end, times, source }, scenarios })
    }
  }
  const scenarios = comparison.scenarios.map((scenario, n) => {
    if (n === 0) return scenario
    const conclusion = conclusionOf(scenario)
    const flips = found.flatMap(({ flip, scenarios: tried }): Flip[] => {
      const own = tried[n]
      const other = own === undefined ? conclusion : conclusionOf(own)
      return other === conclusion ? [] : [{ ...flip, conclusion: other }]
    })
    return { ...scenario, evidence: { conclusion, holds: flips.length === 0, flips } }
  })
  return { ...comparison, scenarios }
}

type Flip = EvidenceCheck['flips'][number]

/** Reads the request. Throws one BadInput with all errors. */
export async function readComparison(
  { sent, seconds }: Pick<Comparing, 'sent' | 'seconds'>,
  { read, ruleBook }: Reading,
) {
  const asked = readAs(comparisonRequest, sent)
  keepRepeatedKeys(asked.document, sent, '/document')
  const problem = await within('/document', () => read(asked.document))
  // Validated by the reader.
  const document = asked.document as RotaDocument
  const drawn = (record: unknown, from: string) =>
    drawWeek(checkRecord(record, ruleBook), { from, past: [], atlas: readAtlas() })
  const { depth, evidence, scenarios } = await together({
    evidence: () => within('/evidence', () => readAs(evidenceSchema.default(false), asked.evidence)),
    depth: () => within('/depth', () => readAs(depthSchema.default('mix'), asked.depth)),
    scenarios: () => within('/scenarios', () => readScenarios(document, asked.scenarios, { read, drawn })),
  })
  const base: HashedWeek = { name: BASE, problem, documentHash: hashDocument(document) }
  const others = scenarios.map(
    (one): HashedWeek => ({ name: one.name, problem: one.read, documentHash: hashDocument(one.document) }),
  )
  if (evidence && (depth !== 'mix' || scenarios.length > MOST_WITH_EVIDENCE)) {
    const detail = `Evidence is checked for staffing mixes of up to ${MOST_WITH_EVIDENCE} scenarios.`
    throw new BadInput([{ pointer: '/evidence', detail, seen: `${scenarios.length} scenarios, depth ${depth}` }])
  }
  if (depth === 'rota') requireTime([base, ...others], seconds)
  const documents = [document, ...scenarios.map((one) => one.document)]
  return { depth, evidence, documents, base: problem, weeks: [base, ...others] }
}

/** Plans one network of the atlas in a separate thread. */
import { ruleBook } from '../../solver/rules/index.ts'
import { planInThread } from '../../solver/worker/thread.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { type EnglandLine, lineOf, type NetworkFacts, type Week } from './line.ts'

export interface NetworkTask extends Week {
  readonly ods: string
  /** Time limit in elapsed seconds. */
  readonly seconds: number
  /** Element 0 is set to 1 to stop the work. */
  readonly stop: Int32Array
  /** Called a few times a second. */
  readonly onProgress: () => void
}

export type PlanNetwork = (task: NetworkTask) => Promise<EnglandLine>

export async function planNetwork(task: NetworkTask): Promise<EnglandLine> {
  const { week, seed, stop, onProgress } = task
  const document = documentOf(task)
  const problem = readDocument(document, ruleBook())
  const report = await planInThread(problem, { documentHash: hashDocument(document) }, { stop, onProgress })
  return lineOf(factsOf(document), { week, seed }, report)
}

/** The network's week, with the run's time limit. */
export function documentOf({ ods, week, seed, seconds }: NetworkTask): RotaDocument {
  const document = networkDocument(readAtlas(), ods, { week, seed })
  return { ...document, solve: { ...document.solve, seconds } }
}

export function factsOf({ network, sites, people }: RotaDocument): NetworkFacts {
  return { ods: network.ods, practices: sites.length, people: people.length }
}

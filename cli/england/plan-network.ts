/** One network of the atlas planned in a thread of its own. */
import { ruleBook } from '../../solver/rules/index.ts'
import { planInThread } from '../../solver/thread.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import { type EnglandLine, lineOf, type Week } from './line.ts'

export interface NetworkTask extends Week {
  readonly ods: string
  /** Wall seconds allowed. */
  readonly seconds: number
  /** Element 0 becomes 1 when the work is to end. */
  readonly stop: Int32Array
  /** Called a few times a second. */
  readonly onProgress: () => void
}

export type PlanNetwork = (task: NetworkTask) => Promise<EnglandLine>

export async function planNetwork({ ods, week, seed, seconds, stop, onProgress }: NetworkTask): Promise<EnglandLine> {
  const document = networkDocument(readAtlas(), ods, { week, seed })
  const problem = readDocument(document, ruleBook())
  const options = { documentHash: hashDocument(document), seconds }
  const report = await planInThread(problem, options, { stop, onProgress })
  const { name } = document.network
  const icb = readAtlas().networks.get(ods)?.icb ?? ''
  const facts = { ods, name, icb, practices: document.sites.length, people: document.people.length }
  return lineOf(facts, { week, seed }, report)
}

/** Ten English networks sampled with a seed, of three to six practices like most, each planned as in production. */
import { plan } from '../../solver/plan.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { type Atlas, type NetworkEntry, NO_NETWORK } from '../../src/intake/atlas.ts'
import { draw } from '../../src/intake/network/draw.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import { type Half, halfOf, SEED, WEEK } from './sample.ts'
import { type SolvedFigures, solvedFigures } from './solved.ts'

export interface SolvedNetwork extends SolvedFigures {
  /** A letter, since a network's name must not appear next to figures of synthetic people. */
  readonly name: string
  /** Whether it was used for fitting or validating the generator; mostly neither. */
  readonly half: Half | null
  readonly practices: number
  readonly people: number
  readonly status: string
  /** Worst gap of all levels. */
  readonly gap: number
  readonly seconds: number
}

export interface Draw {
  readonly seed: number
  readonly count: number
  readonly seconds: number
  readonly gap: number
}

export function drawnNetworks(atlas: Atlas, { seed, count }: Draw): NetworkEntry[] {
  return [...atlas.networks.values()]
    .filter(({ ods, practices }) => ods !== NO_NETWORK && practices.length >= 3 && practices.length <= 6)
    .map((network) => ({ network, lot: draw(seed, network.ods, 'credible').next() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .map(({ network }) => network)
}

/** Solves them one after another, reporting each as soon as it is done. */
export async function solveDrawn(atlas: Atlas, asked: Draw, tell: (one: SolvedNetwork) => void): Promise<void> {
  for (const [i, network] of drawnNetworks(atlas, asked).entries()) {
    const { ods, practices } = network
    const made = networkDocument(atlas, ods, { week: WEEK, seed: SEED })
    const document = { ...made, solve: { ...made.solve, seconds: asked.seconds, gap: asked.gap } }
    const problem = readDocument(document, ruleBook())
    const report = await plan({ problem, documentHash: '' }, () => performance.now() / 1000)
    tell({
      name: String.fromCharCode(65 + i),
      half: halfOf(atlas, network),
      practices: practices.length,
      people: document.people.length,
      status: report.audit.agrees ? report.status : 'DISPUTED',
      gap: Math.max(...report.levels.map((level) => level.gap)),
      seconds: report.stamp.seconds,
      ...solvedFigures(report, problem),
    })
  }
}

/**
 * Crosses the quick dive's rota with the greedy one. The greedy rota is strong where its repair looks, on duty, cover and urgent need; the
 * dive on everything else. What both agree on is fixed, and the rest is dived for again (docs/decisions/0182).
 */
import type { Heuristic } from '../heuristic.ts'
import type { QuickTask } from './quick-dive.ts'
import { rebuilt } from './quick-rebuild.ts'

export interface CrossoverTask extends QuickTask {
  /** The rota whose values are fixed, and the one that it is crossed with. */
  readonly better: Float64Array
  readonly other: Float64Array
}

export const QUICK_CROSSOVER: Heuristic<CrossoverTask, Float64Array | undefined> = {
  name: 'quick crossover',
  needs: 'a rota that the quick dive did not better, and the dive’s own',
  does: 'keeps the decisions on which both agree, relaxes all levels of the rest at once, and dives quickly from there',
  run: (task) => rebuilt(task, task.better, freeColumns(task)),
  isBetter: (point, { better, search }) => point !== undefined && search.incumbent.isBetter(point, better),
}

/** Continuous columns, and integer columns on which the rotas differ. */
function freeColumns({ model: { lp }, better, other }: CrossoverTask): number[] {
  return Array.from({ length: lp.columns }, (_, j) => j).filter(
    (j) => lp.whole[j] === 0 || Math.abs((better[j] ?? 0) - (other[j] ?? 0)) > 0.5,
  )
}

/** If no rota is possible: the rules and facts that cannot all hold, in sentences, and what would help. */
import type { Pin, Problem } from '../../../src/problem.ts'
import type { ClashReport } from '../../../src/report.ts'
import type { Engine } from '../../engines/engine.ts'
import type { DraftRow } from '../../model/draft.ts'
import { pinned } from '../../rules/pinned.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Ask, askedRows, isAkin, pinsIn } from './asks.ts'
import { blame } from './blame.ts'
import { factsBehind } from './facts.ts'
import { smallestPart } from './quick-explain.ts'
import { repairsOf } from './repairs.ts'
import { suspects } from './suspects.ts'
import { type Clash, rulesOf, sentencesOf } from './tell.ts'
import { closedTask, openWeek, verdictOnAsks, type Week } from './week.ts'

/** Most disjoint sets to look for: found by counting, and found by search. */
const MOST = { counted: 25, searched: 3 }

/** Demands tried one by one, of all that fall short. */
const ALONE = 3

export function explainClash(problem: Problem, rules: readonly Rule[], engine: Engine): Promise<ClashReport> {
  return explain(openWeek(problem, rules, engine))
}

/** Why these pins cannot be added to a week, and what would have to change. */
export function explainRefusal(
  problem: Problem,
  { pins, rules, engine }: { pins: readonly Pin[]; rules: readonly Rule[]; engine: Engine },
): Promise<ClashReport> {
  return explain({ ...openWeek({ ...problem, pins: [...problem.pins, ...pins] }, rules, engine), firm: pins })
}

async function explain(week: Week): Promise<ClashReport> {
  const clashes = await findClashes(week)
  const [first, ...others] = clashes
  if (first === undefined) return unexplained(week)
  return {
    sentences: sentencesOf(first, week),
    rules: rulesOf(first),
    repairs: (await repairsOf(week, clashes)).map(({ sentence, verified }) => ({ sentence, verified })),
    ...(others.length === 0
      ? {}
      : { others: others.map((clash) => ({ sentences: sentencesOf(clash, week), rules: rulesOf(clash) })) }),
  }
}

/**
 * Minimal infeasible sets that share no asks: first those found by counting, then those that need the engine. One clash per rule is enough:
 * a repair may resolve them all, and if not, the next search shows it.
 */
export async function findClashes(week: Week): Promise<Clash[]> {
  const clashes: Clash[] = []
  let left = week.asks
  for (const { find, most } of [
    { find: suspected, most: MOST.counted },
    { find: searched, most: MOST.searched },
  ]) {
    for (let n = 0; n < most; n++) {
      const clash = await find(week, left)
      if (clash === undefined) break
      clashes.push(clash)
      left = left.filter((ask) => !isAkin(ask, clash.asks))
    }
  }
  return clashes
}

async function suspected(week: Week, asks: readonly Ask[]): Promise<Clash | undefined> {
  for (const few of suspects(asks, week.withPins(week.problem.pins).draft, week.problem)) {
    const behind = await factsBehind(week, few)
    if (behind !== undefined) return { asks: few, behind }
  }
  return undefined
}

async function searched(week: Week, asks: readonly Ask[]): Promise<Clash | undefined> {
  const impossible = async (kept: readonly Ask[]) => (await verdictOnAsks(week, kept)) === 'impossible'
  if (!(await impossible(asks))) return undefined
  const core = await smallestPart(await likely(week, asks, impossible), impossible)
  const behind = await factsBehind(week, core)
  return behind === undefined ? undefined : { asks: core, behind }
}

/** A single demand that is infeasible by itself; otherwise the pins and the demands with a dual price; otherwise everything. */
async function likely(
  week: Week,
  asks: readonly Ask[],
  impossible: (kept: readonly Ask[]) => Promise<boolean>,
): Promise<readonly Ask[]> {
  const { draft } = week.withPins(pinsIn(asks))
  const rowOf = new Map(asks.flatMap((ask) => askedRows(draft, [ask]).map((row) => [ask, row] as const)))
  const rows = new Set([...rowOf.values(), ...draft.rows.filter((row) => row.rule === pinned.id)])
  const blamed = await blame(closedTask(week, asks), rows, week.engine)
  if (blamed === undefined) return asks
  const isIn = (ask: Ask, found: { has(row: DraftRow): boolean }) => {
    const row = rowOf.get(ask)
    return row !== undefined && found.has(row)
  }
  const shortest = asks.filter((ask) => isIn(ask, blamed.short)).slice(0, ALONE)
  for (const ask of shortest) if (await impossible([ask])) return [ask]
  const few = asks.filter((ask) => ask.kind === 'pin' || isIn(ask, blamed.holding))
  return few.length < asks.length && (await impossible(few)) ? few : asks
}

/** The engine finds no rota, but no cause was found: reported as such. */
function unexplained({ asks }: Week): ClashReport {
  const pins = asks.filter((ask) => ask.kind === 'pin').length
  const raised = [...new Set(asks.flatMap((ask) => (ask.kind === 'demand' ? [ask.rule] : [])))]
  const what = [...(pins > 0 ? [`the ${pins} pins`] : []), ...raised.map((rule) => `the rule "${rule.title}"`)].join(
    ' and ',
  )
  return {
    sentences: what === '' ? [] : [`Not all can be had of ${what}; which of it clashes was not found in time.`],
    rules: raised.map((rule) => rule.id),
    repairs: [],
  }
}

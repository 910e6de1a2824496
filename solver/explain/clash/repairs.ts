/** The cheapest changes that make a week possible again, each tested before it is reported. */
import type { Problem } from '../../../src/problem.ts'
import { type Ask, isAkin } from './asks.ts'
import { candidatesFor } from './candidates.ts'
import type { Repair } from './repair.ts'
import type { Clash } from './tell.ts'
import { openWeek, verdictOnAsks, type Week } from './week.ts'

/** A repair's sentence, and the week that it results in. */
export interface TriedRepair {
  readonly sentence: string
  readonly verified: boolean
  readonly mended: Problem
}

/** Most repairs reported per clash, in total and of one kind; and most candidates tested. */
const TOLD = 5
const OF_ONE_KIND = 2
const TRIED = 14

/** With more other clashes than this, only one plan is reported. */
const FEW = 2

/**
 * Cheapest first, each tested. With several clashes, a repair of the first is reported alone if it resolves them all; otherwise together
 * with the cheapest repair of each of the others. `verified` is false only if there are more clashes than were looked for.
 */
export async function repairsOf(week: Week, clashes: readonly Clash[]): Promise<TriedRepair[]> {
  const [first, ...others] = clashes
  if (first === undefined) return []
  const alone = await mending(first, week, { of: (asks) => asks, most: TOLD })
  if (others.length === 0 || alone.length > 0) return alone.map((repair) => told(week, [repair], true))
  const beside: Repair[] = []
  for (const clash of others) beside.push(...(await mending(clash, week, { of: own(clash, clashes), most: 1 })))
  const repairs = await mending(first, week, { of: own(first, clashes), most: others.length > FEW ? 1 : TOLD })
  const tried: TriedRepair[] = []
  for (const repair of repairs) {
    const plan = [repair, ...beside]
    tried.push(told(week, plan, await mends(week, plan, (asks) => asks)))
  }
  return tried
}

function told(week: Week, plan: readonly Repair[], verified: boolean): TriedRepair {
  return { sentence: together(plan), verified, mended: mendedBy(plan, week.problem) }
}

function mendedBy(plan: readonly Repair[], problem: Problem): Problem {
  return plan.reduce((changed, repair) => repair.change(changed), problem)
}

/** All asks except those of the other clashes. */
function own(clash: Clash, clashes: readonly Clash[]): (asks: readonly Ask[]) => Ask[] {
  const others = clashes.filter((other) => other !== clash).flatMap((other) => other.asks)
  return (asks) => asks.filter((ask) => isAkin(ask, clash.asks) || !isAkin(ask, others))
}

/** Repairs that make the asks selected by `of` possible. */
async function mending(
  clash: Clash,
  week: Week,
  { of, most }: { of: (asks: readonly Ask[]) => readonly Ask[]; most: number },
): Promise<Repair[]> {
  const found: Repair[] = []
  for (const repair of candidatesFor(clash, week).slice(0, TRIED)) {
    if (found.length === most) break
    if (found.filter((other) => other.kind === repair.kind).length === OF_ONE_KIND) continue
    if (await mends(week, [repair], of)) found.push(repair)
  }
  return found
}

async function mends(
  week: Week,
  repairs: readonly Repair[],
  of: (asks: readonly Ask[]) => readonly Ask[],
): Promise<boolean> {
  const changed = openWeek(mendedBy(repairs, week.problem), week.rules, week.engine)
  return (await verdictOnAsks(changed, of(changed.asks))) === 'possible'
}

function together(repairs: readonly Repair[]): string {
  const [first, ...rest] = repairs.map(({ sentence }) => sentence.replace(/\.$/, ''))
  return `${[first, ...rest.map((sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1))].join('; and ')}.`
}

/** A week's mix before and after: estimated here while sliders move, and checked by the service once they rest. */
import { useMemo } from 'react'
import type { ScenarioComparison, WeekDocument } from '../../api.ts'
import { useRested } from '../../parts/use-rested.ts'
import type { KnownEstimate } from './estimate-desk.ts'
import { type Depth, useComparison, useSketch } from './mix-queries.ts'
import type { MixSearch } from './mix-view.ts'
import { checkedOutcome, outcomeOf } from './outcomes.ts'
import type { Shown } from './results.tsx'
import { useEstimate } from './use-estimate.ts'
import { isAsItIs, type Scenario } from './what-ifs.ts'

/** A slider rests after this many milliseconds without a move. */
const REST = 700
/** A constant, so that its identity doesn't change and nothing is recomputed. */
export const NOTHING: Scenario['more'] = {}
export const NO_WHAT_IF: Scenario['also'] = []

export function useMix(document: WeekDocument, view: MixSearch, depth: Depth) {
  const { more = NOTHING, also = NO_WHAT_IF } = view
  const nowSketch = useSketch(document, NO_WHAT_IF)
  const thenSketch = useSketch(document, also)
  const now = useEstimate(nowSketch.data, NOTHING)
  const after = useEstimate(thenSketch.data, more)
  const current = useMemo((): Scenario => ({ name: 'The sliders', more, also }), [more, also])
  const rested = useRested(current, REST)
  const scenarios = isAsItIs(rested) ? [] : [rested]
  const mixes = useComparison({ document, scenarios, depth: 'mix', isWanted: nowSketch.data !== undefined })
  const rotas = useComparison({ document, scenarios, depth: 'rota', isWanted: depth === 'rota' })
  const rotasKnown = depth === 'rota' ? rotas.data : undefined
  // A check applies to the resting state, which may be older than what is shown. While a newer estimate is being computed, the previous
  // one stays.
  const isSketched = !thenSketch.isPlaceholderData && after?.sketch === thenSketch.data
  const isOfShown = isSketched && rested.also === also && after?.more === rested.more
  const checked = isOfShown ? (rotasKnown ?? mixes.data) : undefined
  const mixesKnown = isOfShown ? mixes.data : undefined
  const shown = useMemo(() => shownOf(now, after, { checked, mixesKnown }), [now, after, checked, mixesKnown])
  return {
    shown,
    current,
    rested,
    isChecking: mixes.isFetching || rested !== current,
    isChecked: checked !== undefined && rested === current,
    mixes,
    rotas,
    nowSketch,
    thenSketch,
  }
}

/** Null until both are estimated. */
function shownOf(
  now: KnownEstimate | null,
  after: KnownEstimate | null,
  { checked, mixesKnown }: Readonly<Record<'checked' | 'mixesKnown', ScenarioComparison | undefined>>,
): Shown | null {
  if (now === null || after === null) return null
  const outcomes = checkedPair(checked, now, after)
  return {
    nowSketch: now.sketch,
    thenSketch: after.sketch,
    nowBand: now.band,
    thenBand: after.band,
    now: outcomes?.now ?? outcomeOf(now.band.middle, now.sketch),
    after: outcomes?.after ?? outcomeOf(after.band.middle, after.sketch),
    best: outcomes?.after.source === 'rota' ? checkedPair(mixesKnown, now, after) : null,
    more: after.more,
  }
}

/** Null unless both weeks have figures. */
function checkedPair(comparison: ScenarioComparison | undefined, now: KnownEstimate, after: KnownEstimate) {
  if (comparison === undefined) return null
  const { depth, scenarios } = comparison
  const [base, changed] = scenarios
  const pair = [checkedOutcome(base, depth, now.sketch), checkedOutcome(changed, depth, after.sketch)] as const
  return pair[0] === null || pair[1] === null ? null : { now: pair[0], after: pair[1] }
}

/** A week's mix now and then: estimated here while sliders move, checked by the service once they rest. */
import { useMemo } from 'react'
import type { WeekDocument } from '../../api.ts'
import { useRested } from '../../parts/use-rested.ts'
import { type Depth, useComparison, useSketch } from './mix-queries.ts'
import type { MixSearch } from './mix-view.ts'
import { checkedOutcome, outcomeOf } from './outcomes.ts'
import type { Shown } from './results.tsx'
import { useEstimate } from './use-estimate.ts'
import { isAsItIs, type Scenario } from './what-ifs.ts'

/** Milliseconds without a move after which a slider rests. */
const REST = 700
const NOTHING: Scenario['more'] = {}
const NO_WHAT_IF: Scenario['also'] = []

export function useMix(document: WeekDocument, view: MixSearch, depth: Depth) {
  const { more = NOTHING, also = NO_WHAT_IF } = view
  const nowSketch = useSketch(document, NO_WHAT_IF)
  const thenSketch = useSketch(document, also)
  const nowBand = useEstimate(nowSketch.data, NOTHING)
  const thenBand = useEstimate(thenSketch.data, more)
  const current = useMemo((): Scenario => ({ name: 'The sliders', more, also }), [more, also])
  const rested = useRested(current, REST)
  const scenarios = isAsItIs(rested) ? [] : [rested]
  const mixes = useComparison({ document, scenarios, depth: 'mix', isWanted: nowSketch.data !== undefined })
  const rotas = useComparison({ document, scenarios, depth: 'rota', isWanted: depth === 'rota' })
  const isRested = rested === current
  const rotasKnown = depth === 'rota' ? rotas.data : undefined
  const checked = isRested ? (rotasKnown ?? mixes.data) : undefined
  const shown = useMemo((): Shown | null => {
    const [own, changedOwn] = [nowSketch.data, thenSketch.data]
    if (own === undefined || changedOwn === undefined || nowBand === null || thenBand === null) return null
    const [base, changed] = checked?.scenarios ?? []
    const now = checked === undefined ? null : checkedOutcome(base, checked.depth, own)
    const after = checked === undefined ? null : checkedOutcome(changed, checked.depth, changedOwn)
    const isChecked = now !== null && after !== null
    return {
      nowSketch: own,
      thenSketch: changedOwn,
      nowBand,
      thenBand,
      now: isChecked ? now : outcomeOf(nowBand.middle, own),
      after: isChecked ? after : outcomeOf(thenBand.middle, changedOwn),
      more,
    }
  }, [nowSketch.data, thenSketch.data, nowBand, thenBand, checked, more])
  return {
    shown,
    current,
    rested,
    isChecking: mixes.isFetching || !isRested,
    isChecked: checked !== undefined,
    mixes,
    rotas,
    nowSketch,
    thenSketch,
  }
}

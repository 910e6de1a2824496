/** The incumbent: whatever comes, the best rota so far is what is handed out. */
import { describe, expect, it } from 'vitest'
import { Incumbent } from '../../solver/search/incumbent.ts'
import type { BestSoFar } from '../../solver/search/watch.ts'
import { columnsOf } from '../model-columns.ts'

const SAFETY = { level: 'safety' as const, columns: columnsOf(0), costs: [1] }
const SERVICE = { level: 'service' as const, columns: columnsOf(1), costs: [1] }
const WISH = { level: 'wish' as const, columns: columnsOf(2), costs: [1] }

/** An incumbent that knows three levels, of which service is at least 100. */
function watched() {
  const found: BestSoFar[] = []
  const incumbent = new Incumbent({ onBest: (best) => found.push(best) }, () => 0, { gap: 0.01, floors: new Map() })
  incumbent.relaxed(SAFETY, 0)
  incumbent.relaxed(SERVICE, 100)
  incumbent.relaxed(WISH, 0)
  return { incumbent, found }
}

describe('a rota that comes later', () => {
  it('is not handed out where it is worse in the first level that differs, however good it is in the next', () => {
    const { incumbent, found } = watched()
    incumbent.better(Float64Array.of(0, 130, 5))
    incumbent.better(Float64Array.of(1, 100, 0))
    incumbent.better(Float64Array.of(0, 131, 0))
    expect(found.map(({ point }) => [...point])).toEqual([[0, 130, 5]])
    incumbent.better(Float64Array.of(0, 120, 9))
    expect([...(incumbent.point ?? [])]).toEqual([0, 120, 9])
  })

  it('is better for a later level where both are within the asked gap in the levels before', () => {
    const { incumbent } = watched()
    incumbent.better(Float64Array.of(0, 100.2, 5))
    incumbent.better(Float64Array.of(0, 100.8, 3))
    expect([...(incumbent.point ?? [])]).toEqual([0, 100.8, 3])
    incumbent.better(Float64Array.of(0, 100.1, 3))
    expect([...(incumbent.point ?? [])]).toEqual([0, 100.1, 3])
  })

  it('takes nothing from safety, be it within the gap', () => {
    const { incumbent } = watched()
    incumbent.better(Float64Array.of(0, 100.2, 5))
    incumbent.better(Float64Array.of(0.005, 100, 0))
    expect([...(incumbent.point ?? [])]).toEqual([0, 100.2, 5])
  })

  it('is the incumbent whatever it is where a level has been won with it', () => {
    const { incumbent, found } = watched()
    incumbent.better(Float64Array.of(0, 100.2, 5))
    incumbent.won(Float64Array.of(0, 100.3, 5))
    expect([...(found.at(-1)?.point ?? [])]).toEqual([0, 100.3, 5])
  })
})

describe('what is handed out with a rota', () => {
  it('is what is proven for it, again whenever a relaxation has shown more', () => {
    const { incumbent, found } = watched()
    let bound = 90
    incumbent.provenBy(() => [{ level: 'service', bound }])
    incumbent.better(Float64Array.of(0, 130, 5))
    expect(found.at(-1)?.bounds).toEqual([{ level: 'service', bound: 90 }])
    bound = 95
    incumbent.relaxed(SERVICE, 101)
    expect(found.at(-1)?.bounds).toEqual([{ level: 'service', bound: 95 }])
  })
})

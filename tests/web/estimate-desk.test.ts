/** What the worker of estimates is asked, and when: sliders move faster than it answers. */
import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../solver/mix/estimate.ts'
import type { MixSketch } from '../../web/src/api.ts'
import { EstimateDesk, type EstimateWorker, type KnownEstimate } from '../../web/src/pages/mix/estimate-desk.ts'
import type { EstimateMessage, EstimateTask } from '../../web/src/pages/mix/estimates.ts'

const sketch = { weeks: 1 } as MixSketch
const moved = (anp: number) => ({ sketch, more: { anp } })

/** A desk with a worker that answers when the test says so; `left` of each answer is its number. */
function desk() {
  const asked: EstimateTask[] = []
  const told: KnownEstimate[] = []
  let hear: (event: { readonly data: EstimateMessage }) => void = () => undefined
  const worker: EstimateWorker = {
    postMessage: (task) => void asked.push(task),
    terminate: () => undefined,
    addEventListener: (_, listener) => {
      hear = listener
    },
  }
  const own = new EstimateDesk(worker, (known) => void told.push(known))
  let answers = 0
  const answer = (data: EstimateMessage = { waiting: ++answers } as Estimate) => hear({ data })
  return { asked, told, ask: own.ask.bind(own), answer }
}

describe('the desk of estimates', () => {
  it('asks for the middle, then for each end of the evidence, and tells both ends together', () => {
    const { asked, told, ask, answer } = desk()
    ask(moved(1))
    answer()
    answer()
    answer()
    expect(asked.map(({ assumed }) => assumed)).toEqual(['middle', 'low', 'high'])
    expect(told.map(({ band }) => band)).toEqual([
      { middle: { waiting: 1 }, low: null, high: null },
      { middle: { waiting: 1 }, low: { waiting: 2 }, high: { waiting: 3 } },
    ])
  })

  it('leaves the ends for later while sliders move on, and passes over what was overtaken', () => {
    const { asked, told, ask, answer } = desk()
    ask(moved(1))
    ask(moved(2))
    ask(moved(3))
    answer()
    expect(asked.map(({ more, assumed }) => [more.anp, assumed])).toEqual([
      [1, 'middle'],
      [3, 'middle'],
    ])
    answer()
    expect(told.map(({ more }) => more.anp)).toEqual([1, 3])
    expect(asked.at(-1)).toMatchObject({ more: { anp: 3 }, assumed: 'low' })
    ask(moved(4))
    answer()
    expect(asked.at(-1)).toMatchObject({ more: { anp: 4 }, assumed: 'middle' })
    expect(told).toHaveLength(2)
  })

  it('sends a sketch once', () => {
    const { asked, ask, answer } = desk()
    ask(moved(1))
    answer()
    const other = { weeks: 2 } as MixSketch
    ask({ sketch: other, more: {} })
    answer()
    answer()
    expect(asked.map((task) => task.sketch)).toEqual([sketch, null, other, null])
  })

  it('goes on after a question without an answer', () => {
    const { asked, told, ask, answer } = desk()
    ask(moved(1))
    ask(moved(2))
    answer(null)
    expect(told).toEqual([])
    expect(asked.at(-1)).toMatchObject({ more: { anp: 2 }, assumed: 'middle' })
  })
})

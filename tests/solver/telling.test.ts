/** What people hear of a running solve: words, headline figures and the rota itself, no more often than they can follow. */
import { describe, expect, it } from 'vitest'
import type { BestSoFar, RotaPreview, SolveProgress } from '../../solver/search/watch.ts'
import { headlineOf, inWords, toldTo } from '../../solver/telling.ts'
import type { Rota } from '../../src/rota.ts'
import { practicesTogether } from '../search/practices-together.ts'
import { problemOf, rotaOf } from '../solved-week.ts'

const START = { stage: 'building', level: null, bound: null, best: null, gap: null, seconds: 0 }
const problem = problemOf(practicesTogether(1))
const { rota } = await rotaOf(problem)
const nobody: Rota = { assignments: [], clinics: [] }

describe('progress', () => {
  it('says what is being done in words, before there is a rota and after', () => {
    expect(inWords(START, undefined)).toMatchObject({ doing: 'Reading the rules of the week' })
    const first = { ...START, stage: 'a first rota' }
    expect(inWords(first, undefined).doing).toBe('Looking for a first rota')
    expect(inWords({ ...first, level: 'safety', best: 3 }, undefined).doing).toBe('Improving the rota')
    const proving = { ...START, stage: 'urgent', level: 'urgent' as const, best: 3, gap: 0.0301 }
    expect(inWords(proving, 'So far so good')).toMatchObject({
      doing: 'Making sure that urgent need cannot be better',
      headline: 'So far so good',
      distance: 'at most 3.1% from the best possible in urgent need',
    })
  })

  it('has no words for what is not known', () => {
    const told = inWords({ ...START, gap: Number.POSITIVE_INFINITY }, undefined)
    expect('distance' in told || 'headline' in told).toBe(false)
  })
})

describe('a headline', () => {
  it('is the share of urgent need dealt with on the day, and who waits too long', () => {
    expect(headlineOf(problem, nobody)).toMatch(
      /^Urgent need dealt with on the same day: 0%; \d+ patients wait past their target$/,
    )
    expect(headlineOf(problem, rota)).toMatch(/same day: (\d\d|100)%/)
  })
})

/** A watch over rotas that are told by number, and what it saw; `at` sets the clock. */
function watched(rotas: readonly Rota[]) {
  const seen: { previews: RotaPreview[]; progress: SolveProgress[]; best: BestSoFar[] } = {
    previews: [],
    progress: [],
    best: [],
  }
  let now = 0
  const watch = toldTo(
    {
      onPreview: (preview) => seen.previews.push(preview),
      onProgress: (progress) => seen.progress.push(progress),
      onBest: (best) => seen.best.push(best),
    },
    { problem, elapsed: () => now, decode: (point) => rotas[point[0] ?? 0] ?? nobody },
  )
  const at = (seconds: number) => {
    now = seconds
  }
  return { watch, seen, at }
}

describe('a preview', () => {
  it('is the rota as a report has it, at most once a second, and the latest in the end', () => {
    const { watch, seen, at } = watched([nobody, rota])
    const best = (k: number) => watch.onBest?.({ point: Float64Array.of(k), bounds: [] })
    best(0)
    at(0.5)
    best(1)
    expect(seen.previews).toHaveLength(1)
    at(1.2)
    watch.onProgress?.({ ...START, stage: 'a first rota' })
    expect(seen.previews).toHaveLength(2)
    expect(seen.previews[1]?.assignments).toHaveLength(rota.assignments.length)
    expect(seen.previews[1]?.seconds).toBe(1.2)
    expect(seen.progress[0]?.headline).toBe(headlineOf(problem, rota))
    expect(seen.best).toHaveLength(2)
  })

  it('is not shown again where nothing can be seen to have changed', () => {
    const { watch, seen, at } = watched([rota, rota])
    watch.onBest?.({ point: Float64Array.of(0), bounds: [] })
    at(5)
    watch.onBest?.({ point: Float64Array.of(1), bounds: [] })
    expect(seen.previews).toHaveLength(1)
  })
})

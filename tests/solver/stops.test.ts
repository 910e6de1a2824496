/**
 * A solve ended at any moment (stopped, out of time, or killed in the middle of a linear programme) hands over the best rota so far, with
 * bounds that a long solve cannot refute. Moments are counted in solves of the engine, and drawn from a seed; `ROTA_STOPS=500` tries more.
 */
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../solver/engines/engine.ts'
import { salvage } from '../../solver/recover.ts'
import type { BestSoFar } from '../../solver/search/watch.ts'
import { solve } from '../../solver/solve.ts'
import type { LevelReport } from '../../src/report.ts'
import { practicesTogether } from '../search/practices-together.ts'
import { HIGHS, problemOf, type Solved } from '../solved-week.ts'
import { watched } from '../watched-engine.ts'

const MOMENTS = Number(process.env.ROTA_STOPS ?? 9)
const network = problemOf(practicesTogether(1))
const ENDS = ['stop', 'time-out', 'kill'] as const
type End = (typeof ENDS)[number]

class Killed extends Error {}

/** HiGHS, which calls `onSolve` with the number of each solve before it. */
function counted(onSolve: (count: number) => void): Engine {
  let count = 0
  const one = () => {
    count += 1
    onSolve(count)
  }
  const engine = watched((session) => {
    const solveIt = session.solve.bind(session)
    session.solve = (limits) => {
      one()
      return solveIt(limits)
    }
  })
  return {
    ...engine,
    solve: (lp, limits) => {
      one()
      return HIGHS.solve(lp, limits)
    },
  }
}

/** The solve, ended with its solve number `moment`; none: by itself. What it came to, and the last rota that it had handed out by then. */
async function endedAt(end: End, moment: number) {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  let [now, solves] = [0, 0]
  let best: BestSoFar | undefined
  let handed: BestSoFar | undefined
  const engine = counted((count) => {
    solves = count
    if (count !== moment) return
    handed = best
    if (end === 'stop') Atomics.store(stop, 0, 1)
    if (end === 'time-out') now = 1000
    if (end === 'kill') throw new Killed()
  })
  const means = { engine, why: 'a test', clock: () => now }
  const onBest = (found: BestSoFar) => {
    best = found
  }
  try {
    return { outcome: await solve(network, means, { stop, onBest }), handed, solves }
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    return { outcome: handed === undefined ? undefined : salvaged(handed, engine), handed, solves }
  }
}

function solvedIn(outcome: Awaited<ReturnType<typeof endedAt>>['outcome']): Solved {
  if (outcome?.kind !== 'rota') throw new Error(`no rota: ${outcome?.kind ?? 'none'}`)
  return outcome
}

/** Levels of which the long solve's rota, keeping the levels before as this one has them, shows the bound to be wrong. */
function refuted(ended: readonly LevelReport[], long: readonly LevelReport[]): string[] {
  const known = new Map(long.map(({ level, value }) => [level, value]))
  const keeps = ended.findIndex(({ level, value }) => (known.get(level) ?? 0) > value + 1e-6)
  const comparable = keeps < 0 ? ended : ended.slice(0, keeps + 1)
  return comparable
    .filter(({ level, bound }) => (known.get(level) ?? 0) < bound - 1e-4 * Math.max(1, bound))
    .map((l) => l.level)
}

/** Whether the first level that differs by more than the asked gap is the worse one in the first rota. */
function isWorse(one: readonly LevelReport[], other: readonly LevelReport[]): boolean {
  for (const { level, value, floor } of one) {
    const difference = value - (other.find((next) => next.level === level)?.value ?? value)
    if (Math.abs(difference) > network.solve.gap * Math.max(value, floor)) return difference > 0
  }
  return false
}

function salvaged(best: BestSoFar, engine: Engine): Solved {
  const note = { name: engine.name, version: engine.version, why: '' }
  return solvedIn(salvage(network, { best, engine: note, seconds: 1, stop: Int32Array.of(1) }))
}

/** Moments from a fixed seed (the Lehmer generator), spread over the whole solve. */
function moments(solves: number): (readonly [End, number])[] {
  let state = 20261130
  return Array.from({ length: MOMENTS }, (_, k) => {
    state = (state * 48271) % 0x7fffffff
    return [ENDS[k % ENDS.length] ?? 'stop', 1 + (state % solves)] as const
  })
}

const long = await endedAt('stop', 0)
const whole = solvedIn(long.outcome)

describe('a solve of one practice that is ended', () => {
  it.each(moments(long.solves))(
    'by a %s at solve %i has a rota that keeps the hard rules and bounds that hold',
    async (end, moment) => {
      const { outcome, handed } = await endedAt(end, moment)
      // Killed before the first rota there is nothing to hand over; otherwise there always is.
      if (end === 'kill' && handed === undefined) return expect(outcome).toBeUndefined()
      const { levels, audit } = solvedIn(outcome)
      expect(audit.agrees).toBe(true)
      expect(levels.every(({ value, bound }) => bound <= value)).toBe(true)
      expect(refuted(levels, whole.levels)).toEqual([])
      if (handed !== undefined) expect(isWorse(levels, salvaged(handed, HIGHS).levels)).toBe(false)
    },
  )

  it('would be caught with a bound that is too high', () => {
    const [first] = whole.levels.filter(({ value }) => value > 1)
    if (first === undefined) throw new Error('the practice is short of something')
    const planted = whole.levels.map((one) =>
      one === first ? { ...one, bound: 1.2 * one.value, value: 2 * one.value } : one,
    )
    expect(refuted(planted, whole.levels)).toContain(first.level)
  })

  it('has no level left without a bound where one can be proven, however early the end', async () => {
    const { outcome } = await endedAt('stop', 3)
    for (const { level, bound } of whole.levels.filter((one) => one.bound > 1)) {
      const kept = solvedIn(outcome).levels.find((one) => one.level === level)
      expect(kept?.bound ?? 0, level).toBeGreaterThan(0.5 * bound)
    }
  })
})

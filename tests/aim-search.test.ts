import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Aim, aimed, aimedPoint } from '../solver/aim.ts'
import { searchForAims } from '../solver/aim-search.ts'
import { dive } from '../solver/dive.ts'
import type { Engine } from '../solver/engines/engine.ts'
import { floorOf } from '../solver/floors.ts'
import { decidedIn } from '../solver/hold.ts'
import { holds, residuals } from '../solver/lp/residuals.ts'
import { isInForce } from '../solver/numbers.ts'
import { Prospect } from '../solver/prospect.ts'
import { relax } from '../solver/relax.ts'
import { RULES } from '../solver/rules/index.ts'
import { draftOf } from '../solver/solve.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { HIGHS, problemOf } from './solved-week.ts'

const LIMITS = { seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 }

const week = await (async () => {
  const text = readFileSync(new URL('../fixtures/networks/one-practice.json', import.meta.url), 'utf8')
  const problem = problemOf(JSON.parse(text) as RotaDocument)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  const model = relax(draft, rules, problem)
  const prospect = new Prospect(model, HIGHS)
  const aims: Aim[] = []
  for (const [rank, { level }] of model.levels.entries()) {
    const looked = await prospect.look(
      rank,
      aims.map(({ bound, allowed }) => bound + allowed),
      LIMITS,
    )
    if (looked.status !== 'optimal') throw new Error(looked.status)
    const bound = Math.max(0, looked.bound)
    aims.push({ bound, allowed: 0.001 * Math.max(bound, floorOf(level, problem)) })
  }
  prospect.close()
  return { draft, model, aims, programme: aimed(model, aims, 2) }
})()

function task(change: Partial<Parameters<typeof searchForAims>[0]> = {}) {
  const { draft, model, aims } = week
  const always = { limits: () => LIMITS, isOver: () => false, isEnough: () => false, onBetter: () => undefined }
  return { draft, model, aims, engine: HIGHS, ...always, ...change }
}

function costOf(point: Float64Array): number {
  return residuals(week.programme, aimedPoint(week.model, week.aims, point)).objective
}

describe('rotas out of the programme that aims at all levels', () => {
  it('each handed out is whole, keeps every row and is better than the one before, and the last is what comes back', async () => {
    const seen: Float64Array[] = []
    const best = await searchForAims(task({ onBetter: (point) => void seen.push(point) }))
    if (best === undefined) throw new Error('a rota can be found')
    expect(seen.at(-1)).toEqual(best)
    for (const point of seen) expect(holds(residuals(week.model.lp, point))).toBe(true)
    const values = seen.map(costOf)
    expect(values.slice(1).every((value, k) => value < (values[k] ?? 0))).toBe(true)
  })

  it('is nearer to the aims than a dive to the end', async () => {
    const session = HIGHS.open?.(week.programme)
    if (session === undefined) throw new Error('HiGHS holds programmes open')
    const { limits, isOver, model, draft } = task()
    const dived = await dive({ session, model, draft, limits, isOver, guarded: [], until: 0 })
    session.close()
    const best = await searchForAims(task())
    if (dived === undefined || best === undefined) throw new Error('both come to an end')
    expect(costOf(best)).toBeLessThan(costOf(dived.point))
  })

  it('of two rotas what both agree on stays, and the rest is decided anew from the better one', async () => {
    const { lp } = week.model
    const whole = decidedIn(lp)
    const found: { readonly point: Float64Array; readonly cost: number }[] = []
    let joins = 0
    const watching: Engine = {
      ...HIGHS,
      name: 'watching',
      ...(HIGHS.open === undefined ? {} : { open: HIGHS.open.bind(HIGHS) }),
      solve: async (asked, limits) => {
        const open = whole.filter((j) => asked.lower[j] !== asked.upper[j])
        const isJoin = limits.start !== undefined
        if (isJoin) {
          joins += 1
          const [latest, before] = [found.at(-1), found.slice(0, -1).sort((a, b) => a.cost - b.cost)[0]]
          if (latest === undefined || before === undefined) throw new Error('a join is of two')
          const differ = whole.filter((j) => Math.round(latest.point[j] ?? 0) !== Math.round(before.point[j] ?? 0))
          const canMove = differ.filter((j) => lp.lower[j] !== lp.upper[j])
          expect(open).toEqual(canMove)
          const better = latest.cost < before.cost ? latest : before
          expect(limits.start?.slice(0, lp.columns)).toEqual(better.point)
        }
        const answer = await HIGHS.solve(asked, limits)
        if ('point' in answer) found.push({ point: answer.point.slice(0, lp.columns), cost: answer.objective })
        return answer
      },
    }
    await searchForAims(task({ engine: watching }))
    expect(joins).toBe(3)
  })

  it('is over with the first rota that is good enough', async () => {
    const seen: Float64Array[] = []
    await searchForAims(task({ onBetter: (point) => void seen.push(point), isEnough: () => true }))
    expect(seen).toHaveLength(1)
  })

  it('dives to the end where branching comes to no rota', async () => {
    const withoutBranching: Engine = {
      ...HIGHS,
      name: 'no branching',
      solve: (lp, limits) =>
        lp.whole.some((w, j) => w === 1 && lp.lower[j] !== lp.upper[j])
          ? Promise.resolve({ status: 'out-of-time' })
          : HIGHS.solve(lp, limits),
    }
    const open = HIGHS.open?.bind(HIGHS)
    const best = await searchForAims(
      task({ engine: open ? { ...withoutBranching, open } : withoutBranching, isEnough: () => true }),
    )
    expect(best && holds(residuals(week.model.lp, best))).toBe(true)
  })

  it('comes back with nothing where there is no time, or an engine holds no programmes open', async () => {
    expect(await searchForAims(task({ isOver: () => true }))).toBeUndefined()
    const { open: _, ...closed } = { open: undefined, name: HIGHS.name, version: HIGHS.version, solve: HIGHS.solve }
    expect(await searchForAims(task({ engine: closed }))).toBeUndefined()
  })
})

describe('a point of the programme that aims', () => {
  it('keeps its rows, and counts what is beyond the aims', async () => {
    const best = await searchForAims(task({ isEnough: () => true }))
    if (best === undefined) throw new Error('a rota can be found')
    const point = aimedPoint(week.model, week.aims, best)
    expect(holds(residuals(week.programme, point))).toBe(true)
    const nearer = point.map((value, j) => (j < week.model.lp.columns ? value : value * 0.9 - 0.01))
    expect(holds(residuals(week.programme, nearer))).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replan } from '../../api/desk/replanning.ts'
import { judge, levelValues } from '../../solver/check/judge.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { replanWeek } from '../../solver/replan-week.ts'
import { RULES } from '../../solver/rules/index.ts'
import { contactPlan } from '../../solver/search/contact-plan.ts'
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { ReplanPoint } from '../../src/replan-answer.ts'
import type { Assignment } from '../../src/rota.ts'
import { handMade } from '../hand-made.ts'
import { smallDocument } from '../small-document.ts'
import { HIGHS } from '../solved-week.ts'
import { judgedAgain, read } from './absent.ts'
import { asked, compareValues, rowsOf, weeksOf } from './ill.ts'

const CASES = Number(process.env.ROTA_CASES ?? 10)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)
/** Milliseconds, on a machine that is shared. */
const PATIENCE = 60_000 + 10_000 * CASES
const SIZE = { people: 3, days: 2, weeks: 1, sites: 2, needs: 2 }

const NOW = '2026-11-27'
const valuesOf = (point: ReplanPoint | undefined) =>
  new Map<string, number>((point?.levels ?? []).map(({ level, value }) => [level, value]))

/** Every rota with one session of one person changed, each planned from scratch. */
async function byBruteForce(problem: Problem, left: readonly Assignment[]): Promise<ReadonlyMap<Level, number>[]> {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  const moments = problem.people.flatMap(({ id }) => problem.horizon.sessions.map(({ index }) => [id, index] as const))
  const rotas = moments.flatMap(([person, session]) => {
    const isOwn = (a: Assignment) => a.person === person && a.session === session
    const others = left.filter((a) => !isOwn(a))
    const placed = draft.inSession(person, session).filter((p) => draft.allowed(p))
    const taken = placed.map(({ site, work }): Assignment => ({ person, session, site, work, remote: false }))
    return [others, ...taken.map((a) => [...others, a])]
  })
  const found: ReadonlyMap<Level, number>[] = []
  for (const assignments of [left, ...rotas]) {
    const rota = await contactPlan(problem, assignments, { engine: HIGHS, rules })
    const values = levelValues(judge(rota, problem))
    if ((values.get('never') ?? 0) <= 1e-6) found.push(values)
  }
  return found
}

describe('replans of random weeks in which somebody is ill', () => {
  it(
    'change no more than they may, get no worse with more changes, keep what they claim, and are beaten by none that is proven',
    async () => {
      let best = 0
      let compared = 0
      let unproven = 0
      const property = fc.asyncProperty(weeksOf(SIZE), async (one) => {
        fc.pre(one !== null)
        if (one === null) return
        const sent = { ...asked(one), rota: rowsOf(one), now: NOW }
        const {
          document,
          points: [none],
        } = await replan({ sent: { ...sent, moves: 0 }, now: NOW }, read)
        const problem = read(document)
        const week = { problem, rota: one.rota, since: 0, clock: () => 0 }
        const { points } = await replanWeek({ ...week, allowed: [0, 1, 2, 'any'] })
        const [alone] = (await replanWeek({ ...week, allowed: [2] })).points
        if (points[0]?.rota !== null)
          expect(compareValues(valuesOf(alone), valuesOf(points[0]), problem)).toBeLessThanOrEqual(0)
        expect(valuesOf(points[0])).toEqual(valuesOf(none))
        unproven += points.filter(({ status }) => status !== 'proven').length
        for (const [place, point] of points.entries()) {
          if (point.rota === null) continue
          if (point.allowed !== 'any') expect(point.moves.length).toBeLessThanOrEqual(point.allowed)
          const again = judgedAgain(document, { rota: point.rota })
          for (const { level, value, bound } of point.levels) {
            expect(again.get(level)).toBeCloseTo(value, 5)
            expect(bound).toBeLessThanOrEqual(value)
          }
          const fewer = points[place - 1]
          if (fewer !== undefined && fewer.rota !== null)
            expect(compareValues(valuesOf(point), valuesOf(fewer), problem)).toBeLessThanOrEqual(0)
        }
        const { person, session } = one.lost
        const left = one.rota.assignments.filter((a) => a.person !== person || a.session !== session)
        const all = await byBruteForce(problem, left)
        const [least] = all.sort((a, b) => compareValues(a, b, problem))
        const [, single] = points
        if (least === undefined || single === undefined) return
        if (single.rota === null) return expect(single.status).toBe('not-found')
        compared += 1
        const difference = compareValues(valuesOf(single), least, problem)
        if (difference <= 0) best += 1
        if (single.status === 'proven') expect(difference, single.sentence).toBeLessThanOrEqual(0)
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
      if (CASES >= 100) console.log(`replans with one change: ${best} of ${compared} as good as the best of all`)
      expect(best).toBeGreaterThan(0.7 * compared)
      expect(compared).toBeGreaterThan(CASES / 4)
      // Two of five without the proof of what any number of changes can do.
      expect(unproven / (4 * CASES)).toBeLessThan(0.35)
    },
    PATIENCE,
  )
})

describe('a replan', () => {
  const document = smallDocument({ demand: smallDocument().demand.slice(0, 4), backlog: [] })
  const lines = ['g1 mon-am alder duty', 'g2 mon-am birch duty', 'g3 mon-am birch clinic', 'g3 tue-am birch clinic']
  const problem = read({
    ...document,
    published: rowsOf({ problem: read(document), rota: handMade(read(document), lines) }).assignments,
  })

  it('leaves alone what has begun', async () => {
    const rota = handMade(problem, lines)
    const { points } = await replanWeek({ problem, rota, since: 2, allowed: ['any'] })
    const begun = (row: { readonly date: string }) => row.date === '2026-11-30'
    expect(points[0]?.rota?.assignments.filter(begun)).toEqual(rowsOf({ problem, rota }).assignments.filter(begun))
    expect(points[0]?.moves.filter(begun)).toEqual([])
  })

  it('says what each further change gains', async () => {
    const { points } = await replanWeek({ problem, rota: handMade(problem, lines), since: 0, allowed: [0, 1] })
    expect(points.map(({ sentence }) => sentence)).toEqual([
      'With no change, everybody stays where they are.',
      expect.stringMatching(/^With 1 change, (safety would gain|.* fewer)/),
    ])
  })
})

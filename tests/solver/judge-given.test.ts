/** Rotas without their clinics, judged as exactly as they were solved: by level, in order, and whatever their report says. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgementOf } from '../../solver/judge-given.ts'
import { reportOf } from '../../solver/plan.ts'
import { judgeInThread } from '../../solver/worker/thread.ts'
import { draw } from '../../src/intake/network/draw.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { Judgement, PersonReport, Report } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { documents } from '../arbitraries.ts'
import { busyLastAfternoon, shortWeek } from '../short-week.ts'
import { smallDocument } from '../small-document.ts'
import { problemOf, rotaOf, solveProblem } from '../solved-week.ts'

const SEED = 20261130
/** Of a level, or of one unit where it comes to less. */
const EVEN = 1e-3

/** A week of one practice out of the register, and small ones by hand and by chance: short solves, far from the best. */
function weeks(): RotaDocument[] {
  const one = JSON.parse(readFileSync('fixtures/networks/one-practice.json', 'utf8')) as RotaDocument
  const drawn = fc.sample(documents({ people: 4, days: 3, weeks: 2, sites: 3, needs: 4 }), { numRuns: 6, seed: SEED })
  const byHand = [shortWeek(), busyLastAfternoon(), smallDocument()]
  return [one, ...byHand, ...drawn].map((document, k) => ({
    ...document,
    solve: { seconds: 60, gap: 0.2, seed: k + 1 },
  }))
}

async function solved(problem: Problem): Promise<Report> {
  const outcome = await solveProblem(problem)
  return reportOf(problem, outcome, 'sha256:00')
}

/** As it would come back from somewhere that knows nothing of clinics. */
function judged(problem: Problem, { clinics, ...report }: Report): Promise<Judgement> {
  const bare: unknown = JSON.parse(JSON.stringify(report))
  return judgementOf(problem, readRota(bare, problem), bare)
}

type Levels = readonly { readonly level: string; readonly value: number }[]

const levelIn = (levels: Levels, level: string) => levels.find((l) => l.level === level)?.value ?? 0
const isSame = (a: number, b: number) => Math.abs(a - b) <= EVEN * Math.max(1, a)

/** −1 where the first is better on the first level that differs. */
function order(a: Levels, b: Levels): number {
  const first = a.find(({ level, value }) => !isSame(value, levelIn(b, level)))
  return first === undefined ? 0 : Math.sign(first.value - levelIn(b, first.level))
}

describe('rotas of our own, without their clinics', () => {
  it('come to the same on every level', async () => {
    let compared = 0
    for (const document of weeks()) {
      const problem = problemOf(document)
      const report = await solved(problem)
      if (report.assignments.length === 0) continue
      compared += 1
      const judgement = await judged(problem, report)
      expect(judgement.clinicPlan).toBe('exact')
      expect(judgement.agrees).toBe(true)
      for (const { level, value } of report.levels) {
        const found = levelIn(judgement.levels, level)
        expect(isSame(value, found), `week ${compared}, ${level}: ${value}, judged ${found}`).toBe(true)
      }
    }
    expect(compared).toBeGreaterThanOrEqual(8)
  }, 120_000)

  it('are contradicted if their report says something false', async () => {
    const problem = problemOf({ ...shortWeek(), solve: { seconds: 60, gap: 0.2, seed: 1 } })
    const report = await solved(problem)
    const rules = report.audit.rules.map((row) => (row.rule === 'waiting-list' ? { ...row, rota: row.rota / 2 } : row))
    expect((await judged(problem, { ...report, audit: { ...report.audit, rules } })).agrees).toBe(false)
  })
})

/** The rota with a few sessions taken out by chance; like a pin, it does not say who works by telephone. */
function thinned({ assignments }: Rota, seed: number): Rota {
  const chance = draw('thinned', seed)
  const left = assignments.filter(() => !chance.chance(0.15))
  return { assignments: left.map((a) => ({ ...a, remote: false, mayTelephone: true })), clinics: [] }
}

/** Everybody held where the rota has them, and off wherever it has not: what a solve then proves is the value of the rota. */
function pinnedAt(problem: Problem, { assignments }: Rota): Problem {
  const pins = problem.people.flatMap(({ id: person }) =>
    problem.horizon.sessions.map(({ index: session }) => {
      const at = assignments.find((a) => a.person === person && a.session === session)
      return { person, session, site: at?.site ?? null, work: at?.work ?? ('off' as const) }
    }),
  )
  return { ...problem, pins }
}

describe('rotas that somebody has changed', () => {
  it('are judged as a solve that may move nobody, and never in another order', async () => {
    const problem = problemOf({ ...shortWeek(), solve: { seconds: 60, gap: 0, seed: 1 } })
    const { rota } = await rotaOf({ ...problem, solve: { ...problem.solve, gap: 0.2 } })
    const found: { readonly exact: Levels; readonly told: Levels }[] = []
    for (let seed = 1; seed <= 8; seed++) {
      const changed = thinned(rota, seed)
      const held = pinnedAt(problem, changed)
      const { levels: exact } = await rotaOf(held)
      // By the same pins, since learning and paperwork that is pinned counts like any other work.
      const { levels: told } = await judgementOf(held, changed, null)
      for (const { level, value } of exact)
        expect(isSame(value, levelIn(told, level)), `seed ${seed}, ${level}: ${value}, ${levelIn(told, level)}`).toBe(
          true,
        )
      found.push({ exact, told })
    }
    const orders = found.flatMap((a) => found.map((b) => [order(a.exact, b.exact), order(a.told, b.told)] as const))
    expect(orders.filter(([exact]) => exact !== 0).length).toBeGreaterThan(20)
    for (const [exact, told] of orders) expect(told).toBe(exact)
  }, 120_000)
})

describe('levels of a rota that is judged', () => {
  it('are given in order with their units, hard rules only if broken', async () => {
    const problem = problemOf(shortWeek())
    const at = (person: string) => ({ person, session: 0, site: 'alder', work: 'clinic', remote: false }) as const
    const judged = await judgementOf(problem, { assignments: [at('g1'), at('n1')], clinics: [] }, null)
    expect(judged.levels.map(({ level }) => level)).toEqual([
      'safety',
      'urgent',
      'service',
      'wellbeing',
      'cost',
      'wish',
    ])
    // Contracts are paid whether or not the rota has a use for them, and one session each is less than any contract here.
    const paid = problem.people.reduce((sum, { id, role }) => {
      const due = problem.availability.get(id)?.due[0] ?? 0
      return sum + due * (problem.roleById.get(role)?.costPerSession ?? 0)
    }, 0)
    expect(paid).toBeGreaterThan(267 + 135)
    expect(judged.levels.at(-2)).toEqual({ level: 'cost', value: paid, unit: 'pounds', floor: expect.any(Number) })
    const twice = { ...at('g1'), site: 'birch' }
    const broken = await judgementOf(problem, { assignments: [at('g1'), twice], clinics: [] }, null)
    expect(broken.levels[0]).toMatchObject({ level: 'never' })
    expect(broken.levels[0]?.value).toBeGreaterThan(0)
  })
})

describe('a judging thread', () => {
  it('says the same as judging here', async () => {
    const problem = problemOf(shortWeek())
    const rota: Rota = {
      assignments: [{ person: 'g1', session: 0, site: 'alder', work: 'clinic', remote: false }],
      clinics: [],
    }
    expect(await judgeInThread(problem, rota, null)).toEqual(await judgementOf(problem, rota, null))
  })

  it('refuses an engine that is not to be had', async () => {
    const problem = problemOf(shortWeek())
    const asked = { ...problem, solve: { ...problem.solve, engine: 'none' } }
    const rota: Rota = {
      assignments: [{ person: 'g1', session: 0, site: 'alder', work: 'clinic', remote: false }],
      clinics: [],
    }
    await expect(judgeInThread(asked, rota, null)).rejects.toThrow('no such engine')
  })
})

it('a judgement leaves to the week after what the report of the same rota leaves', async () => {
  const problem = problemOf({ ...smallDocument(), solve: { seconds: 60, gap: 0.2, seed: 1 } })
  const report = JSON.parse(JSON.stringify(await solved(problem)))
  const judgement = await judgementOf(problem, readRota(report, problem), report)
  expect(report.waiting.length).toBeGreaterThan(0)
  expect(judgement.waiting).toEqual(report.waiting)
  const owed = ({ people = [] }: { people?: readonly PersonReport[] }) =>
    people.map(({ id, protectedOwed }) => [id, protectedOwed])
  expect(owed(judgement)).toEqual(owed(report))
})

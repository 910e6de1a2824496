/** The fourth judge: rotas that a person has marked, rule by rule. Only this catches a sentence understood wrongly twice. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import type { Breach } from '../../src/breach.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { type Change, changed, handMade } from '../hand-made.ts'
import { problemOf } from '../solved-week.ts'

const FOLDER = new URL('../../fixtures/judged/', import.meta.url)

interface MarkedRota {
  readonly title: string
  readonly change?: Change
  readonly assignments: readonly string[]
  readonly clinics?: readonly string[]
  readonly breaks: readonly { readonly amount: number; readonly sentence: string }[]
}

interface Marking {
  readonly rule: string
  readonly rotas: readonly MarkedRota[]
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T
}

const week = read<RotaDocument>('week.json')
const markings = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && name !== 'week.json')
    .map((name): [string, Marking] => [name.replace('.json', ''), read<Marking>(name)]),
)

function rotaOf({ assignments, clinics = [] }: MarkedRota, problem: Problem): Rota {
  return handMade(problem, assignments, clinics)
}

function total(breaches: readonly Breach[]): number {
  return breaches.reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
}

/** A breach that lies there, or that is another once its last session is nobody's, or as in a rota that keeps the rule. */
function breaksAtTheEnd(rule: Rule, marked: MarkedRota, keeping: readonly MarkedRota[]): boolean {
  const problem = problemOf(changed(week, marked.change))
  const last = problem.horizon.sessions.length - 1
  const rota = rotaOf(marked, problem)
  const breaches = rule.check(rota, problem)
  const ends = [{ assignments: [], clinics: [] }, ...keeping.map((kept) => rotaOf(kept, problem))]
  const another = ends.some((end) => total(rule.check(endingAs(rota, end, last), problem)) !== total(breaches))
  return breaches.some((b) => b.session === last) || (breaches.length > 0 && another)
}

/** The rota with its last session replaced by the other's. */
function endingAs(rota: Rota, other: Rota, last: number): Rota {
  const before = (of: { readonly session: number }) => of.session !== last
  const then = (of: { readonly session: number }) => of.session === last
  return {
    assignments: [...rota.assignments.filter(before), ...other.assignments.filter(then)],
    clinics: [...rota.clinics.filter(before), ...other.clinics.filter(then)],
  }
}

describe('every rule of THE LIST', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is marked, kept and broken', (id, rule) => {
    const rotas = markings.get(id)?.rotas ?? []
    expect(markings.get(id)?.rule).toBe(id)
    const keeping = rotas.filter((rota) => rota.breaks.length === 0)
    expect(keeping.length, 'rotas that keep it').toBeGreaterThan(0)
    const atTheEnd = rotas.filter((rota) => {
      const sameWeek = keeping.filter((kept) => JSON.stringify(kept.change) === JSON.stringify(rota.change))
      return rota.breaks.length > 0 && breaksAtTheEnd(rule, rota, sameWeek)
    })
    expect(atTheEnd.length, 'rotas that break it on the last session').toBeGreaterThan(0)
  })

  it('has its own file here, and there is none of another', () => {
    expect([...markings.keys()].sort()).toEqual(RULES.map((rule) => rule.id).sort())
  })
})

describe.each([...markings])('%s, as marked by hand', (id, { rotas }) => {
  it.each(rotas.map((rota) => [rota.title, rota] as const))('%s', (_, marked) => {
    const problem = problemOf(changed(week, marked.change))
    const found = RULES.filter((rule) => rule.id === id).flatMap((rule) =>
      rule.check(rotaOf(marked, problem), problem).map((breach) => ({
        amount: breach.amount,
        sentence: rule.say(breach, problem),
      })),
    )
    const marking = marked.breaks.map(({ amount, sentence }) => ({ amount: expect.closeTo(amount, 6), sentence }))
    expect(found).toEqual(marking)
  })
})

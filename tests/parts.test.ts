import { describe, expect, it } from 'vitest'
import { isInForce } from '../solver/numbers.ts'
import { partsOf } from '../solver/parts.ts'
import { relax } from '../solver/relax.ts'
import { RULES } from '../solver/rules/index.ts'
import { draftOf } from '../solver/solve.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { practicesTogether } from './practices-together.ts'
import { problemOf } from './solved-week.ts'

function programmeOf(document: RotaDocument) {
  const problem = problemOf(document)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  return { problem, draft, model: relax(draft, rules, problem) }
}

const { draft, model } = programmeOf(practicesTogether(2))
const { lp } = model
const all = [...Array(lp.columns).keys()]

describe('a network in parts', () => {
  it('is one part where it is not large', () => {
    expect(partsOf(draft, model, lp.columns)).toEqual([{ own: all, shared: [] }])
  })

  it('has each column once, in one part or shared by all', () => {
    const parts = partsOf(draft, model, 0.6 * lp.columns)
    expect(parts).toHaveLength(2)
    const shared = parts[0]?.shared ?? []
    expect(parts[1]?.shared).toEqual(shared)
    expect([...parts.flatMap(({ own }) => own), ...shared].toSorted((a, b) => a - b)).toEqual(all)
    expect(shared.length).toBeLessThan(0.05 * lp.columns)
  })

  it('has the people of one practice in one part', () => {
    const [one, other] = partsOf(draft, model, 0.6 * lp.columns).map(({ own }) => new Set(own))
    for (const { column, person } of draft.placements) {
      const j = model.columnOf[column] ?? -1
      if (j < 0) continue
      const isSecond = person.endsWith('-2')
      expect([one?.has(j), other?.has(j)]).toEqual([!isSecond, isSecond])
    }
  })

  it('shares what is summed up over both, so that neither holds the other fast', () => {
    const parts = partsOf(draft, model, 0.6 * lp.columns)
    const partOfColumn = (j: number) => parts.findIndex(({ own }) => own.includes(j))
    const moves = new Set(draft.placements.map(({ column }) => model.columnOf[column] ?? -1))
    let sums = 0
    for (let r = 0; r < lp.rows; r++) {
      if (lp.rowLower[r] !== lp.rowUpper[r]) continue
      const entries = [...lp.indices.subarray(lp.starts[r], lp.starts[r + 1])]
      const people = new Set(entries.filter((j) => moves.has(j)).map(partOfColumn))
      if (people.size < 2) continue
      sums += 1
      for (const j of entries) if (!moves.has(j)) expect(partOfColumn(j)).toBe(-1)
    }
    expect(sums).toBeGreaterThan(0)
  })

  it('keeps those practices together between which people move', () => {
    const document = practicesTogether(3)
    const [first, , third] = document.sites.map(({ id }) => id)
    if (first === undefined || third === undefined) throw new Error('there are three practices')
    const people = document.people.map((person) =>
      person.home === third ? { ...person, sites: [third, first] } : person,
    )
    const tied = programmeOf({ ...document, people })
    const parts = partsOf(tied.draft, tied.model, 0.9 * tied.model.lp.columns)
    const partOfHome = (site: string) => {
      const homes = tied.draft.placements.filter(({ person }) => tied.problem.personById.get(person)?.home === site)
      const columns = homes.map(({ column }) => tied.model.columnOf[column] ?? -1).filter((j) => j >= 0)
      return parts.findIndex(({ own }) => columns.length > 0 && columns.every((j) => own.includes(j)))
    }
    expect(document.sites.map(({ id }) => partOfHome(id))).toEqual([0, 1, 0])
  })
})

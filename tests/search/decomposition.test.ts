import { describe, expect, it } from 'vitest'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { elasticModel } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import { blocksOf } from '../../solver/search/start/decomposition.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { addDays } from '../../src/time.ts'
import { problemOf } from '../solved-week.ts'
import { practicesTogether } from './practices-together.ts'

function programmeOf(document: RotaDocument) {
  const problem = problemOf(document)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  return { problem, draft, model: elasticModel(draft, rules, problem) }
}

/** The same demand in the week after, too. */
function fortnightOf(document: RotaDocument): RotaDocument {
  const later = (date: string) => addDays(date, 7)
  return {
    ...document,
    week: { ...document.week, weeks: 2 },
    demand: [...document.demand, ...document.demand.map((asked) => ({ ...asked, date: later(asked.date) }))],
  }
}

const { draft, model } = programmeOf(practicesTogether(2))
const { lp } = model
const all = [...Array(lp.columns).keys()]

describe('a network in blocks', () => {
  it('is one block where it is not large', () => {
    expect(blocksOf(draft, model, lp.columns)).toEqual([{ own: all, shared: [], flows: [] }])
  })

  it('has each column once, in one block or shared by all', () => {
    const blocks = blocksOf(draft, model, 0.6 * lp.columns)
    expect(blocks).toHaveLength(2)
    const shared = blocks[0]?.shared ?? []
    expect(blocks[1]?.shared).toEqual(shared)
    expect([...blocks.flatMap(({ own }) => own), ...shared].toSorted((a, b) => a - b)).toEqual(all)
    expect(shared.length).toBeLessThan(0.05 * lp.columns)
  })

  it('has the people of one practice in one part', () => {
    const [one, other] = blocksOf(draft, model, 0.6 * lp.columns).map(({ own }) => new Set<number>(own))
    for (const { column, person } of draft.placements) {
      const j = model.columnOf[column] ?? -1
      if (j < 0) continue
      const isSecond = person.endsWith('-2')
      expect([one?.has(j), other?.has(j)]).toEqual([!isSecond, isSecond])
    }
  })

  it('shares what is summed up over both, so that neither holds the other fast', () => {
    const blocks = blocksOf(draft, model, 0.6 * lp.columns)
    const blockOfColumn = (j: number) => blocks.findIndex(({ own }) => own.some((column) => column === j))
    const moves = new Set(draft.placements.map(({ column }) => model.columnOf[column] ?? -1))
    let sums = 0
    for (let r = 0; r < lp.rows; r++) {
      if (lp.rowLower[r] !== lp.rowUpper[r]) continue
      const entries = [...lp.indices.subarray(lp.starts[r], lp.starts[r + 1])]
      const people = new Set(entries.filter((j) => moves.has(j)).map(blockOfColumn))
      if (people.size < 2) continue
      sums += 1
      for (const j of entries) if (!moves.has(j)) expect(blockOfColumn(j)).toBe(-1)
    }
    expect(sums).toBeGreaterThan(0)
  })

  it('lets who waits, and what is taken from a pool of both, move with either: each has the other’s', () => {
    const blocks = blocksOf(draft, model, 0.6 * lp.columns)
    const isWhole = (j: number) => lp.whole[j] === 1
    for (const [k, { own, flows }] of blocks.entries()) {
      const others = new Set(blocks.filter((_, other) => other !== k).flatMap((block) => block.own))
      expect(flows.length).toBeGreaterThan(0)
      expect(flows.every((j) => others.has(j) && !isWhole(j))).toBe(true)
      expect(flows.some((j) => own.includes(j))).toBe(false)
    }
    const [pool] = draft.flow().pools
    const taken = pool?.taken.map(({ column }) => model.columnOf[column] ?? -1) ?? []
    const movable = (block: (typeof blocks)[number]) => new Set<number>([...block.own, ...block.shared, ...block.flows])
    expect(taken.length).toBeGreaterThan(1)
    for (const block of blocks) expect(taken.every((j) => movable(block).has(j))).toBe(true)
  })

  it('goes by weeks where there are several, and what is counted over all of them is shared', () => {
    const weeks = programmeOf(fortnightOf(practicesTogether(1)))
    const columns = weeks.model.lp.columns
    const blocks = blocksOf(weeks.draft, weeks.model, 0.6 * columns)
    expect(blocks).toHaveLength(2)
    const { sessions } = weeks.problem.horizon
    for (const { column, session } of weeks.draft.placements) {
      const j = weeks.model.columnOf[column] ?? -1
      if (j >= 0)
        expect(blocks.findIndex(({ own }) => own.some((column) => column === j))).toBe(sessions[session]?.week)
    }
    const [shared = []] = blocks.map((block) => block.shared)
    expect(shared.length).toBeGreaterThan(0)
    expect(shared.length).toBeLessThan(0.2 * columns)
    // What stands in rows over both weeks is nobody's alone, or the other week could not keep them: but for people and contacts.
    const { draft: both, model: programme } = weeks
    const { lp: rows } = programme
    const isOnesOwn = new Set(
      [...both.placements, ...both.flow().posts.flatMap(({ met }) => met), ...both.flow().taken].map(
        ({ column }) => programme.columnOf[column] ?? -1,
      ),
    )
    const blockOfColumn = new Int32Array(columns).fill(-1)
    for (const [k, { own }] of blocks.entries()) for (const j of own) blockOfColumn[j] = k
    let over = 0
    for (let r = 0; r < rows.rows; r++) {
      const entries = [...rows.indices.subarray(rows.starts[r], rows.starts[r + 1])]
      const own = entries.filter((j) => blockOfColumn[j] !== -1)
      if (new Set(own.map((j) => blockOfColumn[j])).size < 2) continue
      over += 1
      expect(own.filter((j) => rows.whole[j] === 0 && !isOnesOwn.has(j))).toEqual([])
    }
    expect(over).toBeGreaterThan(20)
  })

  it('keeps those practices together between which people move', () => {
    const document = practicesTogether(3)
    const [first, , third] = document.sites.map(({ id }) => id)
    if (first === undefined || third === undefined) throw new Error('there are three practices')
    const people = document.people.map((person) =>
      person.home === third ? { ...person, sites: [third, first] } : person,
    )
    const tied = programmeOf({ ...document, people })
    const blocks = blocksOf(tied.draft, tied.model, 0.9 * tied.model.lp.columns)
    const partOfHome = (site: string) => {
      const homes = tied.draft.placements.filter(({ person }) => tied.problem.personById.get(person)?.home === site)
      const columns = homes.map(({ column }) => tied.model.columnOf[column] ?? -1).filter((j) => j >= 0)
      return blocks.findIndex(
        ({ own }) => columns.length > 0 && columns.every((j) => own.some((column) => column === j)),
      )
    }
    expect(blocks).toHaveLength(2)
    // The smaller block comes first: the practice that goes alone.
    expect(document.sites.map(({ id }) => partOfHome(id))).toEqual([1, 0, 1])
  })
})

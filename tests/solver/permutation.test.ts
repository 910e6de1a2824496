/** The order in which a document lists things means nothing: no level's value depends on it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draw, draw } from '../../src/intake/network/draw.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { documents } from '../arbitraries.ts'
import { shortWeek } from '../short-week.ts'
import { exactly, problemOf, solveProblem } from '../solved-week.ts'

const CASES = Number(process.env.PERMUTATION_CASES ?? 12)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)
const SIZE = { people: 4, days: 2, weeks: 1, sites: 3, needs: 3 }

/** A level that is won is frozen with a millionth to spare (lexicographic.ts), which lower levels may use. */
const EVEN = 1e-4

const LISTS = [
  'people',
  'sites',
  'needs',
  'roles',
  'parts',
  'demand',
  'backlog',
  'pins',
  'published',
  'history',
  'closed',
] as const

/** The same document with one of its lists, or all, in another order. */
function shuffled(document: RotaDocument, lists: readonly (typeof LISTS)[number][], chance: Draw): RotaDocument {
  const changed = lists.map((name) => [name, inOtherOrder<unknown>(document[name] ?? [], chance)] as const)
  return { ...document, ...Object.fromEntries(changed.filter(([name]) => document[name])) }
}

function inOtherOrder<T>(items: readonly T[], chance: Draw): T[] {
  return items
    .map((item) => ({ item, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** Values by level in words, so that a difference reads well; `impossible` where it is. */
async function valuesOf(document: RotaDocument): Promise<Map<string, number> | string> {
  const outcome = await solveProblem(problemOf(exactly(document)))
  if (outcome.kind !== 'rota') return outcome.kind
  return new Map(outcome.levels.map(({ level, value }) => [level, value]))
}

function expectSame(found: Map<string, number> | string, plain: Map<string, number> | string): void {
  if (typeof found === 'string' || typeof plain === 'string') {
    expect(found).toBe(plain)
    return
  }
  for (const level of new Set([...found.keys(), ...plain.keys()])) {
    const [a, b] = [found.get(level) ?? 0, plain.get(level) ?? 0]
    expect(Math.abs(a - b), `${level}: ${a} and ${b}`).toBeLessThanOrEqual(EVEN * Math.max(1, b))
  }
}

describe('a document in another order', () => {
  const plain = valuesOf(shortWeek())

  it.each(['people', 'sites', 'needs', 'demand'] as const)(
    'has the same values at every level with its %s shuffled',
    async (list) => {
      expectSame(await valuesOf(shuffled(shortWeek(), [list], draw('order', list))), await plain)
    },
  )

  it(
    'has the same values whatever is in it, all of its lists shuffled',
    async () => {
      const property = fc.asyncProperty(documents(SIZE), fc.nat(), async (document, seed) => {
        expectSame(await valuesOf(shuffled(document, LISTS, draw('order', seed))), await valuesOf(document))
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
      if (CASES >= 100)
        console.log(`permutation: ${CASES} documents in two orders each, the same values (seed ${SEED})`)
    },
    60_000 + 2_000 * CASES,
  )
})

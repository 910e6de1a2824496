/**
 * The oracle: the best rota of a tiny week, found by writing down every one and pricing each by the rules' checks alone,
 * is as good as the one that `solve` proves best, level by level. What it cannot see (returns, minutes of supervision,
 * contacts that split) is left to the pair property of every-rule.test.ts; tiny-documents.ts says why.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import { LEVELS, type Level } from '../../src/breach.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { type Fault, strictByOne } from '../check/planted-faults.ts'
import { bestByEnumeration, compareLevels } from '../oracle/enumeration.ts'
import { tinyDocuments } from '../oracle/tiny-documents.ts'
import { problemOf, type Solved, solveProblem } from '../solved-week.ts'

/** Weeks that are compared. The long run (`npm run test:properties`) sets 500 and more. */
const CASES = Number(process.env.ORACLE_CASES ?? 40)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)

/** Ways to place people, and plans of contacts, up to which a week is written down: the rest is skipped. */
const MOST = Number(process.env.ORACLE_MOST ?? 3000)

/** A level that is won is frozen with a millionth to spare (lexicographic.ts), which lower levels may use, each at its own weight. */
const EVEN = 1e-4

function valuesOf(outcome: Solved): Map<Level, number> {
  return new Map(outcome.levels.map(({ level, value }) => [level, value]))
}

/** What the oracle says of the week beside what `solve` says of it; empty where both say the same, none where it is too large. */
async function difference(document: RotaDocument, rules: readonly Rule[] = RULES): Promise<string | undefined> {
  const problem = problemOf(document)
  const best = bestByEnumeration(problem, MOST)
  if (best.kind === 'too-many') return undefined
  const outcome = await solveProblem(problem, { rules })
  if (best.kind === 'none')
    return outcome.kind === 'impossible' ? '' : `no rota is possible, and the solve ends in ${outcome.kind}`
  if (outcome.kind !== 'rota') return `a rota is possible, and the solve ends in ${outcome.kind}`
  const values = valuesOf(outcome)
  const low = outcome.levels.filter(
    ({ level, bound }) => bound > (best.levels.get(level) ?? 0) + EVEN * Math.max(1, bound),
  )
  if (compareLevels(values, best.levels, EVEN) === 0 && low.length === 0) return ''
  return LEVELS.map((level) => `${level}: oracle ${best.levels.get(level) ?? 0}, solve ${values.get(level) ?? 0}`).join(
    '; ',
  )
}

describe('the oracle', () => {
  it(
    'finds no rota that is better than the one solved for, and none that is worse than its proof',
    async () => {
      let compared = 0
      const property = fc.asyncProperty(tinyDocuments(), async (document) => {
        const found = await difference(document)
        fc.pre(found !== undefined)
        compared += 1
        expect(found).toBe('')
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED, maxSkipsPerRun: 10 })
      if (CASES >= 200) console.log(`oracle: ${compared} weeks compared, all the same (seed ${SEED})`)
    },
    60_000 + 5_000 * CASES,
  )

  it.each(['one-place', 'contracted-sessions', 'clinic-time'])('would see %s asking for too much', async (id) => {
    const fault: Fault = strictByOne
    const rules = RULES.map((rule) => (rule.id === id ? fault(rule) : rule))
    let seen = ''
    for (const document of fc.sample(tinyDocuments(), { numRuns: 60, seed: SEED }))
      seen ||= (await difference(document, rules)) ?? ''
    expect(seen).not.toBe('')
  })
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../solver/engines/engine.ts'
import { explainClash, findClashes } from '../../solver/explain/clash/clash.ts'
import { smallestPart } from '../../solver/explain/clash/quick-explain.ts'
import { repairsOf } from '../../solver/explain/clash/repairs.ts'
import { openWeek, verdictOnAsks } from '../../solver/explain/clash/week.ts'
import { WORDED_LAWS } from '../../solver/explain/clash/wording.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { elasticModel } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { documents } from '../arbitraries.ts'
import { smallDocument } from '../small-document.ts'
import { HIGHS, problemOf, solveProblem } from '../solved-week.ts'
import { CLASHING_DEMANDS } from './weeks/clashing-demands.ts'
import { CLASHING_PINS } from './weeks/clashing-pins.ts'

const SEED = 20261123

/** What the whole programme says, with nothing left out of it. */
async function isPossible(problem: Problem): Promise<boolean> {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const answer = await HIGHS.solve(elasticModel(draftOf(problem, rules), rules, problem).lp, {
    seconds: 20,
    relativeGap: 1,
    absoluteGap: 1e9,
    seed: 1,
  })
  return 'point' in answer
}

describe.each([...CLASHING_PINS, ...CLASHING_DEMANDS])('$name', ({ document, sentences, rules, undone }) => {
  it('is named whole, and nothing beside it, by the solver', async () => {
    const outcome = await solveProblem(problemOf(document))
    expect(outcome.kind).toBe('impossible')
    const clash = outcome.kind === 'impossible' ? outcome.clash : undefined
    expect(clash?.sentences).toEqual(sentences)
    expect(clash?.rules).toEqual(rules)
    expect(clash?.others).toBeUndefined()
    expect(clash?.repairs.length).toBeGreaterThan(0)
    expect(clash?.repairs.filter((repair) => !repair.verified)).toEqual([])
  })

  it('is possible without any one part of the clash', async () => {
    for (const document of undone) expect(await isPossible(problemOf(document))).toBe(true)
  })

  it('is possible, in its whole programme, with each repair that is named', async () => {
    const week = openWeek(problemOf(document), RULES, HIGHS)
    const repairs = await repairsOf(week, await findClashes(week))
    for (const { mended, sentence } of repairs) expect(await isPossible(mended), sentence).toBe(true)
  })
})

describe('repairs', () => {
  it('move the pin to the nearest session in which the person is free, hand it over, or drop it', async () => {
    const closed = [{ date: '2026-12-03', why: 'learning afternoon', sites: ['birch'], parts: ['pm'] }]
    const pins = [{ person: 'g2', date: '2026-12-03', part: 'pm', site: 'birch', work: 'clinic' }]
    const { repairs } = await explainClash(problemOf(smallDocument({ closed, pins })), RULES, HIGHS)
    expect(repairs.map((repair) => repair.sentence)).toEqual([
      'Move GP 2, pinned to a clinic at Birch Lane on Thursday afternoon, to Wednesday afternoon.',
      'Drop the pin of GP 2 to a clinic at Birch Lane on Thursday afternoon.',
    ])
  })

  it('of two clashes side by side are named together', async () => {
    const pins = [
      { person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' },
      { person: 'f1', date: '2026-12-04', part: 'pm', site: 'birch', work: 'clinic' },
    ]
    const clash = await explainClash(problemOf(smallDocument({ pins })), RULES, HIGHS)
    expect(clash.sentences).toEqual([
      'Nurse 1 is pinned to a clinic at Alder Road on Wednesday morning.',
      'Nurse 1 is away on Wednesday morning.',
    ])
    expect(clash.others?.map((other) => other.sentences)).toEqual([
      [
        'Physio 1 is pinned to a clinic at Birch Lane on Friday afternoon.',
        'Physio 1 does not usually work on Friday afternoon.',
      ],
    ])
    expect(clash.repairs[0]).toEqual({
      sentence:
        'Move Nurse 1, pinned to a clinic at Alder Road on Wednesday morning, to Tuesday morning; and move Physio 1, pinned to a clinic at Birch Lane on Friday afternoon, to Thursday afternoon.',
      verified: true,
    })
  })
})

describe('the search', () => {
  it('gives the same verdict as the whole programme, however little of it is looked at', async () => {
    const size = { people: 4, days: 2, weeks: 1, sites: 2, needs: 3 }
    const raised = fc.subarray(
      RULES.filter((rule) => rule.level !== 'never' && rule.unit !== 'pounds').map((rule) => rule.id),
      { maxLength: 2 },
    )
    const verdicts = { possible: 0, impossible: 0 }
    await fc.assert(
      fc.asyncProperty(documents(size), raised, async (document, ids) => {
        const rules: RotaDocument['rules'] = { ...document.rules }
        for (const id of ids) rules[id] = { ...(rules[id] === false ? {} : rules[id]), level: 'never' }
        const problem = problemOf({ ...document, rules })
        const week = openWeek(problem, RULES, HIGHS)
        const possible = await isPossible(problem)
        verdicts[possible ? 'possible' : 'impossible']++
        expect(await verdictOnAsks(week, week.asks)).toBe(possible ? 'possible' : 'impossible')
        if (possible) return
        const clash = await explainClash(problem, RULES, HIGHS)
        expect(clash.sentences.length).toBeGreaterThan(0)
      }),
      { seed: SEED, numRuns: 150 },
    )
    expect(Math.min(verdicts.possible, verdicts.impossible)).toBeGreaterThan(20)
  })

  it('takes few questions on a network of five practices', async () => {
    const network = JSON.parse(
      readFileSync(new URL('../../fixtures/search/five-practices.json', import.meta.url), 'utf8'),
    ) as RotaDocument
    const asked: number[] = []
    const counting: Engine = {
      ...HIGHS,
      solve: (lp, limits) => {
        asked.push(lp.columns)
        return HIGHS.solve(lp, limits)
      },
    }
    const clash = await explainClash(
      problemOf({ ...network, rules: { 'duty-doctor': { level: 'never' } } }),
      RULES,
      counting,
    )
    expect(clash.rules).toEqual(['duty-doctor', 'availability'])
    expect(asked.length).toBeLessThan(60)
  })

  it('finds a smallest part of whatever grows: no element of it can be left out', async () => {
    const parts = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 4 }), async (culprits) => {
        const all = Array.from({ length: 31 }, (_, n) => n)
        const impossible = async (kept: readonly number[]) => culprits.some((set) => set.every((n) => kept.includes(n)))
        const found = await smallestPart(all, impossible)
        expect(await impossible(found)).toBe(true)
        for (const n of found) expect(await impossible(found.filter((other) => other !== n))).toBe(false)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

it('words for laws are those of rules that there are', () => {
  expect(WORDED_LAWS.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([])
})

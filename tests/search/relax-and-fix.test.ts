/** A first rota for weeks whose rules bind each person's pattern: the quick one breaks them. */
import { describe, expect, it } from 'vitest'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { draftOf } from '../../solver/model/build.ts'
import { elasticModel } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { placePersonByPerson } from '../../solver/search/start/relax-and-fix.ts'
import { shuffled } from '../../solver/search/start/shuffled.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { WEEKDAYS } from '../../src/time.ts'
import { HIGHS, problemOf } from '../solved-week.ts'

/** A practice of one clinician a day, everybody owing two days off in a row and no single days: hard, for once. */
function bound(): RotaDocument {
  const person = (id: string) => ({ id, name: id, role: 'gp', home: 'alder', contract: { sessions: 7 } })
  return {
    format: 'rota/1',
    network: { ods: 'U99999', name: 'Alder' },
    week: { from: '2026-11-30', weeks: 2 },
    parts: [{ id: 'day', starts: '08:00', ends: '12:00', days: [...WEEKDAYS], enhancedAccess: true }],
    sites: [{ id: 'alder', name: 'Alder Road', patients: 4000, rooms: 3 }],
    plan: 'mean',
    needs: [{ id: 'urgent', title: 'Urgent', within: 'same-day', weight: 1 }],
    roles: [{ id: 'gp', title: 'GP', meets: { urgent: { minutes: 12 } } }],
    people: ['g1', 'g2', 'g3'].map(person),
    demand: [],
    rules: {
      'days-off': { level: 'never', atLeast: 2 },
      'days-in-a-row': { level: 'never', atLeast: 2, atMost: 3 },
      'minimum-cover': { cover: [{ people: 2, parts: ['day'] }] },
    },
  }
}

function built(document: RotaDocument) {
  const problem = problemOf(document)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  return { problem, draft, model: elasticModel(draft, rules, problem) }
}

const SETTINGS = { engine: HIGHS, seed: 1, seconds: 60 }

describe('people placed one after another', () => {
  it('keep the rules that never bend, where the quick first rota breaks them', async () => {
    const { draft, model } = built(bound())
    expect(await completeStart(model, draft, placePeople(draft), SETTINGS)).toBeUndefined()
    // Time enough to place everybody, and for a few pieces more.
    let left = 60
    const remaining = () => {
      left -= 1
      return left
    }
    const point = await placePersonByPerson(model, draft, { engine: HIGHS, seed: 1, remaining })
    expect(point).toBeDefined()
    expect(holds(residuals(model.lp, point ?? new Float64Array(model.lp.columns)))).toBe(true)
  })

  it('are nobody where the rules cannot be kept at all', async () => {
    const document = bound()
    const pin = (date: string, work: string) => ({
      ...{ person: 'g1', date, part: 'day', work },
      ...(work === 'off' ? {} : { site: 'alder' }),
    })
    // At work, off for a day, and at work again.
    const pins = [pin('2026-12-01', 'clinic'), pin('2026-12-02', 'off'), pin('2026-12-03', 'clinic')]
    const { draft, model } = built({ ...document, pins })
    expect(await placePersonByPerson(model, draft, { engine: HIGHS, seed: 1, remaining: () => 60 })).toBeUndefined()
  })

  it('end at once when they are stopped, with what there is', async () => {
    const { draft, model } = built(bound())
    let asked = 0
    const engine = {
      ...HIGHS,
      solve: (...given: Parameters<typeof HIGHS.solve>) => {
        asked += 1
        return HIGHS.solve(...given)
      },
    }
    const stop = new Int32Array([1])
    await placePersonByPerson(model, draft, { engine, seed: 1, remaining: () => 60, stop })
    expect(asked).toBeLessThan(20)
  })
})

describe('a lot', () => {
  it('is the same for the same seed, holds everything once, and differs by seed', () => {
    const items = Array.from({ length: 20 }, (_, k) => k)
    expect(shuffled(items, 3)).toEqual(shuffled(items, 3))
    expect([...shuffled(items, 3)].sort((a, b) => a - b)).toEqual(items)
    expect(shuffled(items, 4)).not.toEqual(shuffled(items, 3))
  })
})

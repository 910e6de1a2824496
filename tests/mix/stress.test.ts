/** Rotas against sampled weeks: draws that repeat, chances that follow the staff, and absences that break the week. */
import { describe, expect, it } from 'vitest'
import { stressResponse } from '../../api/contract/stress-tests.ts'
import { normalAt, poissonAt, uniform } from '../../solver/mix/draws.ts'
import { sampledWeek } from '../../solver/mix/sampled-week.ts'
import { shareOf, stressTest } from '../../solver/stress-test.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import { stressInWords } from '../../src/output/text/stress.ts'
import type { Assignment } from '../../src/rota.ts'
import { shortWeek } from '../short-week.ts'
import { problemOf } from '../solved-week.ts'

/** A GP on duty and one in clinic at each practice, all day. */
function assignments(): Assignment[] {
  const at = (person: string, site: string, work: 'duty' | 'clinic') =>
    [0, 1, 2, 3].map((session): Assignment => ({ person, site, session, work, remote: false }))
  return [...at('g1', 'alder', 'duty'), ...at('g2', 'birch', 'duty'), ...at('n1', 'alder', 'clinic')]
}

function stressed(factor: number, seed = 1) {
  const problem = problemOf(applyChanges(shortWeek(), [{ demand: { factor } }]))
  return stressTest({ problem, rota: { assignments: assignments(), clinics: [] }, samples: 12, seed })
}

describe('draws', () => {
  it('have the moments of their distributions', () => {
    const places = Array.from({ length: 4000 }, (_, n) => uniform(1, n))
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
    expect(mean(places)).toBeCloseTo(0.5, 1)
    expect(mean(places.map((place) => poissonAt(7, place)))).toBeCloseTo(7, 0)
    expect(mean(places.map((place) => normalAt(place) ** 2))).toBeCloseTo(1, 1)
    expect(normalAt(0.975)).toBeCloseTo(1.96, 2)
  })

  it('are the same for every rota: who is ill and who calls do not depend on it', () => {
    const problem = problemOf(shortWeek())
    const whole = sampledWeek(problem, assignments(), { seed: 3, sample: 5 })
    const part = sampledWeek(problem, assignments().slice(0, 4), { seed: 3, sample: 5 })
    expect(part.arrivals).toEqual(whole.arrivals)
    expect(part.ill).toEqual(whole.ill)
    expect(sampledWeek(problem, assignments(), { seed: 4, sample: 5 }).arrivals).not.toEqual(whole.arrivals)
  })
})

describe('a stress test', () => {
  it('says the same twice, and less of urgent need is met where more call', async () => {
    const [calm, again, busy] = [await stressed(0.5), await stressed(0.5), await stressed(4)]
    expect(again).toEqual(calm)
    expect(calm.days.map(({ date }) => date)).toEqual(['2026-11-30', '2026-12-01'])
    for (const [n, day] of busy.days.entries()) {
      expect(day.missed.value).toBeGreaterThan(calm.days[n]?.missed.value ?? 0)
      expect(day.met.low).toBeLessThanOrEqual(day.met.value)
    }
    expect(stressInWords(stressResponse.parse(calm), { width: 100, colour: false })).toContain('seed 1')
  })

  it('names whose absence breaks the week', async () => {
    const { absences } = await stressed(0.5)
    const byPerson = new Map(absences.map(({ person, breaks }) => [person, breaks]))
    expect(byPerson.get('g1')).toBe(true)
    expect(absences[0]?.sentence).toMatch(/^Without GP \d, .* sessions of duty/)
  })
})

it('a share has an interval even where all or none are met', () => {
  expect(shareOf(0, 20).high).toBeGreaterThan(0.1)
  expect(shareOf(20, 20).low).toBeLessThan(0.9)
})

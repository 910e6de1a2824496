/** Two stressed rotas side by side. */
import { describe, expect, it } from 'vitest'
import { bookedIn, stressesInWords } from '../../../src/output/text/stress-against.ts'
import type { StressAnswer } from '../../../src/stress-answer.ts'
import { smallDocument } from '../../small-document.ts'
import { problemOf } from '../../solved-week.ts'

function answer(met: number, missed: number): StressAnswer {
  const estimate = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 })
  const days = [{ date: '2026-11-30', met: estimate(met), missed: estimate(missed), ill: 1 }]
  return { seed: 7, samples: 50, days, everyDay: estimate(met), notAttended: 3, absences: [], assumptions: [] }
}

describe('two rotas under the same weeks', () => {
  const [safe, full] = [
    { name: 'p80', answer: answer(0.9, 2), booked: 400 },
    { name: 'mean', answer: answer(0.6, 14), booked: 430 },
  ]

  it('are told side by side, with what the first buys and costs', () => {
    const words = stressesInWords(safe, full, { width: 120, colour: false })
    expect(words).toContain(
      'With p80 rather than mean, 12 fewer urgent contacts are missed in a week; 30 fewer others are booked.',
    )
    expect(words).toMatch(/Mon 30 Nov +90% \(80% to 100%\) +60% \(50% to 70%\)/)
    expect(words).toContain('The same 50 weeks for both (seed 7)')
  })

  it('say nothing of what is booked where a rota has no clinics', () => {
    const words = stressesInWords(safe, { ...full, booked: null }, { width: 100, colour: false })
    expect(words).not.toContain('booked')
  })

  it('count the booked contacts of needs that can wait', () => {
    const problem = problemOf(smallDocument())
    const clinic = { session: 0, site: 'alder', cadre: 'gp', work: 'clinic', patientsOf: 'alder' } as const
    const clinics = [
      { ...clinic, need: 'routine', contacts: 5 },
      { ...clinic, need: 'urgent', contacts: 9 },
    ]
    expect(bookedIn({ clinics }, problem)).toBe(5)
    expect(bookedIn({ clinics: [] }, problem)).toBeNull()
  })
})

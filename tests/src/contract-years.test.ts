import { describe, expect, it } from 'vitest'
import { REIMBURSED_ROLES } from '../../src/contract-year.ts'
import { CONTRACT_YEARS, contractYearOf } from '../../src/contract-years.ts'
import { addDays } from '../../src/time.ts'

describe('contract years', () => {
  it('follow each other without a gap', () => {
    const starts = CONTRACT_YEARS.slice(1).map(({ from }) => from)
    expect(CONTRACT_YEARS.slice(0, -1).map(({ to }) => addDays(to, 1))).toEqual(starts)
  })

  it.each([
    ['2025-03-31', '2024/25', 22.894],
    ['2025-04-01', '2025/26', 26.631],
    ['2026-11-30', '2026/27', 27.3],
    ['2027-03-31', '2026/27', 27.3],
  ])('%s lies in %s', (date, id, perPatient) => {
    const { year, note } = contractYearOf(date)
    expect([year.id, year.arrsPerWeightedPatient.value, note]).toEqual([id, perPatient, null])
  })

  it.each([
    ['2023-12-04', '2023/24', '2024/25'],
    ['2027-04-01', '2027/28', '2026/27'],
    ['2100-01-04', '2099/00', '2026/27'],
  ])('%s takes the nearest known year, and says so', (date, asked, nearest) => {
    const { year, note } = contractYearOf(date)
    expect(year.id).toBe(nearest)
    expect(note).toContain(asked)
    expect(note).toContain(nearest)
  })

  it('say where each figure stands, and mark what was worked out', () => {
    for (const year of CONTRACT_YEARS) {
      const figures = [
        year.arrsPerWeightedPatient,
        year.enhancedAccessMinutes,
        year.enhancedAccessPayment,
        year.enhancedAccessMadeUpWithinWeeks,
        ...(year.practiceGpScheme === null ? [] : [year.practiceGpScheme]),
        ...(year.practiceGpPerWeightedPatient === null ? [] : [year.practiceGpPerWeightedPatient]),
        ...(year.urgentTarget === null ? [] : [year.urgentTarget]),
        ...year.reimbursementCaps.values(),
      ]
      for (const { value, source } of figures) {
        expect(value).toBeGreaterThan(0)
        expect(source.length).toBeGreaterThan(10)
      }
    }
  })
})

describe('reimbursement caps', () => {
  const capsOf = (date: string) => contractYearOf(date).year.reimbursementCaps

  it('are as published where an amount was', () => {
    expect(capsOf('2025-06-02').get('pharmacist')).toMatchObject({ value: 66_972 })
    expect(capsOf('2025-06-02').get('pharmacist')?.estimate).toBeUndefined()
    expect(capsOf('2025-06-02').get('healthcare-support-worker')?.value).toBe(32_159)
  })

  it('of a role without a published amount are those of its pay band, as an estimate', () => {
    expect(capsOf('2025-06-02').get('paramedic')).toMatchObject({ value: 64_907, estimate: true })
    expect(capsOf('2025-06-02').get('care-coordinator')).toMatchObject({ value: 36_040, estimate: true })
  })

  it('leave out roles that the scheme did not pay for yet', () => {
    expect(capsOf('2024-12-02').has('consultant-nurse')).toBe(false)
    expect([...capsOf('2025-06-02').keys()].sort()).toEqual([...REIMBURSED_ROLES].sort())
  })

  it('of 2026/27 are estimates: a GP’s by the top of the pay range, the others raised by 2.5%', () => {
    const caps = capsOf('2026-11-30')
    expect([...caps.values()].every(({ estimate }) => estimate)).toBe(true)
    expect(caps.get('pharmacist')?.value).toBe(Math.round(66_972 * 1.025))
    expect(caps.get('gp')?.value).toBe(151_097)
  })
})

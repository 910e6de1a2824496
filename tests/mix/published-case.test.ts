/** The published case of Mid and South Essex: GPs alone and a mixed team, next to the published figures. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareMixes } from '../../solver/compare-scenarios.ts'
import type { Comparison } from '../../src/comparison.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import { problemOf } from '../solved-week.ts'

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(`fixtures/mixes/${name}.json`, 'utf8')) as T
}

/** Appointments a week that one full-time GP of the case holds: 4,179 over 43.5. */
const EACH = 4179 / 43.5

let comparison: Comparison
beforeAll(async () => {
  const document = fixture<RotaDocument>('mid-and-south-essex')
  const scenarios = fixture<{ name: string; changes: object[] }[]>('mid-and-south-essex-scenarios')
  const weeks = [{ name: 'as it is', changes: [] }, ...scenarios].map(({ name, changes }) => ({
    name,
    problem: problemOf(applyChanges(document, changes)),
  }))
  comparison = await compareMixes(weeks)
})

/** Full-time GPs by which a scenario is short of the appointments asked for. */
function gap(name: string): number {
  const own = comparison.scenarios.find((one) => one.name === name)
  const met = own?.figures.find(({ id }) => id === 'in-time')?.value ?? Number.NaN
  return (4179 - met) / EACH
}

describe('the published case', () => {
  it('is 15.5 GPs short of 43.5 with the 28 in post', () => {
    expect(gap('as it is')).toBeCloseTo(43.5 - 28, 1)
    expect(gap('GPs only, 43.5 posts')).toBeCloseTo(0, 1)
  })

  it('leaves a gap of 0.4 with a mixed team that replaces GPs one for one', () => {
    expect(gap('15.1 others, one for one')).toBeCloseTo(0.4, 1)
  })

  it('leaves eight times that gap once others take longer, send some back and are supervised', () => {
    expect(gap('15.1 others, with evidence')).toBeGreaterThan(3)
    expect(gap('15.1 others, with evidence')).toBeLessThan(3.4)
    expect(gap('18.5 others, with evidence')).toBeCloseTo(0.4, 1)
  })
})

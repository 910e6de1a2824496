import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../../solver/rules/index.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import { gp, oneSite } from '../../one-site.ts'

describe('a week of a contract year that is not known', () => {
  const week = { from: '2031-06-02' }
  const evening = { id: 'evening', starts: '18:30', ends: '20:00', days: ['mon'], enhancedAccess: true }
  const at = (change: object) => {
    const document = { ...oneSite([gp('p1', 'Ann')]), week, ...change }
    return readDocument(document, ruleBook()).remarks.filter((remark) => remark.pointer === '/week/from')
  }
  const parts = [...oneSite([gp('p1', 'Ann')]).parts, evening]

  it('is remarked on where it has enhanced access, with the year taken for it', () => {
    expect(at({ parts })).toEqual([
      {
        pointer: '/week/from',
        detail:
          'The GP contract of 2031/32 is not known here; its figures are taken from 2026/27, the nearest known year.',
      },
    ])
  })

  it('is not where nothing is taken from it', () => {
    expect(at({})).toEqual([])
    expect(at({ parts, rules: { 'enhanced-access': false } })).toEqual([])
    expect(at({ parts, rules: { 'enhanced-access': { minutesPerThousand: 60 } } })).toEqual([])
  })
})

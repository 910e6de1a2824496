import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/intake/suggest.ts'

describe('the nearest known word', () => {
  it.each([
    ['sesions', ['sessions', 'protected', 'flex'], 'sessions'],
    ['urgnet', ['urgent', 'routine'], 'urgent'],
    ['Urgent', ['urgent', 'routine'], 'urgent'],
    ['mks', ['am', 'msk'], 'msk'],
    ['few-site', ['few-sites', 'fair-shares'], 'few-sites'],
    ['adjustedpatient', ['patients', 'adjustedPatients'], 'adjustedPatients'],
  ])('to %s among %j is %s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected)
  })

  it.each([
    ['colour', ['sites', 'needs']],
    ['p999', ['p017', 'p018']],
    ['', ['a-long-word']],
    ['x', []],
  ])('to %s among %j is none', (word, known) => {
    expect(nearest(word, known)).toBeUndefined()
  })

  it('is the first of several that are as near', () => {
    expect(nearest('p1', ['p3', 'p2'])).toBe('p3')
  })
})

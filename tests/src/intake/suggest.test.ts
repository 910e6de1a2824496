import { describe, expect, it } from 'vitest'
import { nearest } from '../../../src/intake/suggest.ts'

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

  it('is searched for among a limited number of words', () => {
    let told = 0
    function* endless() {
      for (;;) yield `word-${told++}`
    }
    expect(nearest('nothing-like-it', endless())).toBeUndefined()
    expect(told).toBeLessThanOrEqual(2001)
  })

  it('among long words takes time linear in their length, not quadratic', () => {
    const known = Array.from({ length: 2000 }, (_, n) => 'abcdefghij'.repeat(6) + String(n).padStart(4, '0'))
    const wanted = Array.from({ length: 100 }, (_, n) => `${'bacdefghij'.repeat(6)}x${String(n).padStart(3, '0')}`)
    const spent = (work: () => void) => {
      const before = process.cpuUsage()
      work()
      return process.cpuUsage(before).user
    }
    /** One step for each letter of each pair of words. */
    const reading = () => {
      let same = 0
      for (const word of wanted)
        for (const other of known) for (let at = 0; at < word.length; at++) if (word[at] === other[at]) same += 1
      expect(same).toBeGreaterThan(0)
    }
    const suggesting = () => {
      for (const word of wanted) nearest(word, known)
    }
    reading()
    const ratio = spent(suggesting) / spent(reading)
    expect(ratio).toBeLessThan(60)
  })

  it('is the first of several that are as near', () => {
    expect(nearest('p1', ['p3', 'p2'])).toBe('p3')
  })
})

import { describe, expect, it } from 'vitest'
import { wrap } from '../../src/output/terminal/wrap.ts'

describe('a long sentence', () => {
  it('is broken at spaces, with what follows the first line indented', () => {
    expect(wrap('All of it is booked.', 10, 2)).toEqual(['All of it', '  is', '  booked.'])
  })

  it('keeps a figure and its per cent together', () => {
    expect(wrap('booked, 27 % of it', 10)).toEqual(['booked,', '27 % of it'])
  })
})

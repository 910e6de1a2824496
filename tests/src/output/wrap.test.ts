import { describe, expect, it } from 'vitest'
import { wrap, wrapList } from '../../../src/output/text/wrap.ts'

describe('a long sentence', () => {
  it('is broken at spaces, with what follows the first line indented', () => {
    expect(wrap('All of it is booked.', 10, 2)).toEqual(['All of it', '  is', '  booked.'])
  })
})

describe('a list', () => {
  it('is broken between its items, and inside an item only where that is longer than a line', () => {
    expect(wrapList(['3 long ones', 'one', '2 short'], 12)).toEqual(['3 long ones;', 'one; 2 short'])
    expect(wrapList(['one', 'a very long item'], 10)).toEqual(['one;', 'a very', 'long item'])
  })
})

import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/intake/assemble.ts'
import type { PersonDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { smallDocument } from '../small-document.ts'

const read = (overrides: Partial<RotaDocument> = {}) => readDocument(smallDocument(overrides), [])

describe('a document as a problem', () => {
  it('has a session for each part of each working day, in order of time', () => {
    const { horizon } = read()
    expect(horizon.sessions.map((one) => `${one.weekday}-${one.part}`).slice(0, 3)).toEqual([
      'mon-am',
      'mon-pm',
      'tue-am',
    ])
    expect(horizon.sessions).toHaveLength(10)
  })
})

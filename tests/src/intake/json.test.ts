import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/errors.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import { hashDocument } from '../../../src/intake/document-hash.ts'
import { faultIn } from '../../../src/intake/json/json-fault.ts'
import { parseJson } from '../../../src/intake/json/parse-json.ts'
import { smallDocument } from '../../small-document.ts'

function complaintOf(text: string): string {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints.map((one) => one.detail).join(' ')
    throw error
  }
  return ''
}

describe('text that is no JSON', () => {
  it.each([
    ['{"a": 1,}', 'line 1, column 9'],
    ['{a: 1}', 'line 1, column 2'],
    ['{\n  "a": NaN\n}', 'line 2, column 8'],
    ['{\n  "a": Infinity\n}', 'line 2, column 8'],
    ['[1, 2', 'line 1, column 6'],
    ['{"a": 1} {', 'line 1, column 10'],
    ['["a\nb"]', 'line 1, column 4'],
    ['["\\x"]', 'line 1, column 3'],
    ['["abc', 'line 1, column 6'],
    ["['a']", 'line 1, column 2'],
    ['[01]', 'line 1, column 3'],
    ['[1 2]', 'line 1, column 4'],
    ['{"a" 1}', 'line 1, column 6'],
    ['{"a": [}', 'line 1, column 8'],
    ['[1}', 'line 1, column 3'],
    ['nul', 'line 1, column 1'],
    ['{"a": 1 // why\n}', 'line 1, column 9'],
  ])('%j is refused with the place of the error', (text, place) => {
    expect(complaintOf(text)).toContain(place)
  })

  it('is reported as empty if it is', () => {
    expect(complaintOf(' \n')).toContain('empty')
  })

  it('goes wrong nowhere where it is JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => faultIn(text) === text.length))
  })

  it('goes wrong where the platform says so, where it says so', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '1', 'x', '\\'))
      .map(([text, at, sign]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + sign + text.slice(place + 1)
      })
    fc.assert(
      fc.property(broken, (text) => {
        const position = positionOf(text)
        // A word or number cut short is reported at its start here, and where it breaks there.
        if (position !== null && !/[a-z0-9.+-]$/i.test(text.slice(0, position))) expect(faultIn(text)).toBe(position)
      }),
      { numRuns: 2000 },
    )
  })

  it('is found quickly, however deep or long', () => {
    expect(faultIn('['.repeat(4_000_000))).toBe(4_000_000)
    expect(complaintOf(`["${'x'.repeat(4_000_000)}`)).toContain('it ends at')
  })
})

/** What V8 says, where it gives a position that is not the end of the text. */
function positionOf(text: string): number | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const found = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : undefined
    return found === undefined || Number(found) >= text.length || /string|escape|control/i.test(String(error))
      ? null
      : Number(found)
  }
}

describe('JSON', () => {
  it('may begin with a byte order mark', () => {
    expect(parseJson('\uFEFF[1]')).toEqual([1])
  })

  it('with a number beyond all numbers is refused where that number stands', () => {
    const text = JSON.stringify(smallDocument()).replace(/"contacts":[\d.]+/, '"contacts":1e999')
    expect(() => readDocument(parseJson(text), [])).toThrow('/demand/0/contacts: "contacts" must be a finite number.')
  })
})

describe('the hash of a document', () => {
  it('is the same for any order of fields, and another for any other value or order of rows', () => {
    expect(hashDocument({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashDocument({ b: { d: null, c: [1, 2] }, a: 1 }))
    expect(hashDocument({ a: [1, 2] })).not.toBe(hashDocument({ a: [2, 1] }))
    expect(hashDocument({ a: 1 })).not.toBe(hashDocument({ a: '1' }))
  })

  it('is that of the JSON without spaces', () => {
    // printf '{"a":1,"b":[true]}' | sha256sum
    expect(hashDocument({ b: [true], a: 1 })).toBe(
      'sha256:90eddf64b875cb5fa184bb12503cc7309b6ce21b175521a80bd8d83082bae604',
    )
  })
})

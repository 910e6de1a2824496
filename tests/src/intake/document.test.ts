import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput, type Complaint } from '../../../src/errors.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import { checkDocument } from '../../../src/intake/document.ts'
import { smallDocument } from '../../small-document.ts'
import { RULE_BOOK } from './rule-book.ts'
import { wrongDocuments } from './wrong-documents.ts'

function complaintsOf(document: unknown): readonly Complaint[] {
  try {
    readDocument(document, RULE_BOOK)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints
    throw error
  }
  return []
}

const pointers = (document: unknown) => complaintsOf(document).map((complaint) => complaint.pointer)

describe('a wrong document is refused where it is wrong', () => {
  it.each(wrongDocuments())('$name', ({ document, pointer, maybe }) => {
    const complaint = complaintsOf(document).find((one) => one.pointer === pointer)
    expect(complaint, `no complaint of ${pointer} among ${pointers(document).slice(0, 5).join(' ')}`).toBeDefined()
    expect(complaint?.detail).toMatch(/\.$/)
    if (maybe !== undefined) expect(complaint?.maybe).toBe(maybe)
  })
})

describe('complaints', () => {
  it('come all at once, also of one row', () => {
    const good = smallDocument()
    const [first, ...others] = good.people
    const document = {
      ...good,
      colour: 'blue',
      week: { from: '2026-12-01' },
      people: [{ ...first, role: 'pg', contract: { sessions: -1 }, nme: 'x' }, ...others],
      pins: [{ person: 'g9', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinics' }],
      rules: { availability: false },
    }
    expect(pointers(document).sort()).toEqual([
      '/colour',
      '/people/0/contract/sessions',
      '/people/0/nme',
      '/people/0/role',
      '/pins/0/work',
      '/rules/availability',
      '/week/from',
    ])
  })

  it('of one fault are one complaint: an id in a row that is wrong otherwise is still known', () => {
    const good = smallDocument()
    const document = { ...good, sites: good.sites.map((site, n) => (n === 0 ? { ...site, rooms: -1 } : site)) }
    expect(pointers(document)).toEqual(['/sites/0/rooms'])
  })

  it.each(['parts', 'sites', 'needs', 'roles', 'people'])(
    'of a whole list are one complaint: "%s" left out',
    (list) => {
      expect(pointers({ ...smallDocument(), [list]: undefined })).toEqual([`/${list}`])
    },
  )

  it('show what was seen, shortened, and escape the way to it', () => {
    const good = smallDocument()
    const document = { ...good, network: { ods: 'U9', name: 'x'.repeat(5000) }, rules: { 'a/b~c': false } }
    const [name, rule] = complaintsOf(document)
    expect(name?.seen?.length).toBeLessThan(70)
    expect(rule?.pointer).toBe('/rules/a~1b~0c')
  })

  it('are listed up to a hundred, and the rest counted', () => {
    const good = smallDocument()
    const complaints = complaintsOf({
      ...good,
      demand: good.demand.concat(good.demand).map((row) => ({ ...row, site: 'oak' })),
    })
    expect(complaints).toHaveLength(101)
    expect(complaints.at(-1)?.detail).toBe('There are 100 more errors, not listed here.')
  })

  it('say that a rule of level never cannot be switched off, by its own sentence', () => {
    const [complaint] = complaintsOf(smallDocument({ rules: { availability: false } }))
    expect(complaint?.detail).toContain('Nobody works while they are away.')
    expect(complaint?.detail).toContain('cannot be switched off')
  })

  it('of a document of many rows, all wrong, do not take long to find', () => {
    const rows = Array.from({ length: 300_000 }, () => ({
      site: 'oak',
      need: 'ash',
      date: '2026-12-25',
      part: 'noon',
      contacts: 'many',
    }))
    const before = process.cpuUsage()
    expect(complaintsOf({ ...smallDocument(), demand: rows })).toHaveLength(101)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20)
  })

  it.each([undefined, null, 1, 'rota/1', [], [[]], true, Symbol('x'), 10n, () => 1])(
    'are all that comes of %s',
    (value) => {
      expect(complaintsOf(value).length).toBeGreaterThan(0)
    },
  )
})

describe('a well-formed document is read', () => {
  it('as it stands', () => {
    const document = smallDocument()
    expect(checkDocument(document, RULE_BOOK)).toEqual(document)
  })

  it.each([
    [
      'a pin against leave',
      { pins: [{ person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' }] },
    ],
    [
      'two pins at one time',
      {
        pins: ['alder', 'birch'].map((site) => ({
          person: 'g1',
          date: '2026-11-30',
          part: 'am',
          site,
          work: 'clinic',
        })),
      },
    ],
    [
      'a pin at a closed site',
      {
        closed: [{ date: '2026-11-30', why: 'Learning' }],
        pins: [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }],
      },
    ],
    ['a pin to be off, without a site', { pins: [{ person: 'g1', date: '2026-11-30', part: 'am', work: 'off' }] }],
    [
      'a closed day and leave beyond the week',
      { closed: [{ date: '2026-12-25', why: 'Christmas Day', sites: ['alder'] }] },
    ],
    ['every kind of number of a rule', { rules: EVERY_NUMBER }],
    ['a rule of the level never that may bend, moved', { rules: { 'time-to-travel': { level: 'wellbeing' } } }],
    ['a rule of the level never that may bend, switched off', { rules: { 'time-to-travel': false as const } }],
    ['nobody at all', { people: [] }],
    ['a part that begins when another ends', { parts: TOUCHING }],
  ])('%s', (_, overrides) => {
    expect(complaintsOf(smallDocument(overrides))).toEqual([])
  })
})

const TOUCHING = smallDocument().parts.map((part) => (part.id === 'pm' ? { ...part, starts: '12:40' } : part))

const EVERY_NUMBER = {
  'few-sites': { level: 'never', weight: 2, atMost: 2 },
  'minimum-cover': {
    cover: [{ role: 'gp', people: 1, sites: ['alder'], parts: ['am'] }, { people: 2 }],
    share: 0.5,
    until: '18:30',
    roles: ['gp'],
    sites: [],
    parts: ['pm'],
    needs: ['urgent'],
    groups: [['alder', 'birch']],
  },
  'safe-workload': false as const,
}

describe('whatever comes in', () => {
  it('ends as a problem or as bad input, if it is JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void complaintsOf(value)))
  })

  it('ends as a problem or as bad input, if it is a good document with one value changed', () => {
    const good = smallDocument({
      pins: [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }],
      rules: EVERY_NUMBER,
    })
    const ways = waysInto(good)
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>('am', 'alder', 'g1', '2026-12-01', '08:30', 1e308, Number.NaN, '__proto__'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...ways), odd, (way, value) => void complaintsOf(changed(good, way, value))),
      { numRuns: 500 },
    )
  })
})

type Way = readonly string[]

function waysInto(value: unknown, so: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [so]
  return [so, ...Object.entries(value).flatMap(([key, inside]) => waysInto(inside, [...so, key]))]
}

function changed(value: unknown, [key, ...rest]: Way, put: unknown): unknown {
  if (key === undefined) return put
  const entries = Object.entries(value ?? {}).map(([field, inside]) => [
    field,
    field === key ? changed(inside, rest, put) : inside,
  ])
  return Array.isArray(value) ? entries.map(([, inside]) => inside) : Object.fromEntries(entries)
}

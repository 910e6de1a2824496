import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/errors.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import { keepRepeatedKeys, parseJson } from '../../../src/intake/json/parse-json.ts'
import type { Remark } from '../../../src/remark.ts'
import { gp, oneSite } from '../../one-site.ts'
import { smallDocument } from '../../small-document.ts'
import { RULE_BOOK } from './rule-book.ts'

const remarksOn = (document: unknown): readonly Remark[] => readDocument(document, RULE_BOOK).remarks
const pointers = (document: unknown) => remarksOn(document).map((remark) => remark.pointer)

describe('an ordinary document', () => {
  it('is remarked on for nothing', () => {
    expect(remarksOn(smallDocument())).toEqual([])
  })
})

describe('a bank holiday', () => {
  const christmas = { week: { from: '2026-12-21' } }
  const ann = [gp('p1', 'Ann')]

  it('that nobody mentions is remarked on, with the closure that is missing', () => {
    expect(remarksOn(oneSite(ann, christmas))).toEqual([
      {
        pointer: '/closed',
        detail: 'Friday 25 December 2026 is a bank holiday (Christmas Day), and is planned as an ordinary working day.',
        maybe: 'close the practices on that day, unless they are open',
      },
    ])
  })

  it('is not remarked on where some part of it is closed', () => {
    const closed = [{ date: '2026-12-25', why: 'Christmas Day', parts: ['pm'] }]
    expect(remarksOn(oneSite(ann, { ...christmas, closed }))).toEqual([])
  })

  it('is found in the last of several weeks, and moved as the law moves it', () => {
    const remarks = remarksOn(oneSite(ann, { week: { from: '2026-12-14', weeks: 3 } }))
    expect(remarks.map((remark) => remark.detail.slice(0, 25))).toEqual([
      'Friday 25 December 2026 i',
      'Monday 28 December 2026 i',
      'Friday 1 January 2027 is ',
    ])
  })

  it('of England means nothing in another time zone, nor on a day with evenings alone', () => {
    expect(
      remarksOn(oneSite(ann, { ...christmas, network: { ods: 'U1', name: 'X', timezone: 'Europe/Berlin' } })),
    ).toEqual([])
    const evening = { id: 'pm', starts: '18:30', ends: '20:00', days: ['fri' as const], enhancedAccess: true }
    const am = { id: 'am', starts: '08:30', ends: '12:40', days: ['mon' as const] }
    expect(
      pointers(oneSite([gp('p1', 'Ann', { contract: { sessions: 1 } })], { ...christmas, parts: [am, evening] })),
    ).toEqual([])
  })
})

describe('dates outside the rota', () => {
  const ann = [gp('p1', 'Ann')]

  it('of last year are remarked on: a closure and leave', () => {
    const away = [{ from: '2025-12-01', to: '2025-12-02' }]
    const closed = [{ date: '2025-12-01', why: 'Typo: last year' }]
    expect(remarksOn(oneSite([gp('p1', 'Ann', { away })], { closed }))).toEqual([
      {
        pointer: '/closed/0/date',
        detail:
          '2025-12-01 (Typo: last year) is outside the rota, which runs from 2026-11-30 to 2026-12-06: it closes nothing.',
        maybe: '2026-12-01',
      },
      {
        pointer: '/people/0/away/0',
        detail:
          'Ann is away from 2025-12-01 to 2025-12-02, outside the rota, which runs from 2026-11-30 to 2026-12-06.',
        maybe: '2026, if another year was meant',
      },
    ])
  })

  it('are remarked on for a closure of another month, but not where a whole year of them is listed', () => {
    const one = [{ date: '2026-10-05', why: 'Training' }]
    expect(pointers(oneSite(ann, { closed: one }))).toEqual(['/closed/0/date'])
    const year = ['01-01', '04-03', '05-04', '12-25'].map((day) => ({ date: `2026-${day}`, why: 'Bank holiday' }))
    expect(pointers(oneSite(ann, { closed: year }))).toEqual([])
    expect(pointers(oneSite(ann, { closed: [...year, { date: '2027-12-02', why: 'Training' }] }))).toEqual([
      '/closed/4/date',
    ])
  })

  it('are not remarked on for the leave of other weeks, nor for leave that reaches into the week', () => {
    const away = [
      { from: '2026-08-03', to: '2026-08-14' },
      { from: '2026-11-23', to: '2026-11-30' },
    ]
    expect(pointers(oneSite([gp('p1', 'Ann', { away })]))).toEqual([])
  })

  it('are remarked on in the cover that a rule asks for', () => {
    const cover = [{ people: 2, dates: ['2026-12-01', '2025-12-01'] }]
    expect(remarksOn(oneSite(ann, { rules: { 'minimum-cover': { cover } } }))).toMatchObject([
      { pointer: '/rules/minimum-cover/cover/0/dates/1', maybe: '2026-12-01' },
    ])
  })
})

describe('a contract', () => {
  it('with more sessions than the person has slots for is remarked on', () => {
    expect(remarksOn(oneSite([gp('p1', 'Ann', { works: ['mon-am', 'tue-am'] })]))).toEqual([
      {
        pointer: '/people/0/works',
        detail: `6 of Ann's 8 contracted sessions a week have no place: their usual sessions come to 2.`,
      },
    ])
  })

  it('with more sessions than the week has is remarked on', () => {
    expect(remarksOn(oneSite([gp('p1', 'Ann', { contract: { sessions: 11 } })]))).toEqual([
      {
        pointer: '/people/0/contract/sessions',
        detail: "1 of Ann's 11 contracted sessions a week has no place: the week has 10 in all.",
      },
    ])
  })

  it('with no session at all, agreed or to be asked for, is remarked on', () => {
    const people = [
      gp('p0', 'Zed', { contract: { sessions: 0 } }),
      gp('p1', 'Locum', { contract: { sessions: 0, flex: 2 } }),
    ]
    expect(pointers(oneSite(people))).toEqual(['/people/0/contract/sessions'])
  })

  it('is worked in short sessions by what each of them counts', () => {
    const parts = [
      {
        id: 'eve',
        starts: '18:30',
        ends: '20:00',
        days: ['mon' as const, 'tue' as const, 'wed' as const],
        counts: 0.4,
      },
    ]
    expect(pointers(oneSite([gp('p1', 'Ann', { contract: { sessions: 1.2 } })], { parts }))).toEqual([])
    expect(remarksOn(oneSite([gp('p1', 'Ann', { contract: { sessions: 1.3 } })], { parts }))[0]?.detail).toBe(
      "0.1 of Ann's 1.3 contracted sessions a week have no place: the week has 1.2 in all.",
    )
  })

  it('is not remarked on for leave or closed days', () => {
    const away = [{ from: '2026-11-30', to: '2026-12-06' }]
    expect(pointers(oneSite([gp('p1', 'Ann', { away })]))).toEqual([])
  })
})

describe('fields given twice', () => {
  const text = JSON.stringify(oneSite([gp('p1', 'Ann')])).replace(/\}$/, ',"pins":[],"pins":[]}')

  it('are remarked on where they stand, at any depth', () => {
    expect(remarksOn(parseJson(text))).toEqual([
      {
        pointer: '/pins',
        detail: 'The field "pins" is given twice: only the last one is used.',
        maybe: 'put both into one, or take one out',
      },
    ])
    const deep = JSON.stringify(oneSite([gp('p1', 'Ann')])).replace('"sessions":8', '"sessions":6,"sessio\\u006es":8')
    expect(pointers(parseJson(deep))).toEqual(['/people/0/contract/sessions'])
  })

  it('are not seen in names that hold quotation marks and brackets, nor in two rows of a list', () => {
    const people = [gp('p1', 'Ann "},{" \\'), gp('p2', '"id":"p1","id":"p1"')]
    expect(pointers(parseJson(JSON.stringify(oneSite(people))))).toEqual([])
  })

  it('are still known of the document inside a larger body, and of its copy', () => {
    const body = parseJson(`{"rota":{"a":1,"a":2},"document":${text}}`)
    const { document } = body as { document: object }
    keepRepeatedKeys(document, body, '/document')
    const copy = { ...document }
    keepRepeatedKeys(copy, document)
    expect(pointers(copy)).toEqual(['/pins'])
  })
})

describe('names that read the same', () => {
  it('are remarked on for people, sites, roles and needs', () => {
    const base = oneSite([gp('p1', 'Sam Jones'), gp('p2', 'sam  jones')])
    const [site] = base.sites
    const [need] = base.needs
    const [role] = base.roles
    const document = {
      ...base,
      sites: [site, { ...site, id: 'A2' }],
      needs: [...base.needs, { ...need, id: 'other' }],
      roles: [role, { ...role, id: 'locum-gp' }],
    }
    expect(pointers(document)).toEqual(['/people/1/name', '/sites/1/name', '/roles/1/title', '/needs/2/title'])
    expect(remarksOn(document)[0]?.detail).toBe(
      'Two people have the same name, "sam  jones". Tables and sentences add what tells them apart.',
    )
  })
})

describe('text that people read', () => {
  const sites = (name: string) => [{ id: 'A1', name, patients: 3000, rooms: 5 }]

  it.each([
    ['a line break', 'Ann\nBob'],
    ['an escape sequence', 'Ann\u001b[31m'],
    ['a tab', 'Ann\tBob'],
    ['a line separator', 'Ann\u2028Bob'],
    ['a mark that turns the direction', 'Ann\u202Ebob'],
    ['a zero', 'Ann\u0000'],
    ['half a character', 'Ann\ud800'],
  ])('is refused with %s', (_, name) => {
    const wrong = {
      ...oneSite([gp('p1', name)], { sites: sites(name), note: name, closed: [{ date: '2026-12-01', why: name }] }),
      network: { ods: 'U1', name },
    }
    try {
      remarksOn(wrong)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      expect(error.complaints.map((one) => one.pointer).sort()).toEqual([
        '/closed/0/why',
        '/network/name',
        '/note',
        '/people/0/name',
        '/sites/0/name',
      ])
      expect(error.complaints[0]?.detail).toContain('must be one line of text')
    }
  })

  it('may have accents, other scripts, quotation marks and joiners', () => {
    expect(pointers(oneSite([gp('p1', 'Siân O’Brien-Müller'), gp('p2', 'محمد\u200c'), gp('p3', '李 "Lee"')]))).toEqual(
      [],
    )
  })
})

describe('many remarks', () => {
  it('are listed up to a hundred, and the rest are counted', () => {
    const people = Array.from({ length: 120 }, (_, n) => gp(`p${n}`, 'Ann'))
    const remarks = remarksOn(oneSite(people))
    expect(remarks).toHaveLength(101)
    expect(remarks.at(-1)?.detail).toBe('There are 19 more remarks, not listed here.')
  })
})

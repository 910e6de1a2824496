import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../../../solver/rules/index.ts'
import { BadInput } from '../../../../src/errors.ts'
import { checkRecord } from '../../../../src/intake/record/check-record.ts'
import type { NetworkRecord } from '../../../../src/intake/record-document.ts'
import { smallRecord } from './small-record.ts'

function complaintsOf(record: unknown): string[] {
  try {
    checkRecord(record, ruleBook())
  } catch (error) {
    if (error instanceof BadInput) return error.complaints.map(({ pointer, detail }) => `${pointer}: ${detail}`)
    throw error
  }
  return []
}

/** A record in which a field has what its type doesn't allow. */
const spoilt = (changes: Readonly<Record<string, unknown>>): unknown => ({ ...smallRecord(), ...changes })

describe('a record', () => {
  it('is accepted as it came, defaults not written into it', () => {
    expect(checkRecord(smallRecord(), ruleBook())).toEqual(smallRecord())
  })

  it('may leave out everything that has a default', () => {
    const record: NetworkRecord = {
      format: 'network/1',
      network: { ods: 'Y00001', name: 'Fern Lane' },
      sites: [{ id: 'fern', name: 'Fern Lane', patients: 6000 }],
      people: [{ id: 'ann', name: 'Ann', role: 'salaried-gp', contract: { sessions: 6 }, works: ['mon-am'] }],
    }
    expect(checkRecord(record, ruleBook())).toEqual(record)
  })

  it.each([
    ['an unknown field', { peple: [] }, '/peple: Unknown field; the fields here are format, note'],
    ['another format', { format: 'rota/1' }, '/format: "format" must be "network/1".'],
    ['no people', { people: undefined }, '/people: "people" is missing: it must be a list.'],
    ['no sites', { sites: [] }, '/sites: "sites" must have at least one row.'],
    ['an unknown role', { people: [{ ...smallRecord().people[0], role: 'gpp' }] }, '/people/0/role: There is no role'],
    [
      'a person who leaves before joining',
      { people: [{ ...smallRecord().people[0], from: '2026-12-01', until: '2026-11-30' }] },
      '/people/0/until: "until" must not be before "from", 2026-12-01.',
    ],
    [
      'a pattern for a week that the cycle does not have',
      { people: [{ ...smallRecord().people[0], patterns: [{ weeks: ['C'], works: ['mon-am'] }] }] },
      '/people/0/patterns/0/weeks/0: The cycle has no week with this letter.',
    ],
    [
      'two patterns for one week',
      { people: [{ ...smallRecord().people[0], patterns: [{ weeks: ['A'] }, { weeks: ['B', 'A'] }] }] },
      '/people/0/patterns/1/weeks/1: An earlier pattern of this person is in force',
    ],
    [
      'a pattern in a session that is not held',
      { people: [{ ...smallRecord().people[0], patterns: [{ works: ['sat-am'], work: { 'sun-pm': 'outside' } }] }] },
      'sun-pm: This must be a weekday and one of its parts',
    ],
    [
      'fixed work that is none',
      { people: [{ ...smallRecord().people[0], patterns: [{ work: { 'mon-am': 'golf' } }] }] },
      'mon-am: "mon-am" must be one of clinic, duty',
    ],
    [
      'a cycle from a Tuesday',
      { cycle: { weeks: ['A'], from: '2026-12-01' } },
      '/cycle/from: A cycle must begin on a Monday',
    ],
    [
      'leave that ends before it begins, of nobody',
      { leave: [{ id: 'l1', person: 'zoe', from: '2026-12-02', to: '2026-12-01' }] },
      '/leave/0/to: "to" must not be before "from", 2026-12-02.',
    ],
    [
      'two wishes of one id',
      { wishes: ['mon-am', 'mon-pm'].map((part) => ({ id: 'w', person: 'ann', part, want: 'off' })) },
      '/wishes/1/id: Row 1 of "wishes" has the same "id".',
    ],
    [
      'a dated wish for a part that is not held that day',
      { wishes: [{ id: 'w', person: 'ann', part: 'am', date: '2026-12-05', want: 'off' }] },
      '/wishes/0/part: This must be a part of the day that is held on a Saturday, which 2026-12-05 is.',
    ],
    [
      'demand twice',
      { demand: { weekly: [1, 2].map((contacts) => ({ site: 'alder', need: 'urgent', contacts })) } },
      '/demand/weekly/1: Row 1 of "weekly" is of the same site and need.',
    ],
    [
      'shares of nothing',
      { demand: { byDay: [{ shares: { mon: 0 } }] } },
      '/demand/byDay/0/shares: At least one share must be more than 0.',
    ],
    [
      'a share of a part that there is not',
      { demand: { byPart: [{ shares: { noon: 1 } }] } },
      '/demand/byPart/0/shares/noon: There is no part of the day with this id.',
    ],
    [
      'an event that ends before it begins',
      { demand: { events: [{ from: '2026-12-02', to: '2026-12-01', factor: 2 }] } },
      '/demand/events/0/to: "to" must not be before "from", 2026-12-02.',
    ],
    ['a rule that there is not', { rules: { 'fair-share': {} } }, '/rules/fair-share: There is no rule with this id.'],
  ])('with %s is refused', (_, changes, complaint) => {
    expect(complaintsOf(spoilt(changes))).toEqual(
      [expect.stringContaining(complaint)]
        .concat(
          // A leave of nobody is two faults.
          complaint.startsWith('/leave') || complaint.includes('sun-pm') ? [expect.any(String)] : [],
        )
        .sort(),
    )
  })

  it('is refused with every complaint at once', () => {
    const found = complaintsOf(
      spoilt({
        sites: [{ id: 'alder', name: 'Alder Road', patients: -1 }],
        leave: [{ id: 'l1', person: 'zoe', from: '2026-12-01', to: '2026-12-01' }],
        demand: { weekly: [{ site: 'elm', need: 'urgent', contacts: 1 }], plan: 'p90' },
        cycle: { weeks: [], from: '2026-11-30' },
      }),
    )
    expect(found.map((text) => text.split(':')[0])).toEqual(
      expect.arrayContaining([
        '/sites/0/patients',
        '/leave/0/person',
        '/demand/weekly/0/site',
        '/demand/plan',
        '/cycle/weeks',
      ]),
    )
  })
})

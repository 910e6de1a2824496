/** What each kind of change does to a document, and what is said of those that cannot be. */
import { describe, expect, it } from 'vitest'
import { BadInput, type Complaint } from '../../../../src/errors.ts'
import { applyChanges } from '../../../../src/intake/scenario/apply-changes.ts'
import { readScenarios } from '../../../../src/intake/scenario/scenario-reading.ts'
import { smallDocument } from '../../../small-document.ts'
import { problemOf } from '../../../solved-week.ts'

function changed(...changes: readonly object[]) {
  const document = applyChanges(smallDocument(), changes)
  problemOf(document)
  return document
}

function complaintsOf(work: () => unknown): readonly Complaint[] {
  try {
    work()
  } catch (error) {
    if (error instanceof BadInput) return error.complaints
    throw error
  }
  return []
}

function sessionsOf(document: ReturnType<typeof changed>, role: string): number {
  return document.people.filter((p) => p.role === role).reduce((sum, p) => sum + p.contract.sessions, 0)
}

const BEFORE = smallDocument()
/** With leave and a closure, which a week's pay holds already. */
const ON_LEAVE = (() => {
  const document = smallDocument({ closed: [{ date: '2026-12-01', why: 'Learning', parts: ['pm'] }] })
  const away = [{ from: '2026-11-30', to: '2026-12-02' }]
  return { ...document, people: document.people.map((one) => (['g1', 'n1'].includes(one.id) ? { ...one, away } : one)) }
})()

describe('a change', () => {
  it('adds people, several for more than a full-time post, at one practice or at all', () => {
    const document = changed(
      { add: { role: 'physio', sessions: 16 } },
      { add: { role: 'nurse', sessions: 4, home: 'birch' } },
    )
    const added = document.people.slice(BEFORE.people.length)
    expect(added.map(({ id, sites, contract }) => [id, sites, contract.sessions])).toEqual([
      ['new-physio-1', ['alder', 'birch'], 8],
      ['new-physio-2', ['alder', 'birch'], 8],
      ['new-nurse-1', ['birch'], 4],
    ])
    expect(added[0]?.works).toContain('mon-am')
  })

  it('removes a person with all that is said of them', () => {
    const pins = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]
    const document = applyChanges(smallDocument({ pins }), [{ remove: { person: 'g1' } }])
    expect(document.people.map(({ id }) => id)).not.toContain('g1')
    expect(document.pins).toEqual([])
  })

  it('takes sessions of a role from everybody in it alike', () => {
    const document = changed({ remove: { role: 'gp', sessions: 11 } })
    expect(document.people.filter((p) => p.role === 'gp').map((p) => p.contract.sessions)).toEqual([4, 4, 3])
  })

  it('adds a role, and has somebody retrain for it', () => {
    const role = { id: 'anp', title: 'Advanced nurse practitioner', meets: { routine: { minutes: 16 } } }
    const document = changed({ role }, { change: { person: 'n1', role: 'anp', skills: ['coils'] } })
    expect(document.roles.at(-1)).toEqual(role)
    expect(document.people.find(({ id }) => id === 'n1')).toMatchObject({ role: 'anp', skills: ['coils'] })
    const wrong = complaintsOf(() =>
      applyChanges(smallDocument(), [
        { role: { id: 'gp', title: 'Again' } },
        { role: { id: 'x', title: 'X', meets: { rutine: { minutes: 1 } } } },
        { change: { person: 'n1', role: 'anp' } },
      ]),
    )
    expect(wrong.map(({ pointer }) => pointer)).toEqual(['/0/role/id', '/1/role/meets', '/2/change/role'])
  })

  it('changes one contract, and its home if the sites leave it out', () => {
    const document = changed({ change: { person: 'g1', contract: { sessions: 5 }, sites: ['birch'] } })
    const person = document.people.find(({ id }) => id === 'g1')
    expect(person).toMatchObject({ home: 'birch', sites: ['birch'], contract: { sessions: 5, protected: 1 } })
  })

  it('multiplies what arrives of one need at one practice', () => {
    const document = changed({ demand: { need: 'urgent', site: 'alder', factor: 2 } })
    for (const [n, row] of document.demand.entries()) {
      const was = BEFORE.demand[n]?.contacts ?? 0
      expect(row.contacts).toBe(row.need === 'urgent' && row.site === 'alder' ? 2 * was : was)
    }
  })

  it('closes a site, gives it rooms, pools duty and a need, sets rules and pay', () => {
    const document = changed(
      { close: { site: 'birch', from: '2026-12-01', to: '2026-12-02' } },
      { rooms: { site: 'alder', rooms: 1 } },
      { pool: { duty: true } },
      { pool: { need: 'treatment' } },
      { rules: { 'few-sites': false } },
      { pay: { role: 'gp', costPerSession: 300 } },
    )
    expect(document.closed?.map(({ date, sites }) => [date, sites])).toEqual([
      ['2026-12-01', ['birch']],
      ['2026-12-02', ['birch']],
    ])
    expect(document.sites[0]?.rooms).toBe(1)
    expect(document.rules).toEqual({ 'duty-doctor': { groups: [['alder', 'birch']] }, 'few-sites': false })
    expect(document.needs.find(({ id }) => id === 'treatment')?.shared).toBe(true)
    expect(document.roles[0]?.costPerSession).toBe(300)
  })

  it('sends a person on leave, and takes a share of a role’s sessions for as many days as it lasts', () => {
    expect(changed({ away: { person: 'n1' } }).people.find(({ id }) => id === 'n1')?.away).toHaveLength(2)
    expect(sessionsOf(changed({ away: { share: 0.1, role: 'gp' } }), 'gp')).toBeCloseTo(0.9 * 22)
    const twoDays = changed({ away: { share: 0.5, role: 'gp', from: '2026-12-03', to: '2026-12-31' } })
    expect(sessionsOf(twoDays, 'gp')).toBeCloseTo((1 - 0.5 * 0.4) * 22)
  })

  it('pays whoever is absent, for what was due without the change, and nobody who leaves', () => {
    const paid = (...changes: readonly object[]) => {
      const { people, availability } = problemOf(applyChanges(ON_LEAVE, changes))
      const total = (of: 'due' | 'paid') =>
        people.reduce((sum, { id }) => sum + (availability.get(id)?.[of][0] ?? 0), 0)
      return [total('paid'), total('due')]
    }
    const [now = 0] = paid()
    expect(paid()).toEqual([now, now])
    for (const absence of [
      { away: { share: 0.1 } },
      { away: { share: 0.5, role: 'gp', from: '2026-12-02' } },
      { away: { person: 'g1' } },
      { away: { person: 'n1', from: '2026-12-02', to: '2026-12-03' } },
      { close: { site: 'alder' } },
    ]) {
      const [kept, due = now] = paid(absence)
      expect(kept).toBeCloseTo(now, 6)
      expect(due).toBeLessThan(now - 0.3)
    }
    const [without = now, due] = paid({ remove: { role: 'gp', sessions: 5 } })
    expect(without).toBeLessThan(now - 3)
    expect(without).toBe(due)
    const both = paid({ away: { share: 0.5, role: 'gp' } }, { remove: { role: 'gp', sessions: 5.5 } })[0]
    const gone = paid({ remove: { role: 'gp', sessions: 11 } })[0]
    expect(both).toBeCloseTo(gone ?? 0, 6)
  })

  it('lets another practice join with its people and patients', () => {
    const site = { id: 'cedar', name: 'Cedar Close', patients: 4000, rooms: 2 }
    const people = [{ id: 'c1', name: 'GP 9', role: 'gp', home: 'cedar', contract: { sessions: 8 } }]
    const demand = [{ site: 'cedar', need: 'urgent', date: '2026-11-30', part: 'am', contacts: 10 }]
    const theirs = smallDocument({ sites: [site], people, demand, backlog: [] })
    const document = changed({ join: theirs })
    expect(document.sites.map(({ id }) => id)).toEqual(['alder', 'birch', 'cedar'])
    expect(document.demand.length).toBe(BEFORE.demand.length + 1)
  })

  it('leaves the document that it was given as it is', () => {
    const document = smallDocument()
    applyChanges(document, [{ demand: { factor: 2 } }, { remove: { person: 'g1' } }])
    expect(document).toEqual(smallDocument())
  })
})

describe('everything that is wrong is said at once', () => {
  const WRONG = [
    { add: { role: 'phisio', sessions: 8 } },
    { add: { role: 'physio', sessions: -1, home: 'elder' } },
    { remove: { person: 'nobody' } },
    { remove: { role: 'gp', sessions: 99 } },
    { rooms: { site: 'alder', rooms: -1 } },
    { away: { person: 'g1', from: '2026-08-01', to: '2026-08-31' } },
    { ad: { role: 'gp' } },
    { join: { ...smallDocument(), week: { from: '2026-12-07' } } },
    'more physios',
  ]

  it('with where, what was seen and what may be meant', () => {
    const complaints = complaintsOf(() => applyChanges(smallDocument(), WRONG))
    const found = complaints.map(({ pointer, maybe }) => (maybe === undefined ? pointer : `${pointer} → ${maybe}`))
    expect(found).toEqual([
      '/0/add/role → physio',
      '/1/add/sessions',
      '/2/remove/person',
      '/3/remove/sessions',
      '/4/rooms/rooms',
      '/5/away/from → 2026-11-30 to 2026-12-06',
      '/6/ad → add',
      '/7/join/week/from → 2026-11-30',
      '/8',
    ])
    expect(complaints.find(({ pointer }) => pointer === '/3/remove/sessions')?.detail).toContain('22 sessions')
  })

  it('in any of several scenarios, and in the documents that they make', () => {
    const scenarios = [
      { name: 'a', changes: [{ pay: { role: 'gpp', costPerSession: 1 } }] },
      { name: 'b', changes: [{ rules: { 'no-such-rule': false } }] },
      { name: 'b', changes: [] },
    ]
    const pointers = complaintsOf(() => readScenarios(smallDocument(), scenarios, { read: problemOf })).map(
      (c) => c.pointer,
    )
    expect(pointers).toEqual(['/2/name', '/0/changes/0/pay/role', '/1/rules/no-such-rule'])
  })

  it('and 500 scenarios are refused', () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ name: `scenario ${n}`, changes: [] }))
    const [complaint] = complaintsOf(() => readScenarios(smallDocument(), many, { read: problemOf }))
    expect(complaint?.detail).toBe('At most 60 scenarios are compared at once.')
  })
})

import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/intake/assemble.ts'
import type { RotaDocument } from '../../../src/intake/rota-document.ts'
import { smallDocument } from '../../small-document.ts'
import { RULE_BOOK } from './rule-book.ts'

const read = (overrides: Partial<RotaDocument> = {}) => readDocument(smallDocument(overrides), RULE_BOOK)

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not found')
  return value
}

describe('the week', () => {
  it('has a session for each part of each working day, in order of time', () => {
    const { horizon } = read()
    expect(horizon.sessions.map((one) => `${one.weekday}-${one.part}`).slice(0, 3)).toEqual([
      'mon-am',
      'mon-pm',
      'tue-am',
    ])
    expect(horizon.sessions).toHaveLength(10)
  })

  it('is one week in London where the document does not say', () => {
    const { timezone: _, ...network } = { timezone: '', ...smallDocument().network }
    const { horizon } = read({ network, week: { from: '2026-11-30' } })
    expect(horizon).toMatchObject({ weeks: 1, timezone: 'Europe/London' })
  })

  it('closes every site and part on a closed day, or only those named', () => {
    const whole = read({ closed: [{ date: '2026-12-01', why: 'Bank holiday' }] })
    expect(whole.sites.map((site) => site.open.slice(0, 5))).toEqual([
      [true, true, false, false, true],
      [true, true, false, false, true],
    ])
    const part = read({ closed: [{ date: '2026-12-01', why: 'Learning', sites: ['birch'], parts: ['pm'] }] })
    expect(part.sites.map((site) => site.open.slice(0, 5))).toEqual([
      [true, true, true, true, true],
      [true, true, true, false, true],
    ])
  })

  it('is not closed by a closed day of another week', () => {
    expect(
      read({ closed: [{ date: '2026-12-25', why: 'Christmas Day' }] }).sites.every((site) => site.open.every(Boolean)),
    ).toBe(true)
  })
})

describe('places', () => {
  it('weigh their patients as they are where no weighted figure is given', () => {
    expect(read().sites.map((site) => site.adjustedPatients)).toEqual([6100, 4000])
  })

  it('lie as far apart both ways where one way is given', () => {
    const [alder, birch] = smallDocument().sites
    const { travel: _, ...far } = found(birch)
    expect(read({ sites: [found(alder), far] }).siteById.get('birch')?.travel).toEqual(new Map([['alder', 10]]))
  })
})

describe('needs', () => {
  it('are due the same day, or within days', () => {
    expect(read().needs.map((need) => need.withinDays)).toEqual([0, 14, 7, 7, 0])
  })

  it.each([
    ['in the category that it counts', { gpadCategory: ' general consultation acute' }, true],
    ['in no category', {}, true],
    ['in another', { gpadCategory: 'Clinical Triage' }, false],
    ['that the document counts', { gpadCategory: 'Clinical Triage', official: true }, true],
    ['that the document leaves out', { official: false }, false],
    ['with days', { within: '7d', gpadCategory: 'General Consultation Acute' }, false],
  ])('are in the official measure or not: a need %s', (_, more, expected) => {
    const needs = [{ id: 'urgent', title: 'Urgent', within: 'same-day', weight: 1, ...more }]
    const read = readDocument(smallDocument({ needs, roles: [], people: [], demand: [], backlog: [] }), RULE_BOOK)
    expect(read.needs.map((need) => need.official)).toEqual([expected])
  })

  it.each([
    ['the marked one', ['routine', 'gp-follow-up', 'msk'], 'msk', 'msk'],
    ['one called gp-follow-up', ['routine', 'gp-follow-up'], null, 'gp-follow-up'],
    ['routine', ['urgent', 'routine'], null, 'routine'],
    ['none', ['urgent'], null, undefined],
  ])('of what comes back: %s', (_, ids, marked, expected) => {
    const needs = ids.map((id) => ({
      id,
      title: id,
      within: '7d',
      weight: 1,
      ...(id === marked ? { followUp: true } : {}),
    }))
    const problem = read({ needs, roles: [{ id: 'gp', title: 'GP' }], people: [], demand: [], backlog: [] })
    expect(problem.needs.find((need) => need.followUp)?.id).toBe(expected)
    expect(problem.needs.filter((need) => need.followUp).length).toBe(expected ? 1 : 0)
  })
})

describe('a need that says it does not take what comes back', () => {
  it('does not, whatever it is called', () => {
    const needs = smallDocument().needs.map((need) => (need.id === 'routine' ? { ...need, followUp: false } : need))
    expect(read({ needs }).needs.some((need) => need.followUp)).toBe(false)
  })
})

describe('roles', () => {
  it('have the usual session where the document does not say, and the usual share of it with patients', () => {
    const [plain, short] = read({
      roles: [
        { id: 'gp', title: 'GP' },
        { id: 'hca', title: 'HCA', sessionMinutes: 225 },
      ],
      people: [],
    }).roles
    expect(plain).toMatchObject({
      sessionMinutes: 250,
      patientMinutes: 180,
      costPerSession: 0,
      funding: 'core',
      duty: true,
      supervision: null,
    })
    expect(short).toMatchObject({
      sessionMinutes: 225,
      patientMinutes: 162,
      duty: false,
      maxSites: null,
      maxContactsPerDay: null,
    })
  })

  it('are split where people differ in a skill that a need of the role asks for', () => {
    const good = smallDocument()
    const needs = good.needs.map((need) => (need.id === 'treatment' ? { ...need, skill: 'bloods' } : need))
    const people = good.people.map((person) =>
      person.id === 'g2' ? { ...person, skills: ['spanish', 'bloods'] } : person,
    )
    const problem = read({ needs, people })
    expect(problem.cadres.map((cadre) => [cadre.id, cadre.people])).toEqual([
      ['gp', ['g1', 'g3']],
      ['gp+bloods', ['g2']],
      ['registrar', ['r1']],
      ['nurse', ['n1']],
      ['physio', ['f1']],
      ['paramedic', ['p1']],
    ])
    expect([...found(problem.cadreById.get('gp')).meets.keys()]).toEqual(['urgent', 'routine', 'msk', 'visit'])
    expect(found(problem.cadreById.get('gp+bloods')).meets.has('treatment')).toBe(true)
    expect(problem.personById.get('g2')?.cadre).toBe('gp+bloods')
  })

  it('are not split by a skill that only other roles need', () => {
    const good = smallDocument()
    const needs = good.needs.map((need) => (need.id === 'treatment' ? { ...need, skill: 'bloods' } : need))
    const people = good.people.map((person) => (person.id === 'f1' ? { ...person, skills: ['bloods'] } : person))
    expect(read({ needs, people }).personById.get('f1')?.cadre).toBe('physio')
  })
})

describe('what belongs to the week', () => {
  it('is demand by session, rows of the same added up', () => {
    const row = { site: 'alder', need: 'urgent', date: '2026-12-01', part: 'pm', contacts: 2.5 }
    expect(read({ demand: [row, { ...row, need: 'msk' }, { ...row, contacts: 4 }] }).arrivals).toEqual([
      { site: 'alder', need: 'urgent', session: 3, contacts: 6.5, mean: 6.5 },
      { site: 'alder', need: 'msk', session: 3, contacts: 2.5, mean: 2.5 },
    ])
  })

  it('is pins, an earlier rota, a waiting list and history', () => {
    const pin = { person: 'g1', date: '2026-11-30', part: 'pm', site: 'alder', work: 'duty' }
    const problem = read({
      pins: [pin, { ...pin, work: 'off' }],
      published: [{ ...pin, remote: true }],
      backlog: [{ site: 'alder', need: 'msk', waitedDays: 30, contacts: 4 }],
      history: [{ person: 'g1', mondays: 9, sessions: 96 }],
    })
    expect(problem.pins).toEqual([
      { person: 'g1', session: 1, site: 'alder', work: 'duty' },
      { person: 'g1', session: 1, site: null, work: 'off' },
    ])
    expect(problem.published).toEqual([{ person: 'g1', session: 1, site: 'alder', work: 'duty', remote: true }])
    expect(problem.waiting).toEqual([{ site: 'alder', need: 'msk', waitedDays: 30, due: 0, contacts: 4 }])
    expect(problem.history.get('g1')).toEqual({
      person: 'g1',
      mondays: 9,
      fridays: 0,
      duties: 0,
      evenings: 0,
      saturdays: 0,
      sessions: 96,
    })
    expect(read({ published: null }).published).toBeNull()
  })

  it('is what was worked in the 14 days before, in order of time, of the people who are still there', () => {
    const row = { person: 'g1', date: '2026-11-27', part: 'pm', site: 'alder', work: 'clinic' }
    const rows = [
      row,
      { ...row, part: 'am', site: 'a-closed-branch' },
      { ...row, person: 'who-has-left' },
      { ...row, date: '2026-11-16', work: 'admin' },
      row,
    ]
    const { before } = read({ before: rows })
    expect(before?.map(({ session, site, work }) => [session.date, session.part, session.day, site, work])).toEqual([
      ['2026-11-16', 'pm', -14, 'alder', 'admin'],
      ['2026-11-27', 'am', -3, 'a-closed-branch', 'clinic'],
      ['2026-11-27', 'pm', -3, 'alder', 'clinic'],
    ])
    expect(before?.[0]?.session).toMatchObject({ week: -2, weekday: 'mon', ends: '2026-11-16T18:10:00Z', index: -1 })
    expect(read({}).before).toBeNull()
    expect(read({ before: [] }).before).toEqual([])
  })

  it('is what the document says of rules, and nothing of the rest', () => {
    const { rules } = read({ rules: { 'few-sites': { level: 'cost', atMost: 3 }, 'safe-workload': false } })
    expect([...rules]).toEqual([
      ['few-sites', { off: false, level: 'cost', weight: 1, numbers: { atMost: 3 } }],
      ['safe-workload', { off: true, level: null, weight: 1, numbers: {} }],
    ])
  })

  it('is solved as usual where the document does not say', () => {
    expect(read({ solve: { seconds: 5 } }).solve).toEqual({ seconds: 5, gap: 0.01, seed: 1, engine: 'auto' })
  })
})

describe('a problem', () => {
  it('is frozen, and can be sent to another thread', () => {
    const problem = read()
    expect(Object.isFrozen(problem.people[0]?.contract)).toBe(true)
    expect(Object.isFrozen(problem.personById.get('g1'))).toBe(true)
    expect(structuredClone(problem)).toEqual(problem)
  })

  it('does not hold on to the document it came from', () => {
    const document = smallDocument()
    readDocument(document, RULE_BOOK)
    expect(Object.isFrozen(document.backlog?.[0])).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { ruleBook } from '../solver/rules/index.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { draw } from '../src/intake/network/draw.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import type { PersonDocument, RotaDocument } from '../src/intake/rota-document.ts'
import { slotOf } from '../src/intake/slots.ts'
import { invented } from './invented-network.ts'

const atlas = readAtlas()
const WEEK = { week: '2026-11-30', seed: 1 }
const NETWORKS = [...atlas.networks.values()].filter((network) => network.ods !== 'U')
const TYPICAL = 'U12951'
const typical = networkDocument(atlas, TYPICAL, WEEK)

/** Sessions of a contract that a usual week holds. */
function counted(person: PersonDocument): number {
  return (person.works ?? []).reduce((sum, slot) => sum + (slot.endsWith('evening') ? 0.4 : 1), 0)
}

function halfDays(person: PersonDocument): number {
  return (person.works ?? []).filter((slot) => !slot.endsWith('evening')).length
}

describe('the people', () => {
  it('work as many half-days as their contract has, and evenings on top only where they agreed to', () => {
    for (const person of typical.people) {
      expect(halfDays(person), person.name).toBe(person.contract.sessions)
      expect(counted(person), person.name).toBeLessThanOrEqual(person.contract.sessions + (person.contract.flex ?? 0))
    }
  })

  it('never work morning, afternoon and evening of one day', () => {
    for (const { name, works = [] } of typical.people) {
      const long = works.filter((slot) => slot.endsWith('-evening')).map((slot) => slot.slice(0, 3))
      expect(
        long.filter((day) => works.includes(`${day}-am`) && works.includes(`${day}-pm`)),
        name,
      ).toEqual([])
    }
  })

  it('open every evening and both halves of Saturday, each with a GP', () => {
    const gps = typical.people.filter(({ role }) => role === 'gp').flatMap(({ works = [] }) => works)
    for (const slot of [
      'mon-evening',
      'tue-evening',
      'wed-evening',
      'thu-evening',
      'fri-evening',
      'sat-am',
      'sat-pm',
    ]) {
      expect(gps, slot).toContain(slot)
    }
  })

  it('are away for about 15 % of their sessions over the year', () => {
    const { people } = networkDocument(atlas, TYPICAL, { week: '2026-02-02', seed: 7, weeks: 13 })
    const problem = readDocument(
      networkDocument(atlas, TYPICAL, { week: '2026-02-02', seed: 7, weeks: 13 }),
      ruleBook(),
    )
    const slots = people.flatMap(({ id, works = [] }) => {
      const mine = problem.availability.get(id)
      return problem.horizon.sessions
        .filter((session) =>
          works.some(
            (word) => slotOf(word, problem.horizon.parts)?.part === session.part && word.startsWith(session.weekday),
          ),
        )
        .map((session) => mine?.away[session.index] ?? false)
    })
    const share = slots.filter(Boolean).length / slots.length
    expect(share).toBeGreaterThan(0.13)
    expect(share).toBeLessThan(0.17)
  })

  it('have a third with learning time and one in six who may be asked for more', () => {
    const people = NETWORKS.filter((_, i) => i % 20 === 0).flatMap(
      ({ ods }) => networkDocument(atlas, ods, WEEK).people,
    )
    const share = (of: (person: PersonDocument) => boolean) => people.filter(of).length / people.length
    expect(share(({ contract }) => contract.protected === 1)).toBeCloseTo(1 / 3, 1)
    expect(share(({ contract }) => contract.flex === 1)).toBeCloseTo(1 / 6, 1)
  })

  it('stay at their practice if it employs them, but for a few; the network sends its own to two or three', () => {
    const sites = (role: string) => typical.people.filter((person) => person.role === role).map((p) => p.sites?.length)
    expect(new Set(sites('practice-nurse'))).toEqual(new Set([1]))
    expect(new Set(sites('pharmacist'))).toEqual(new Set([2]))
    expect(new Set(sites('physio'))).toEqual(new Set([3]))
    const gps = sites('gp')
    expect(gps.filter((n) => n === 2).length).toBeGreaterThan(0)
    expect(gps.filter((n) => n === 1).length).toBeGreaterThan(gps.length * 0.7)
  })

  it('of the network are those it published, with their full-time equivalents', () => {
    // September 2022: a paramedic, a pharmacist, a physiotherapist, full-time; a link worker of two thirds; an administrator.
    const own = networkDocument(atlas, 'U00070', WEEK).people.filter(({ role }) =>
      ['pharmacist', 'paramedic', 'physio', 'social-prescriber', 'care-coordinator'].includes(role),
    )
    expect(own.map(({ role, contract }) => [role, contract.sessions])).toEqual([
      ['pharmacist', 9],
      ['physio', 9],
      ['paramedic', 9],
      ['social-prescriber', 6],
    ])
  })

  it('of the network count advanced practitioners with their role', () => {
    const [ods, staff = []] = [...atlas.workforce].find(
      ([code, all]) => atlas.networks.has(code) && all.some(({ title }) => title === 'Advanced Paramedic Practitioner'),
    ) ?? ['']
    const published = staff.filter(({ title }) => /Paramedic/.test(title)).flatMap(({ ftes }) => ftes)
    const made = networkDocument(atlas, ods, WEEK).people.filter(({ role }) => role === 'paramedic')
    expect(made).toHaveLength(published.length)
  })

  it('of a network that published none follow the networks that did', () => {
    const document = networkDocument(invented([{ patients: 50_000 }]), 'U99999', WEEK)
    const pharmacists = document.people.filter(({ role }) => role === 'pharmacist')
    expect(pharmacists.length).toBeGreaterThanOrEqual(3)
    expect(pharmacists.length).toBeLessThanOrEqual(4)
    expect(document.note).toContain('has not published its own workforce')
  })

  it('do not change when somebody joins', () => {
    const staff = atlas.workforce.get(TYPICAL) ?? []
    const more = staff.map((one) => (one.title === 'Pharmacist' ? { ...one, ftes: [...one.ftes, 0.5] } : one))
    const joined = networkDocument(
      { ...atlas, workforce: new Map([...atlas.workforce, [TYPICAL, more]]) },
      TYPICAL,
      WEEK,
    )
    const named = (document: RotaDocument) => document.people.map(({ id: _, ...person }) => JSON.stringify(person))
    expect(named(joined)).toHaveLength(typical.people.length + 1)
    expect(named(typical).filter((person) => !named(joined).includes(person))).toEqual([])
  })

  it('who are physician associates see minor illness only, with a GP at the site', () => {
    const role = typical.roles.find(({ id }) => id === 'physician-associate')
    expect(Object.keys(role?.meets ?? {})).toEqual(['minor-illness'])
    expect(role?.supervision).toEqual({ minutes: 20, by: ['gp'], where: 'site' })
  })
})

describe('a draw', () => {
  it('is the same for the same words and another for others', () => {
    expect(draw(1, 'a').next()).toBe(draw(1, 'a').next())
    expect(draw(1, 'a').next()).not.toBe(draw(1, 'b').next())
    expect(draw(1, 'a', 'b').next()).not.toBe(draw(1, 'ab').next())
  })

  it('is even: each of ten choices comes about as often as the others, and a weight counts', () => {
    const counts = new Map<number, number>()
    for (let i = 0; i < 5000; i += 1) {
      const pick = draw(1, i).pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], (n) => (n === 0 ? 0 : 1))
      counts.set(pick, (counts.get(pick) ?? 0) + 1)
    }
    expect(counts.has(0)).toBe(false)
    expect(Math.min(...counts.values())).toBeGreaterThan(450)
    expect(Math.max(...counts.values())).toBeLessThan(660)
  })
})
